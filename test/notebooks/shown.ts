import { executeAll, executedFile, reportOf, type Mode } from '../../scripts/lessons.mjs';
import { chartsOf, readLesson } from './read';

/** What a lesson shows when it is executed without a browser: how many charts, and the gap where it ends. */
export async function shownOnNode(lesson: string, mode: Mode) {
  await executeAll([lesson], mode, 1, () => undefined);
  const charts = readLesson(executedFile(lesson, mode), lesson).cells.flatMap(chartsOf).length;
  const gap = reportOf(lesson, mode)?.gap;
  return { charts, gaps: gap ? [gap] : [] };
}
