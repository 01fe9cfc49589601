import { drawWhenSeen } from './charts';
import { makeQuizzesAnswer } from './quiz';
import { foldContents, openForPrint, projectorSwitch, themeSwitch, trackSection } from './reading';

themeSwitch();
projectorSwitch();
foldContents();
trackSection();
openForPrint();
makeQuizzesAnswer();
drawWhenSeen();
