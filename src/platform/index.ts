// What differs between Node and a browser tab. Everything else of src/ imports from here and names
// neither `node:` nor a native package. The bundle for browsers takes ./browser in place of ./node
// (scripts/browser-library.mjs); test/platform/sides.test.ts keeps both lists the same.
export * from './node';
