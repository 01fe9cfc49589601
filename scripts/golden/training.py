"""Writes test/train/golden/: what Keras learns in three epochs from a given start, batch by batch.

Run with a Python that has Keras:  python scripts/golden/training.py
"""

import json
from pathlib import Path

import keras
import numpy as np

OUT = Path(__file__).parents[2] / "test" / "train" / "golden"
COUNT, SIZE, CLASSES, BATCH, EPOCHS = 150, 12, 3, 16, 3
layers, optimizers = keras.layers, keras.optimizers


def numbers(array):
    """Few digits keep the file small; both sides start from the rounded numbers."""
    return np.round(np.asarray(array, "float64"), 4).tolist()


def network(*hidden):
    dense = layers.Dense(8, activation=None if hidden else "relu")
    return [dense, *hidden, layers.Dense(CLASSES, activation="softmax")]


CASES = {
    "SGD": (network, lambda: optimizers.SGD(0.1)),
    "momentum": (network, lambda: optimizers.SGD(0.05, momentum=0.9)),
    "Nesterov momentum": (network, lambda: optimizers.SGD(0.05, momentum=0.9, nesterov=True)),
    "RMSprop": (network, lambda: optimizers.RMSprop(0.005)),
    "Adam": (network, lambda: optimizers.Adam(0.01)),
    "LeakyReLU": (
        lambda: network(layers.LeakyReLU(negative_slope=0.1)),
        lambda: optimizers.RMSprop(0.005),
    ),
}


def trained(name, images, labels):
    parts, optimizer = CASES[name]
    model = keras.Sequential([keras.Input((SIZE,)), *parts()])
    start = [numbers(weight) for weight in model.get_weights()]
    model.set_weights([np.array(weight, "float32") for weight in start])
    model.compile(optimizer(), "sparse_categorical_crossentropy", metrics=["accuracy"])
    run = model.fit(images, labels, BATCH, EPOCHS, shuffle=False, verbose=0)
    return {
        "name": name,
        "start": start,
        "loss": run.history["loss"],
        "accuracy": run.history["accuracy"],
        "end": [np.asarray(weight, "float64").round(6).tolist() for weight in model.get_weights()],
    }


def main():
    keras.utils.set_random_seed(42)
    random = np.random.RandomState(42)
    labels = random.randint(0, CLASSES, COUNT)
    bright = np.repeat(np.eye(CLASSES)[labels], SIZE // CLASSES, axis=1)
    images = numbers(bright * 0.3 + random.rand(COUNT, SIZE) * 0.7)
    # A pixel that is always dark, as at the rim of an image: its gradients are zero.
    images = [[0, *row[1:]] for row in images]
    inputs = np.array(images, "float32"), labels.astype("float32")
    OUT.mkdir(parents=True, exist_ok=True)
    golden = {
        "keras": keras.__version__,
        "batchSize": BATCH,
        "epochs": EPOCHS,
        "images": images,
        "labels": labels.tolist(),
        "cases": [trained(name, *inputs) for name in CASES],
    }
    (OUT / "training.json").write_text(json.dumps(golden) + "\n")


main()
