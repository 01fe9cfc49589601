import { defineConfig } from 'vitest/config';
import main from './vitest.config.mjs';

// What `npm run test:npms` does with every npm that people have.
export default defineConfig({
  test: { ...main.test, include: ['test/npms/**/*.test.ts'], exclude: [] },
});
