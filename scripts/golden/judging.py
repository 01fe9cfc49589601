"""Writes test/judge/golden/: what scikit-learn says of made-up predictions and of folds.

Run with a Python that has numpy and scikit-learn:  python scripts/golden/judging.py
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, confusion_matrix, precision_recall_fscore_support
from sklearn.model_selection import KFold

OUT = Path(__file__).parents[2] / "test" / "judge" / "golden"


def judged(name, truth, guess, classes):
    labels = list(range(classes))

    def scores(average):
        values = precision_recall_fscore_support(
            truth, guess, labels=labels, average=average, zero_division=0
        )
        return [np.asarray(value).tolist() for value in values[:3]]

    return {
        "name": name,
        "classes": classes,
        "truth": truth.tolist(),
        "guess": guess.tolist(),
        "accuracy": accuracy_score(truth, guess),
        "confusion": confusion_matrix(truth, guess, labels=labels).tolist(),
        "perClass": scores(None),
        "macro": scores("macro"),
        "weighted": scores("weighted"),
    }


def cases():
    random = np.random.RandomState(42)
    truth = random.randint(0, 10, 400)
    guess = np.where(random.rand(400) < 0.8, truth, random.randint(0, 10, 400))
    yield judged("ten classes, four in five right", truth, guess, 10)
    rare = np.where(random.rand(300) < 0.95, 0, 1)
    yield judged("two classes, one rare and never guessed", rare, np.zeros(300, int), 2)
    truth = random.choice([0, 1, 3], 60)
    guess = random.choice([0, 1, 2], 60)
    yield judged("a class without images, another never guessed", truth, guess, 5)


def folds():
    for count, folds, seed in [(10, 5, 42), (103, 5, 42), (23, 4, 7)]:
        splitter = KFold(folds, shuffle=True, random_state=seed)
        rows = [held.tolist() for _, held in splitter.split(np.zeros(count))]
        yield {"count": count, "folds": folds, "seed": seed, "rows": rows}


OUT.mkdir(parents=True, exist_ok=True)
golden = {"scikitLearn": sklearn.__version__, "cases": list(cases()), "folds": list(folds())}
(OUT / "scikit-learn.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
