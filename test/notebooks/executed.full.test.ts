import { inFull } from './every';
import { lessonsRunWhole } from './executed';

lessonsRunWhole(inFull, 'full', 600);
