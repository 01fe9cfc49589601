// The checks that a learner does not see, one for each of the assignment's: `nnlabGrading.deeper({ deeper })` in
// its hidden part. Each says in a sentence what is wrong, or nothing. They measure anew what a notebook claims.
'use strict';

const LOSS = 'sparseCategoricalCrossentropy';
const LEAKY = ['flatten', 'dense 128 leakyReLU 0.1', 'dense 64 leakyReLU 0.1', 'dense 10 softmax'];
/** As far as a figure may be off: another machine rounds otherwise. */
const NEAR = 0.0005;
/** Two runs so close may change places on another machine. */
const TIE = 0.001;

/** @param {{ tf: any, nnlab: any, witness: any }} tools taken before the notebook ran */
function checksOf({ tf, nnlab, witness }) {
  const { layersOf, optimizerOf, howTrained, historyOf, evaluate } = nnlab;
  /** @type {Promise<any> | undefined} */
  let loading;
  const data = () => (loading ??= loadAnew(nnlab));

  /** @param {any[]} networks @param {any} rows */
  const accuraciesOf = (networks, rows) => networks.map((one) => evaluate(one, rows).accuracy);

  /** @param {any} network @param {boolean} augmented */
  async function asPlanned(network, augmented) {
    const { learning, validation, epochs } = await data();
    const how = howTrained(network);
    const images = learning.labels.length;
    same(how?.epochs, epochs, 'epochs');
    same(how?.batchSize, 32, 'images in a batch');
    same(how?.images, images, 'images to learn from');
    same(how?.augmented, augmented, 'augmented in every epoch');
    same(how?.validation, validation.labels.length, 'validation rows');
    same(how?.seed, 42, 'seed');
    const rows = historyOf(network).filter((/** @type {any} */ row) => row.split === 'validation');
    same(rows.length, epochs, 'epochs measured on validation rows');
    const [accuracy] = accuraciesOf([network], (await data()).validationData);
    near(rows.at(-1).accuracy, accuracy, 'validation accuracy after the last epoch');
  }

  return {
    /** @param {any} of */
    async rows({ trainData, validationData }) {
      const { learning, validation } = await data();
      sameRows(tf, trainData, nnlab.toTensors(learning), 'training rows');
      sameRows(tf, validationData, nnlab.toTensors(validation), 'validation rows');
    },
    /** @param {any} of */
    deeper({ deeper }) {
      const wanted = ['flatten', 'dense 128 relu', 'dense 64 relu', 'dense 10 softmax'];
      same(layersOf(deeper()), wanted, 'layers');
      same(deeper() === deeper(), false, 'the same network twice');
    },
    /** @param {any} of */
    leaky({ leaky }) {
      same(layersOf(leaky()), LEAKY, 'layers');
      same(leaky() === leaky(), false, 'the same network twice');
    },
    /** @param {any} of */
    rmsprop({ rmsprop }) {
      same(optimizerOf(rmsprop()), 'RMSProp 0.001', 'optimizer');
      same(rmsprop() === rmsprop(), false, 'the same optimizer twice');
    },
    /** @param {any} of */
    run({ prepared, leaky, models }) {
      const given = tf.train.adam(0.005);
      const one = prepared(leaky, given);
      same(one.optimizer === given, true, 'the given optimizer is used');
      same(one.loss, LOSS, 'loss');
      same(one.metricsNames.length, 2, 'loss and accuracy measured');
      same(layersOf(one), layersOf(leaky()), 'the given network is built');
      nnlab.setSeed(7);
      const other = prepared(leaky, tf.train.adam());
      same(firstWeights(one), firstWeights(other), 'the first weights, from the same seed');
      nnlab.setSeed(42);
      same(
        new Set(models.map((/** @type {any} */ { optimizer }) => optimizer)).size,
        4,
        'optimizers',
      );
      same(
        models.map(optimizerOf),
        ['Adam 0.001', 'Adam 0.001', 'Adam 0.001', 'RMSProp 0.001'],
        'runs',
      );
    },
    /** @param {any} of */
    train: ({ baseModel }) => asPlanned(baseModel, false),
    /** @param {any} of */
    async augmented({ augmentedModel, models }) {
      same(models.includes(augmentedModel), false, 'one of the four plain networks');
      same(layersOf(augmentedModel), layersOf(models[3]), 'layers');
      same(optimizerOf(augmentedModel), 'RMSProp 0.001', 'optimizer');
      await asPlanned(augmentedModel, true);
      const { images, options } = witness.augmentationOf(augmentedModel) ?? {};
      same(
        Buffer.from(images?.data ?? []).equals((await data()).learning.images.data),
        true,
        'its images are the training images',
      );
      const changes = Object.values({
        rotation: 10,
        zoom: 0.1,
        widthShift: 0.1,
        heightShift: 0.1,
        ...options?.augment,
      });
      same(
        changes.some((change) => change !== 0),
        true,
        'something is changed',
      );
    },
    /** @param {any} of */
    async own({ ownModel, models }) {
      same(models.includes(ownModel), false, 'one of the other five networks');
      const rows = historyOf(ownModel).filter(
        (/** @type {any} */ row) => row.split === 'validation',
      );
      if (rows.length === 0)
        throw new Error('ownModel was not measured on validation rows in training.');
      const [accuracy] = accuraciesOf([ownModel], (await data()).validationData);
      near(rows.at(-1).accuracy, accuracy, 'validation accuracy after the last epoch');
    },
    /** @param {any} of */
    async table({ table, networks }) {
      const { validationData } = await data();
      for (const [name, network] of Object.entries(networks)) {
        const row = table.rows.find((/** @type {any[]} */ one) => one.includes(name));
        if (!row) throw new Error(`The table has no row for ${name}.`);
        const { loss, accuracy } = evaluate(network, validationData);
        holds(row, loss, `loss of ${name}`);
        holds(row, accuracy, `accuracy of ${name}`);
      }
    },
    /** @param {any} of */
    chart({ chart, networks }) {
      const points = valuesIn(chart);
      for (const [name, network] of Object.entries(networks)) {
        const own = points.filter((point) => Object.values(point).includes(name));
        const rows = historyOf(network).filter(
          (/** @type {any} */ row) => row.split === 'validation',
        );
        const drawn = rows.every((/** @type {{ accuracy: number }} */ { accuracy }) =>
          own.some((point) =>
            Object.values(point).some((value) => Math.abs(Number(value) - accuracy) < NEAR),
          ),
        );
        if (rows.length === 0 || !drawn)
          throw new Error(
            `The chart does not show the validation accuracy of ${name} over its epochs.`,
          );
      }
    },
    /** @param {any} of */
    async choice({ chosen, networks }) {
      const all = accuraciesOf(Object.values(networks), (await data()).validationData);
      const at = Object.values(networks).indexOf(chosen.network);
      if (at < 0) throw new Error('The chosen network is none of the six.');
      if (Math.max(...all) - all[at] > TIE) {
        throw new Error(
          `The chosen run has the validation accuracy ${all[at].toFixed(4)}, the best ${Math.max(...all).toFixed(4)}.`,
        );
      }
    },
    /** @param {any} of */
    async test({ tested, chosen }) {
      const { testData } = await data();
      const { loss, accuracy } = evaluate(chosen.network, testData);
      near(tested.loss, loss, 'test loss of the chosen network');
      near(tested.accuracy, accuracy, 'test accuracy of the chosen network');
    },
    /** @param {any} of */
    async grid({ grid, chosen }) {
      const { digits } = await data();
      const tiles = valuesIn(grid).filter(({ guess }) => guess !== undefined);
      same(tiles.length, 15, 'pictures');
      const guesses = nnlab.predictImages(chosen.network, digits.test);
      for (const { image, guess, truth } of tiles) {
        same(
          [Number(guess), Number(truth)],
          [guesses[image]?.guess, digits.test.labels[image]],
          `guess and truth of image ${image}`,
        );
      }
      same(
        tiles.some(({ guess, truth }) => guess !== truth),
        true,
        'a wrong guess among them',
      );
    },
    /** @param {any} of */
    async once({ chosen, networks }) {
      const saw = witness.networksThatSaw((await data()).digits.test.images);
      const names = Object.entries(networks)
        .filter(([, one]) => one !== chosen.network && saw.includes(one))
        .map(([name]) => name);
      const others = saw.filter(
        (/** @type {object} */ one) =>
          one !== chosen.network && !Object.values(networks).includes(one),
      ).length;
      same(
        [...names, ...Array(others).fill('a network without a name')],
        [],
        'other networks that saw the test images',
      );
    },
  };
}

