import { drawWhenSeen } from './charts';
import { contentsWithinReach } from './contents';
import { copyButtons } from './copy';
import { makeQuizzesAnswer } from './quiz';
import {
  openForPrint,
  projectorSwitch,
  stopWhereItScrolls,
  themeSwitch,
  trackSection,
} from './reading';
import { courseSearch } from './search';

themeSwitch();
projectorSwitch();
contentsWithinReach();
trackSection();
copyButtons();
stopWhereItScrolls();
openForPrint();
courseSearch();
makeQuizzesAnswer();
drawWhenSeen();
