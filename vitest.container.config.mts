import { defineConfig } from 'vitest/config';
import main from './vitest.config.mjs';

// The image of the Containerfile (npm run test:container); the plain run looks at the file alone.
export default defineConfig({
  test: { ...main.test, include: ['test/container/build.test.ts'], exclude: [] },
});
