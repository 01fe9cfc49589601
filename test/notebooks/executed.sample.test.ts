import { lessonsRunWhole } from './executed';

lessonsRunWhole('sample', 3, 300);