/** The data as the lesson has them, read anew. @param {any} nnlab */
async function loadAnew(nnlab) {
  const before = nnlab.currentSeed();
  nnlab.setSeed(42);
  const { log } = console;
  console.log = () => {};
  try {
    const digits = await nnlab.loadDigits();
    const { train: learning, validation } = nnlab.shuffleSplit(digits.train, 0.1);
    const epochs = nnlab.byMode({ full: 10, quick: 2 }, digits);
    const [validationData, testData] = [validation, digits.test].map((rows) =>
      nnlab.toTensors(rows),
    );
    return { digits, learning, validation, epochs, validationData, testData };
  } finally {
    console.log = log;
    nnlab.setSeed(before);
  }
}

/** @param {unknown} found @param {unknown} wanted @param {string} what */
function same(found, wanted, what) {
  const [seen, asked] = [found, wanted].map((value) => JSON.stringify(value));
  if (seen !== asked) throw new Error(`${what}: asked is ${asked}, found was ${seen}.`);
}

/** @param {number} found @param {number} wanted @param {string} what */
function near(found, wanted, what) {
  if (!(Math.abs(found - wanted) <= NEAR)) {
    throw new Error(`${what}: measured again it is ${wanted.toFixed(4)}, found was ${found}.`);
  }
}

