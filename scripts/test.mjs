// npm test: set up what is missing, then all tests but the comparisons with Python (npm run test:peers).
//   npm test -- [names of test files, vitest's options]
import { afterSetUp } from './setup/steps.mjs';
import { endWithTotal, runVitest } from './setup/vitest.mjs';

await afterSetUp(async () => endWithTotal(await runVitest('main', process.argv.slice(2))));
