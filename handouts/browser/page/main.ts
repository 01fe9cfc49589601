import { drawWhenSeen } from './charts';
import { contentsWithinReach } from './contents';
import { copyButtons } from './copy';
import { readyForPaper } from './paper';
import { makeQuizzesAnswer } from './quiz';
import { projectorSwitch, stopWhereItScrolls, themeSwitch, trackSection } from './reading';
import { courseSearch } from './search';

themeSwitch();
projectorSwitch();
contentsWithinReach();
trackSection();
copyButtons();
stopWhereItScrolls();
readyForPaper();
courseSearch();
makeQuizzesAnswer();
drawWhenSeen();
