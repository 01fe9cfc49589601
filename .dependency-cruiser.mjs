// The layers of src/: arrows point down only, folders included. `npm run check` keeps it so.

/** From the ground up; a folder may use those before it. */
const LAYERS = [
  'checks',
  'results',
  'random',
  'files',
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
];

/** Folders that compute with plain values: they may touch neither files nor native parts. */
const PURE = ['checks', 'results', 'random', 'charts'];

const inFolders = (folders) => `^src/(${folders.join('|')})/`;

const layerRules = LAYERS.map((folder, place) => ({
  name: `${folder}-uses-only-what-is-below`,
  comment: `src/${folder} may use ${LAYERS.slice(0, place).join(', ') || 'no other folder'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: folder === 'data' ? '^src/data/fetch/' : [] },
  to: { path: '^src/', pathNot: inFolders(LAYERS.slice(0, place + 1)) },
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
      name: 'pure-folders-stay-pure',
      comment: 'These run in any place: no file, no native part.',
      severity: 'error',
      from: { path: inFolders(PURE) },
      to: {
        dependencyTypes: ['core'],
      },
    },
    {
      name: 'pure-folders-load-no-native-part',
      comment: 'These run in any place: no file, no native part.',
      severity: 'error',
      from: { path: inFolders(PURE) },
      to: {
        path: '(nodejs-polars|@resvg|tfjs-node)',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json', '.mjs'] },
  },
};
