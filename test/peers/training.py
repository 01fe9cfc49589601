"""Answers test/peers/training.test.ts: Keras trains one epoch from given weights, in order."""

import json
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
from keras import layers

HIDDEN = {
    "dense128": lambda: [layers.Dense(128, activation="relu")],
    "dense100x75": lambda: [
        layers.Dense(100, activation="relu"),
        layers.Dense(75, activation="relu"),
    ],
    "leaky128x64": lambda: [
        layers.Dense(128),
        layers.LeakyReLU(negative_slope=0.1),
        layers.Dense(64),
        layers.LeakyReLU(negative_slope=0.1),
    ],
}
OPTIMIZERS = {
    "adam": lambda: keras.optimizers.Adam(),
    "sgd": lambda: keras.optimizers.SGD(0.01),
    "rmsprop": lambda: keras.optimizers.RMSprop(),
}


def epoch(question):
    images = np.fromfile(question["images"], "<f4").reshape(-1, 784)
    labels = np.fromfile(question["labels"], "<f4")
    hidden = HIDDEN[question["network"]]()
    output = layers.Dense(10, activation="softmax")
    model = keras.Sequential([keras.Input((784,)), *hidden, output])
    flat, start, weights = np.fromfile(question["weights"], "<f4"), 0, []
    for weight in model.get_weights():
        weights.append(flat[start : start + weight.size].reshape(weight.shape))
        start += weight.size
    model.set_weights(weights)
    optimizer = OPTIMIZERS[question["optimizer"]]()
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
    history = model.fit(images, labels, batch_size=32, shuffle=False, verbose=0).history
    return {"loss": history["loss"][0], "accuracy": history["accuracy"][0]}


for line in sys.stdin:
    print(json.dumps(epoch(json.loads(line))), flush=True)
