// npm run setup: everything that npm start and npm test need, and nothing more.
import { afterSetUp } from './setup/steps.mjs';

await afterSetUp(async () => {});
