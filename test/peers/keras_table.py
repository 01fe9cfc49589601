"""Answers test/peers/keras-table.ts: a small model file for each layer, optimizer and way to compile.

Its tables say only how each is made in Keras; whether nnlab must take it stands in the test.
"""

import json
import os
import sys
import traceback

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
from keras import constraints, layers, losses, metrics, optimizers, regularizers

ROWS, BATCH, CLASSES = 24, 8, 3
VECTOR, IMAGE = (4,), (6, 6, 2)
dense, conv = layers.Dense, layers.Conv2D


def network(*parts, shape=IMAGE):
    """The parts, with what makes a classifier of them."""
    flat = [layers.Flatten()] if shape == IMAGE else []
    return keras.Sequential([keras.Input(shape), *parts, *flat, dense(CLASSES, activation="softmax")])


def functional(join):
    image = keras.Input(IMAGE)
    return keras.Model(image, dense(CLASSES, activation="softmax")(join(layers.Flatten()(image))))


def shared(x):
    twice = dense(72)
    return twice(twice(x))


def frozen(*parts):
    for part in parts:
        part.trainable = False
    return network(*parts)


def frozen_model():
    model = network(conv(2, 3), layers.BatchNormalization())
    model.trainable = False
    model.layers[-1].trainable = True
    return model


def learned_statistics():
    """A normalization that has seen other images than those to come, and is frozen now."""
    normal = layers.BatchNormalization()
    model = network(conv(2, 3, use_bias=False), normal)
    normal.moving_mean.assign([0.3, -0.2])
    normal.moving_variance.assign([0.5, 1.5])
    normal.trainable = False
    return model


def normal(**settings):
    # A bias before it has a gradient of nothing but rounding, which some optimizers enlarge.
    return lambda: network(conv(2, 3, use_bias=False), layers.BatchNormalization(**settings))


def one(layer, shape=IMAGE):
    return lambda: network(layer(), shape=shape)


