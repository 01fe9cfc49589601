import { inQuick } from './every';
import { lessonsRunWhole } from './executed';

// Alone, a lesson takes less than a minute; here it shares the machine with other tests.
lessonsRunWhole(inQuick, 'quick', 120);
