import { lessonsRunWhole } from './executed';

lessonsRunWhole('quick', 2, 60);
