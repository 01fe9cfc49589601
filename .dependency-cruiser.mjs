// The layers of src/: arrows point down only, folders included. `npm run check` keeps it so.

/** From the ground up; a folder may use those before it. */
const LAYERS = [
  'checks',
  'results',
  'random',
  'files',
  'platform',
  'kernel',
  'tfjs',
  'data/fetch',
  'data',
  'models',
  'charts',
  'render',
  'show',
  'engine',
  'train',
  'logistic',
  'augment',
  'judge',
  'optimizers',
  'keras',
  'lesson',
  'browser',
];

const inFolders = (folders) => `^src/(${folders.join('|')})/`;

/** The browser's beginning hands out the whole public list. */
const beginning = (folder) => (folder === 'browser' ? '|^src/index\\.ts$' : '');

const layerRules = LAYERS.map((folder, place) => ({
  name: `${folder}-uses-only-what-is-below`,
  comment: `src/${folder} may use ${LAYERS.slice(0, place).join(', ') || 'no other folder'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: folder === 'data' ? '^src/data/fetch/' : [] },
  to: { path: '^src/', pathNot: inFolders(LAYERS.slice(0, place + 1)) + beginning(folder) },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'every-folder-has-its-layer',
      comment: 'A new folder of src/ gets its place in the list of layers.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: inFolders(LAYERS) },
      to: {},
    },
    {
      name: 'no-loop-between-files',
      comment: 'Two files that need each other are one idea, or hide a third.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-loop-between-folders',
      comment: 'Folders that need each other cannot be read one after the other.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'only-kernel-knows-the-notebook',
      comment: 'Every touch of tslab stands in src/kernel.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/kernel/' },
      to: { path: '(^|/)tslab/' },
    },
    {
      name: 'only-tfjs-knows-its-insides',
      comment: 'What TensorFlow.js does not make public is touched in src/tfjs alone.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/tfjs/' },
      to: { path: '@tensorflow/[^/]+/dist/', pathNot: 'tfjs-node/dist/index' },
    },
    {
      name: 'only-platform-knows-the-machine',
      comment:
        'What a browser tab lacks is asked of src/platform: files, packing, workers, processes.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-platform-knows-native-packages',
      comment: 'Frames, pictures and HDF5 come from src/platform, which has a side for browsers.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/' },
      to: { path: '(nodejs-polars|@resvg|h5wasm)' },
    },
    {
      name: 'platform-is-entered-by-its-door',
      comment: 'Import from src/platform: it chooses the side.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform|browser)/' },
      to: { path: '^src/platform/(?!index\\.ts$)' },
    },
    {
      name: 'the-sides-of-platform-do-not-know-each-other',
      comment: 'What both need stands in src/platform itself.',
      severity: 'error',
      from: { path: '^src/platform/(node|browser)/' },
      to: { path: '^src/platform/(node|browser)/', pathNot: '^src/platform/$1/' },
    },
    {
      name: 'the-browser-side-stays-out-of-node',
      comment: 'A browser has neither.',
      severity: 'error',
      from: { path: '^src/platform/browser/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json', '.mjs'] },
  },
};
