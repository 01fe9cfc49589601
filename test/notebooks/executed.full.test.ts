import { lessonsRunWhole } from './executed';

lessonsRunWhole('full', 1, 600);
