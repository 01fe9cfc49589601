"""Keras trains and evaluates the lessons' networks on the images the bench wrote into a folder."""

import keras
from images import images_in
from worker import answer_all, seconds

L = keras.layers
LESSONS = {
    "dense128": lambda: ([L.Dense(128, activation="relu")], keras.optimizers.Adam()),
    "dropout128": lambda: (
        [L.Dense(128, activation="relu"), L.Dropout(0.2)],
        keras.optimizers.Adam(),
    ),
    "dense100x75": lambda: (
        [L.Dense(100, activation="relu"), L.Dense(75, activation="relu")],
        keras.optimizers.SGD(0.01),
    ),
    "leaky128x64": lambda: (
        [
            L.Dense(128),
            L.LeakyReLU(negative_slope=0.1),
            L.Dense(64),
            L.LeakyReLU(negative_slope=0.1),
        ],
        keras.optimizers.RMSprop(),
    ),
    "convolution": lambda: (
        [
            L.Reshape((28, 28, 1)),
            L.Conv2D(16, 3, activation="relu"),
            L.MaxPooling2D(2),
            L.Flatten(),
        ],
        keras.optimizers.Adam(),
    ),
}
state = {}


def load(folder):
    images, labels = images_in(folder)
    images, labels = images.astype("float32") / 255, labels.astype("int32")
    state["train"] = images[:54000], labels[:54000]
    state["validation"] = images[54000:60000], labels[54000:60000]
    state["test"] = images[60000:], labels[60000:]
    return {}


def build(lesson, steps_per_execution):
    hidden, optimizer = LESSONS[lesson]()
    model = keras.Sequential([L.Input((784,)), *hidden, L.Dense(10, activation="softmax")])
    model.compile(
        optimizer=optimizer,
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
        steps_per_execution=steps_per_execution,
    )
    # Traced before the clock runs.
    images, labels = state["train"]
    few = images[:320], labels[:320]
    model.fit(*few, validation_data=few, verbose=0)
    model.evaluate(*few, verbose=0)
    state["model"] = model
    return {}


def fit():
    model, history = state["model"], {}

    def work():
        run = model.fit(*state["train"], validation_data=state["validation"], verbose=0)
        history.update(run.history)

    return {"seconds": seconds(work), "val_accuracy": history["val_accuracy"][-1]}


def evaluate():
    return {"seconds": seconds(lambda: state["model"].evaluate(*state["test"], verbose=0))}


def answer(question):
    if "load" in question:
        return load(question["load"])
    if "build" in question:
        return build(question["build"], question.get("steps_per_execution", 1))
    return fit() if question["do"] == "fit" else evaluate()


answer_all(answer)
