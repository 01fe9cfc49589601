import { defineConfig } from 'vitest/config';
import main from './vitest.config.mjs';

// The smoke test that `npm run test:nodes` runs on every Node that nnlab supports.
export default defineConfig({
  test: { ...main.test, include: ['test/nodes/**/*.test.ts'], exclude: [] },
});
