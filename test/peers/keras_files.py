"""Answers test/peers/save.test.ts: Keras opens, trains and writes .keras files."""

import json
import os
import sys
import traceback
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
from keras import layers


def lessons():
    dense, flat = layers.Dense, layers.Flatten

    def network(*parts, shape=(28, 28)):
        return keras.Sequential([keras.Input(shape), *parts, dense(10, activation="softmax")])

    hidden = [flat(), dense(128, activation="relu")]
    leaky = [flat(), dense(128), layers.LeakyReLU(0.1), dense(64), layers.LeakyReLU(0.1)]
    two = [flat(), dense(100, activation="relu"), dense(75, activation="relu")]
    return {
        "dense128": lambda: network(dense(128, activation="relu"), shape=(784,)),
        "flatten128": lambda: network(*hidden),
        "dropout128": lambda: network(*hidden, layers.Dropout(0.2)),
        "dense100x75": lambda: network(*two),
        "leaky128x64": lambda: network(*leaky),
        "logisticNetwork": lambda: network(shape=(784,)),
    }


def examples(question):
    """The images travel as bytes; both sides must train on the very same numbers."""
    x = np.fromfile(question["x"], "<f4").reshape(question["shape"])
    return x, np.fromfile(question["y"], "<f4")


def train(model, x, y, batch):
    """The loss of every batch alone, not Keras' running mean."""
    found = []
    for i in range(0, len(x), batch):
        model.reset_metrics()
        result = model.train_on_batch(x[i : i + batch], y[i : i + batch])
        found.append(float(np.ravel(result)[0]))
    return found


def write(question):
    model = lessons()[question["network"]]()
    model.compile(question["optimizer"], "sparse_categorical_crossentropy", metrics=["accuracy"])
    x, y = examples(question)
    train(model, x, y, question["batch"])
    model.save(question["write"])
    return state_of(model, x, y, question["batch"])


def read(question):
    # What Keras warns of, such as optimizer state that does not fit, must not pass unseen.
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        model = keras.models.load_model(question["read"])
    return state_of(model, *examples(question), question["batch"])


def state_of(model, x, y, batch):
    return {
        "predictions": model.predict(x, verbose=0).tolist(),
        "optimizer": type(model.optimizer).__name__,
        "steps": int(np.array(model.optimizer.iterations)),
        "rate": float(np.array(model.optimizer.learning_rate)),
        "losses": train(model, x, y, batch),
    }


def answer(question):
    try:
        return read(question) if "read" in question else write(question)
    except Exception:
        return {"error": traceback.format_exc()}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
