"""scikit-learn's logistic regression on the images the bench wrote into a folder."""

import numpy as np
from images import images_in
from sklearn.linear_model import LogisticRegression
from worker import answer_all, seconds

state = {}


def load(folder):
    images, labels = images_in(folder)
    state.update(labels=labels.astype(int), inputs=images / 255.0)
    return {}


def fit():
    inputs, labels = state["inputs"], state["labels"]
    model = LogisticRegression(max_iter=10000)
    time = seconds(lambda: model.fit(inputs, labels))
    chances = model.predict_log_proba(inputs)[np.arange(len(labels)), labels]
    penalty = (model.coef_**2).sum() / 2 / len(labels)
    iterations = int(model.n_iter_[0])
    return {"seconds": time, "penalizedLoss": penalty - chances.mean(), "iterations": iterations}


answer_all(lambda question: load(question["load"]) if "load" in question else fit())
