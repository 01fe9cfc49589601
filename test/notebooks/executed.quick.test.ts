import { lessonsRunWhole } from './executed';

// Alone, a lesson takes less than a minute; here two share the machine with the other tests.
lessonsRunWhole('quick', 2, 120);
