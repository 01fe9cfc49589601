"""Writes test/train/golden/logistic.json: a small logistic regression by scikit-learn.

Run with a Python that has numpy and scikit-learn:  python scripts/golden/logistic.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

OUT = Path(__file__).parents[2] / "test" / "train" / "golden" / "logistic.json"

random = np.random.RandomState(42)
labels = np.arange(120) % 3
# Three overlapping clouds; the last input is the same for all, like a corner pixel of a digit.
inputs = (random.rand(120, 6) + 0.4 * np.eye(3, 6)[labels]).round(3)
inputs[:, 5] = 0

fit = LogisticRegression(tol=1e-10, max_iter=10000).fit(inputs, labels)
loss = log_loss(labels, fit.predict_proba(inputs))
golden = {
    "scikitLearn": sklearn.__version__,
    "inputs": inputs.tolist(),
    "labels": labels.tolist(),
    "coefficients": fit.coef_.round(8).tolist(),
    "intercept": fit.intercept_.round(8).tolist(),
    "loss": loss,
    "penalizedLoss": loss + (fit.coef_**2).sum() / 2 / len(labels),
    "accuracy": fit.score(inputs, labels),
}
OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
