import { existsSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes. A fresh clone remembers no durations: vitest would begin with the largest files. */
const LONGEST = [
  'test/handouts/lessons.browser.test.ts',
  'test/lab/lessons.browser.test.ts',
  'test/notebooks/executed.sample.test.ts',
  'test/notebooks/twice.test.ts',
  'test/notebooks/executed.quick.test.ts',
  'test/site/lessons.browser.test.ts',
  'test/site/other-browsers.browser.test.ts',
  'test/classroom/course.test.ts',
  'test/setup/clone.kernel.test.ts',
  'test/users/other-user.browser.test.ts',
  'test/notebooks/mistakes.test.ts',
  'test/hub/class.test.ts',
];

const unknown = LONGEST.filter((file) => !existsSync(file));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}.`);

/** The longest tests begin first, so that at the end no single one keeps the rest of the machine waiting. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((file) => moduleId.endsWith(file));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