LAYERS = {
    "Dense": one(lambda: dense(5, activation="relu"), VECTOR),
    "Dense without bias": one(lambda: dense(5, use_bias=False), VECTOR),
    "Dense with L1": one(lambda: dense(5, kernel_regularizer=regularizers.L1(0.02)), VECTOR),
    "Dense with L2": one(lambda: dense(5, kernel_regularizer=regularizers.L2(0.03)), VECTOR),
    "Dense with both": one(lambda: dense(5, bias_regularizer=regularizers.L1L2(0.1, 0.2)), VECTOR),
    "Dense, frozen": lambda: frozen(dense(4)),
    "Dense with L2, frozen": lambda: frozen(dense(4, kernel_regularizer="l2")),
    "Activation": one(lambda: layers.Activation("gelu")),
    "ReLU": one(layers.ReLU),
    "ReLU with a largest value": one(lambda: layers.ReLU(max_value=0.5)),
    "LeakyReLU": one(layers.LeakyReLU),
    "Softmax": one(layers.Softmax),
    "Flatten": one(layers.Flatten),
    "Reshape": one(lambda: layers.Reshape((9, 8))),
    "Rescaling": one(lambda: layers.Rescaling(0.5, -0.1)),
    "Dropout of nothing": one(lambda: layers.Dropout(0)),
    "Dropout, frozen, of nothing": lambda: frozen(layers.Dropout(0.0)),
    "Conv2D": one(lambda: conv(3, 3, activation="relu")),
    "Conv2D with padding": one(lambda: conv(3, 3, padding="same")),
    "Conv2D with strides": one(lambda: conv(3, (2, 3), strides=2)),
    "Conv2D, dilated": one(lambda: conv(3, 2, dilation_rate=2, activation="tanh")),
    "Conv2D, dilated one way": one(lambda: conv(3, (3, 2), dilation_rate=(1, 3))),
    "Conv2D, dilated with padding": one(lambda: conv(3, 3, dilation_rate=2, padding="same")),
    "Conv2D, frozen": lambda: frozen(conv(2, 3)),
    "BatchNormalization": normal(),
    "BatchNormalization of vectors": one(layers.BatchNormalization, VECTOR),
    "BatchNormalization, slower": normal(momentum=0.6, epsilon=0.01),
    "BatchNormalization without scale": normal(scale=False),
    "BatchNormalization without centre": normal(center=False),
    "BatchNormalization without both": normal(scale=False, center=False),
    "BatchNormalization with L2": normal(gamma_regularizer="l2"),
    "BatchNormalization along rows": normal(axis=1),
    "BatchNormalization, frozen": learned_statistics,
    "BatchNormalization and Conv2D, frozen": frozen_model,
    "MaxPooling2D": one(layers.MaxPooling2D),
    "AveragePooling2D": one(lambda: layers.AveragePooling2D(3, strides=2, padding="same")),
    "GlobalMaxPooling2D": one(layers.GlobalMaxPooling2D),
    "GlobalAveragePooling2D": one(layers.GlobalAveragePooling2D),
    "a functional model": lambda: functional(dense(5, activation="relu")),
    # Known to Keras alone.
    "Dense with a constraint": one(lambda: dense(5, kernel_constraint=constraints.MaxNorm(1)), VECTOR),
    "Dense with a constraint of the bias": one(lambda: dense(5, bias_constraint="non_neg"), VECTOR),
    "Dense with activity": one(lambda: dense(5, activity_regularizer="l2"), VECTOR),
    "Dense, orthogonal": one(
        lambda: dense(5, kernel_regularizer=regularizers.OrthogonalRegularizer()), VECTOR
    ),
    "Dense in halves": one(lambda: dense(5, dtype="mixed_float16"), VECTOR),
    "hard_sigmoid": one(lambda: layers.Activation("hard_sigmoid")),
    "ReLU with a slope": one(lambda: layers.ReLU(negative_slope=0.1)),
    "ELU": one(layers.ELU),
    "PReLU": one(layers.PReLU),
    "Dropout of rows": one(lambda: layers.Dropout(0.5, noise_shape=(None, 6, 1, 1))),
    "SpatialDropout2D": one(lambda: layers.SpatialDropout2D(0.5)),
    "AlphaDropout": one(lambda: layers.AlphaDropout(0.5)),
    "GaussianDropout": one(lambda: layers.GaussianDropout(0.5)),
    "GaussianNoise": one(lambda: layers.GaussianNoise(0.5)),
    "ActivityRegularization": one(lambda: layers.ActivityRegularization(0.1)),
    "Conv2D in groups": one(lambda: conv(4, 3, groups=2)),
    "SeparableConv2D": one(lambda: layers.SeparableConv2D(3, 3)),
    "BatchNormalization, renormalized": normal(renorm=True),
    "BatchNormalization, synchronized": normal(synchronized=True),
    "LayerNormalization": one(layers.LayerNormalization),
    "GlobalMaxPooling2D that keeps dimensions": one(lambda: layers.GlobalMaxPooling2D(keepdims=True)),
    "LSTM": one(lambda: layers.LSTM(3), (4, 2)),
    "Normalization": one(lambda: layers.Normalization(mean=0.5, variance=2.0)),
    "RandomFlip": one(lambda: layers.RandomFlip("horizontal")),
    "a sum of two": lambda: functional(lambda x: layers.add([dense(4)(x), dense(4)(x)])),
    "a layer used twice": lambda: functional(shared),
    "a model in a model": lambda: network(keras.Sequential([keras.Input(IMAGE), conv(2, 3)])),
}

decay = optimizers.schedules
sgd, adam, rmsprop = optimizers.SGD, optimizers.Adam, optimizers.RMSprop

