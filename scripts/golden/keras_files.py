"""Writes test/keras/golden/keras-<version>/: small model files of a real Keras, and its numbers.

For each file: predictions, and the losses of the next batches when training goes on.
Run it once for each Keras, all with the TensorFlow of scripts/peers.txt:

    python scripts/golden/keras_files.py
    pip install --no-deps --target /tmp/keras-3.0 keras==3.0.5 dm-tree absl-py
    PYTHONPATH=/tmp/keras-3.0 python scripts/golden/keras_files.py      (and keras==3.5.0)
"""

import json
import os
import zipfile
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
from keras import initializers, layers, losses, optimizers, regularizers

VERSION = ".".join(keras.__version__.split(".")[:2])
OUT = Path(__file__).parents[2] / "test" / "save" / "golden" / f"keras-{VERSION}"

CLASSES = 3
ROWS, BATCH = 12, 4
IMAGE, COLOUR = (4, 4), (8, 8, 1)

ACTIVATIONS = (
    "linear relu relu6 elu selu gelu silu sigmoid softmax log_softmax softplus softsign tanh"
).split()
INITIALIZERS = [
    initializers.GlorotNormal(seed=1),
    initializers.HeUniform(),
    initializers.HeNormal(),
    initializers.LecunUniform(),
    initializers.LecunNormal(),
    initializers.RandomNormal(stddev=0.2),
    initializers.RandomUniform(-0.3, 0.3, seed=7),
    initializers.TruncatedNormal(stddev=0.3),
    initializers.VarianceScaling(0.5, "fan_out", "uniform"),
    initializers.Orthogonal(),
]


def sequential(*parts, shape=IMAGE):
    output = layers.Dense(CLASSES, activation="softmax")
    return keras.Sequential([keras.Input(shape), *parts, output])


def lessons():
    """The lessons' networks, narrow: the same layers in the same order, each with its optimizer."""
    flat = layers.Flatten
    yield "dense128", sequential(layers.Dense(6, activation="relu"), shape=(16,)), "adam"
    yield "flatten128", sequential(flat(), layers.Dense(6, activation="relu")), "adam"
    dropped = sequential(flat(), layers.Dense(6, activation="relu"), layers.Dropout(0.2))
    yield "dropout128", dropped, "adam"
    two = [layers.Dense(6, activation="relu"), layers.Dense(5, activation="relu")]
    yield "dense100x75", sequential(flat(), *two), "sgd"
    leaky = [layers.Dense(6), layers.LeakyReLU(negative_slope=0.1)]
    leaky += [layers.Dense(4), layers.LeakyReLU(negative_slope=0.1)]
    yield "leaky128x64", sequential(flat(), *leaky), "rmsprop"
    yield "logistic", sequential(shape=(16,)), "sgd"


def layer_kinds():
    images = [
        layers.Rescaling(0.5, offset=-0.1),
        layers.Conv2D(3, 3, padding="same", kernel_regularizer=regularizers.L2(0.01)),
        layers.BatchNormalization(momentum=0.9),
        layers.ReLU(max_value=2.0),
        layers.MaxPooling2D(),
        layers.Conv2D(4, (2, 3), strides=2, use_bias=False, activation="tanh"),
    ]
    pooled = [*images, layers.AveragePooling2D(2, strides=1, padding="same")]
    yield "conv-average", sequential(*pooled, layers.GlobalAveragePooling2D(), shape=COLOUR), "adam"
    wide = layers.Conv2D(2, 2, dilation_rate=2, bias_initializer="ones")
    more = [wide, layers.GlobalMaxPooling2D(), layers.BatchNormalization(scale=False)]
    yield "conv-max", sequential(*more, shape=COLOUR), "adam"
    chain = [layers.Dense(5, activation=ACTIVATIONS[0])]
    for name in ACTIVATIONS[1:]:
        chain += [layers.Activation(name), layers.Dense(5)]
    yield "activations", sequential(*chain, shape=(5,)), "sgd"
    drawn = [layers.Dense(4, kernel_initializer=one) for one in INITIALIZERS]
    yield "initializers", sequential(*drawn, shape=(4,)), "sgd"
    kinds = [regularizers.L1(0.01), regularizers.L2(0.02), regularizers.L1L2(0.01, 0.03)]
    held = [layers.Dense(4, kernel_regularizer=one, bias_regularizer=one) for one in kinds]
    yield "regularizers", sequential(*held, shape=(4,)), "sgd"
    last = [layers.Reshape((4, 4)), layers.Flatten(), layers.Dense(CLASSES), layers.Softmax()]
    yield "softmax-layer", keras.Sequential([keras.Input((16,)), *last]), "adam"
    frozen = sequential(layers.Flatten(), layers.Dense(6), layers.Dense(5))
    frozen.layers[1].trainable = False
    yield "frozen", frozen, "adam"
    start = keras.Input(IMAGE, name="picture")
    middle = layers.Dense(6, activation="relu", name="hidden")(layers.Flatten()(start))
    end = layers.Dense(CLASSES, activation="softmax", name="answer")(middle)
    yield "functional", keras.Model(start, end), "adam"


def optimizer_kinds():
    kinds = {
        "sgd": optimizers.SGD(0.05),
        "momentum": optimizers.SGD(0.05, momentum=0.9),
        "nesterov": optimizers.SGD(0.05, momentum=0.8, nesterov=True),
        "rmsprop": optimizers.RMSprop(0.01, rho=0.8),
        "rmsprop-momentum": optimizers.RMSprop(0.01, momentum=0.5),
        "rmsprop-centered": optimizers.RMSprop(0.01, centered=True),
        "adam": optimizers.Adam(0.02, beta_1=0.8, beta_2=0.95),
    }
    for name, optimizer in kinds.items():
        network = sequential(layers.Flatten(), layers.Dense(4, activation="relu"))
        yield f"optimizer-{name}", network, optimizer


def batches(x, y):
    return [(x[i : i + BATCH], y[i : i + BATCH]) for i in range(0, len(x), BATCH)]


def train(model, x, y):
    """The loss of every batch alone, not Keras' running mean."""
    found = []
    for images, labels in batches(x, y):
        model.reset_metrics()
        found.append(float(np.ravel(model.train_on_batch(images, labels))[0]))
    return found


def plain(path):
    """Packs the file anew, compressed: an HDF5 file of a small model is mostly zeros."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def write(name, model, optimizer, random):
    x = random.normal(size=(ROWS, *model.input_shape[1:])).astype("float32")
    y = random.randint(0, CLASSES, ROWS).astype("float32")
    model.compile(optimizer, losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
    train(model, x, y)
    path = OUT / f"{name}.keras"
    model.save(path)
    plain(path)
    predictions = model.predict(x, verbose=0)
    # Dropout draws other units on each side, and tfjs cannot train a normalization without scale.
    alone = any(
        isinstance(layer, layers.Dropout) or getattr(layer, "scale", None) is False
        for layer in model.layers
    )
    return {
        "name": name,
        "steps": ROWS // BATCH,
        "x": x.tolist(),
        "y": y.tolist(),
        "predictions": predictions.tolist(),
        "losses": None if alone else train(model, x, y),
    }


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    keras.utils.set_random_seed(11)
    random = np.random.RandomState(12)
    kinds = [*lessons(), *layer_kinds(), *optimizer_kinds()]
    cases = [write(*kind, random) for kind in kinds]
    rounded = json.loads(json.dumps(cases), parse_float=lambda text: float(f"{float(text):.7g}"))
    (OUT / "cases.json").write_text(json.dumps(rounded, separators=(",", ":")) + "\n")


main()