/** @param {any} tf @param {any} found @param {any} wanted @param {string} what */
function sameRows(tf, found, wanted, what) {
  same(found.images.shape, wanted.images.shape, `shape of the ${what}`);
  const apart = tf.tidy(() =>
    ['images', 'labels'].map(
      (part) => found[part].toFloat().sub(wanted[part]).abs().max().dataSync()[0],
    ),
  );
  tf.dispose([wanted.images, wanted.labels]);
  if (!(Math.max(...apart) < 1e-5))
    throw new Error(`The ${what} are not the images divided by 255, in their order.`);
}

/** @param {any} network */
function firstWeights(network) {
  return Array.from(network.getWeights()[0].dataSync().slice(0, 100));
}

/** A figure as a number or a text, as a share or in percent. @param {unknown[]} row @param {number} figure @param {string} what */
function holds(row, figure, what) {
  const found = row.some((value) =>
    [1, 100].some((unit) => Math.abs(parseFloat(String(value)) / unit - figure) < TIE),
  );
  if (!found) throw new Error(`The table has no ${what}: it is ${figure.toFixed(4)}.`);
}

/** All points of a chart, whichever layer they stand in. @param {any} spec @returns {Record<string, any>[]} */
function valuesIn(spec) {
  if (typeof spec !== 'object' || spec === null) return [];
  const own = Array.isArray(spec.data?.values) ? spec.data.values : [];
  const parts = ['layer', 'hconcat', 'vconcat', 'concat'].flatMap((name) => spec[name] ?? []);
  return [...own, ...[...parts, spec.spec].flatMap(valuesIn)];
}

module.exports = { checksOf };
