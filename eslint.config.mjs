import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** @param {string} packages */
const nameOf = (packages) => ({
  selector: `Literal[value=/^(${packages})(\\u002f|$)/]`,
  message:
    'Named in its own folder alone: tslab in src/kernel, native packages in src/platform/node.',
});

const doubleCast = {
  selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
  message: 'A private part of TensorFlow.js is touched in src/tfjs alone.',
};

export default tseslint.config(
  { ignores: ['dist/', 'notebooks/checks/', 'lite/lib/', 'build/', '.venv/', '.cache/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.check.json' } },
    rules: {
      // A forgotten await passes silently in a notebook; here it must not.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    // src/platform/node is the only part that may need Node; src/kernel the only one that knows tslab.
    files: ['src/**/*.ts'],
    ignores: ['src/platform/node/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Buffer', 'process', '__dirname', '__filename', 'require', 'setImmediate'].map(
          (name) => ({ name, message: 'Only Node has it; src/platform offers what it is for.' }),
        ),
      ],
    },
  },
  {
    // Also a name in a text: packages are loaded by it.
    files: ['src/**/*.ts'],
    ignores: ['src/kernel/**', 'src/platform/**'],
    rules: { 'no-restricted-syntax': ['error', nameOf('tslab|nodejs-polars|@resvg'), doubleCast] },
  },
  {
    // Of what one side of src/platform has no use for, it takes note by a name all the same.
    files: ['src/platform/browser/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    // Where private parts are touched: of TensorFlow.js in src/tfjs, of vega in src/render.
    files: ['src/tfjs/**/*.ts', 'src/render/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', nameOf('tslab|nodejs-polars|@resvg')] },
  },
  {
    // What runs in a reader's browser has types of its own (the DOM's).
    files: ['handouts/browser/**/*.ts'],
    languageOptions: { parserOptions: { project: './handouts/browser/tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  {
    // The browser edition's service worker has names of its own.
    files: ['lite/offline/*.js'],
    languageOptions: {
      globals: { self: 'readonly', caches: 'readonly', fetch: 'readonly', Response: 'readonly' },
    },
  },
  {
    // What `node --require` loads is CommonJS.
    files: ['scripts/kernel/*.cjs', 'scripts/bench/lib/*.cjs', 'classroom/grading/*.cjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          '__dirname',
          '__filename',
          'Buffer',
          'require',
          'module',
          'process',
          'console',
          'performance',
          'globalThis',
          'setTimeout',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', '*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'setImmediate',
          'fetch',
          'AbortSignal',
          'AbortController',
          'performance',
          'TextDecoder',
          'TextEncoder',
          'WebAssembly',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
