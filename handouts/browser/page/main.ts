import { drawWhenSeen } from './charts';
import { makeQuizzesAnswer } from './quiz';
import {
  foldContents,
  openForPrint,
  projectorSwitch,
  stopWhereItScrolls,
  themeSwitch,
  trackSection,
} from './reading';

themeSwitch();
projectorSwitch();
foldContents();
trackSection();
stopWhereItScrolls();
openForPrint();
makeQuizzesAnswer();
drawWhenSeen();
