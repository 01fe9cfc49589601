import { lessonNames } from '../../scripts/lessons.mjs';
import { lessonsRunWhole } from './executed';

// Alone, a lesson takes less than a minute; here two share the machine with the other tests.
lessonsRunWhole(lessonNames(), 'quick', 2, 120);
