import { defineConfig } from 'vitest/config';
import main from './vitest.config.mjs';

// The live comparisons with Python (npm run test:peers); the plain run leaves them out.
export default defineConfig({
  test: { ...main.test, include: ['test/peers/**/*.test.ts'], exclude: [] },
});
