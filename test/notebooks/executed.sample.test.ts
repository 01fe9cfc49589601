import { onSample } from './every';
import { lessonsRunWhole } from './executed';

lessonsRunWhole(onSample, 'sample', 300);