OPTIMIZERS = {
    "SGD": lambda: sgd(0.1),
    "SGD, momentum": lambda: sgd(0.05, momentum=0.9),
    "SGD, Nesterov": lambda: sgd(0.05, momentum=0.8, nesterov=True),
    "RMSprop": lambda: rmsprop(0.01),
    "RMSprop, momentum": lambda: rmsprop(0.01, rho=0.8, momentum=0.5, epsilon=1e-5),
    "RMSprop, centered": lambda: rmsprop(0.01, centered=True),
    "RMSprop, centered, momentum": lambda: rmsprop(0.01, momentum=0.5, centered=True),
    "Adam": lambda: adam(0.01),
    "Adam, other betas": lambda: adam(0.02, beta_1=0.7, beta_2=0.9, epsilon=1e-3),
    "AdamW": lambda: optimizers.AdamW(0.02),
    "AdamW, much decay": lambda: optimizers.AdamW(0.02, weight_decay=0.5, beta_1=0.8),
    "Adamax": lambda: optimizers.Adamax(0.02),
    "Adamax, other betas": lambda: optimizers.Adamax(0.02, beta_1=0.7, beta_2=0.8, epsilon=0.01),
    "Nadam": lambda: optimizers.Nadam(0.02),
    "Nadam, other betas": lambda: optimizers.Nadam(0.02, beta_1=0.7, beta_2=0.9, epsilon=0.01),
    "Adagrad": lambda: optimizers.Adagrad(0.1),
    "Adagrad, from nothing": lambda: optimizers.Adagrad(0.05, initial_accumulator_value=0.01),
    "Adadelta": lambda: optimizers.Adadelta(1.0),
    "Adadelta, other share": lambda: optimizers.Adadelta(0.5, rho=0.8, epsilon=1e-3),
    "Ftrl": lambda: optimizers.Ftrl(0.1),
    "Ftrl, all settings": lambda: optimizers.Ftrl(0.1, -0.7, 0.2, 0.01, 0.02, 0.03, 0.1),
    # Known to Keras alone.
    "Adam, AMSGrad": lambda: adam(amsgrad=True),
    "AdamW, AMSGrad": lambda: optimizers.AdamW(amsgrad=True),
    "SGD, weight decay": lambda: sgd(weight_decay=0.01),
    "Adagrad, weight decay": lambda: optimizers.Adagrad(weight_decay=0.01),
    "clipnorm": lambda: adam(clipnorm=0.1),
    "clipvalue": lambda: adam(clipvalue=0.1),
    "global_clipnorm": lambda: adam(global_clipnorm=0.1),
    "use_ema": lambda: adam(use_ema=True),
    "loss_scale_factor": lambda: adam(loss_scale_factor=8.0),
    "gradient_accumulation_steps": lambda: adam(gradient_accumulation_steps=2),
    "ExponentialDecay": lambda: sgd(decay.ExponentialDecay(0.1, 2, 0.5)),
    "CosineDecay": lambda: adam(decay.CosineDecay(0.1, 10)),
    "PiecewiseConstantDecay": lambda: adam(decay.PiecewiseConstantDecay([2], [0.1, 0.01])),
    "Lion": optimizers.Lion,
    "Lamb": optimizers.Lamb,
    "Adafactor": optimizers.Adafactor,
    "Muon": optimizers.Muon,
    "LossScaleOptimizer": lambda: optimizers.LossScaleOptimizer(adam()),
}

sparse = losses.SparseCategoricalCrossentropy

USUAL = {
    "loss": "sparse_categorical_crossentropy",
    "metrics": ["accuracy"],
    "run_eagerly": True,
}

