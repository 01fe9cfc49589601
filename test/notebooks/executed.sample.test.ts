import { lessonNames } from '../../scripts/lessons.mjs';
import { lessonsRunWhole } from './executed';

lessonsRunWhole(lessonNames(), 'sample', 3, 300);