COMPILED = {
    "a loss by its name": {"loss": "sparse_categorical_crossentropy"},
    "a loss as a function": {"loss": losses.sparse_categorical_crossentropy},
    "a loss as an object": {"loss": sparse()},
    "one-hot labels": {"loss": "categorical_crossentropy"},
    "squares": {"loss": "mse"},
    "distances": {"loss": losses.MeanAbsoluteError()},
    "each class by itself": {"loss": losses.BinaryCrossentropy(), "layer": "sigmoid"},
    "each class by itself, by an object": {
        "loss": losses.BinaryCrossentropy(),
        "layer": "sigmoid",
        "metrics": [metrics.CategoricalAccuracy()],
    },
    "labels as numbers": {"metrics": [metrics.SparseCategoricalAccuracy()]},
    "yes or no": {"loss": "binary_crossentropy", "layer": "yes or no", "metrics": ["accuracy"]},
    "one number": {"loss": "mae", "layer": "yes or no", "metrics": ["mse"]},
    "metrics": {"metrics": ["accuracy", metrics.SparseCategoricalCrossentropy()]},
    "the mean as reduction": {"loss": sparse(reduction="mean")},
    "a loss in a list": {"loss": [sparse()]},
    "several steps at once": {"steps_per_execution": 2, "run_eagerly": False},
    # Known to Keras alone.
    "logits": {"loss": sparse(from_logits=True)},
    "label smoothing": {"loss": losses.CategoricalCrossentropy(label_smoothing=0.1)},
    "the sum as reduction": {"loss": sparse(reduction="sum")},
    "a class left out": {"loss": sparse(ignore_class=1)},
    "sigmoid for labels": {"layer": "sigmoid"},
    "sigmoid for one-hot labels": {"loss": "categorical_crossentropy", "layer": "sigmoid"},
    "softmax for each class by itself": {"loss": "binary_crossentropy"},
    "softmax as a layer, for each class by itself": {
        "loss": "binary_crossentropy",
        "layer": "softmax",
    },
    "another loss": {"loss": losses.CategoricalFocalCrossentropy()},
    "loss weights": {"loss_weights": [0.5]},
    "weighted metrics": {"weighted_metrics": ["accuracy"]},
    "another metric": {"loss": "categorical_crossentropy", "metrics": [metrics.AUC()]},
    "the two best": {"metrics": [metrics.SparseTopKCategoricalAccuracy(2)]},
}
BY_NUMBER = {"sparse_categorical_crossentropy", "SparseCategoricalCrossentropy"}


def ending(activation):
    """The network with another end."""
    parts = [keras.Input(VECTOR), dense(5, activation="relu")]
    if activation == "yes or no":
        return keras.Sequential([*parts, dense(1, activation="sigmoid")])
    return keras.Sequential([*parts, dense(CLASSES), layers.Activation(activation)])


def targets(model, loss, random):
    """Labels in the form the loss takes."""
    classes = random.randint(0, CLASSES, ROWS)
    if model.output_shape[-1] == 1:
        return (classes[:, None] > 1).astype("float32")
    name = loss if isinstance(loss, str) else getattr(loss, "__name__", type(loss).__name__)
    return classes.astype("float32") if name in BY_NUMBER else np.eye(CLASSES, dtype="float32")[classes]


def epoch(model, x, y):
    """Loss and first metric of every batch alone, not Keras' running mean."""
    found = []
    for i in range(0, ROWS, BATCH):
        model.reset_metrics()
        result = np.ravel(model.train_on_batch(x[i : i + BATCH], y[i : i + BATCH]))
        found.append([float(value) for value in result[:2]])
    return list(zip(*found))


def write(question):
    """Trains the model an epoch, saves it, and trains one epoch more."""
    keras.utils.set_random_seed(question["seed"])
    random = np.random.RandomState(question["seed"])
    compiled = {**USUAL, **COMPILED[question["compiled"]]}
    end = compiled.pop("layer", None)
    model = ending(end) if end else LAYERS[question["layer"]]()
    x = random.normal(size=(ROWS, *model.input_shape[1:])).astype("float32")
    [loss] = compiled["loss"] if isinstance(compiled["loss"], list) else [compiled["loss"]]
    y = targets(model, loss, random)
    model.compile(OPTIMIZERS[question["optimizer"]](), **compiled)
    if question["trained"]:
        epoch(model, x, y)
    model.save(question["write"])
    return {"x": x.tolist(), "y": y.tolist(), **state(keras.models.load_model(question["write"]), x, y)}


def read(question):
    x, y = (np.array(question[name], "float32") for name in "xy")
    return state(keras.models.load_model(question["read"]), x, y)


def state(model, x, y):
    before = model.predict(x, verbose=0).tolist()
    losses, *metric = epoch(model, x, y)
    return {
        "before": before,
        "losses": losses,
        "accuracies": metric[0] if metric else [],
        "after": model.predict(x, verbose=0).tolist(),
    }


def answer(question):
    try:
        if "tables" in question:
            return {"layers": [*LAYERS], "optimizers": [*OPTIMIZERS], "compiled": [*COMPILED]}
        return read(question) if "read" in question else write(question)
    except Exception:
        return {"error": traceback.format_exc()}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
