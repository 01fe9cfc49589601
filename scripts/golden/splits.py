"""Golden file for test/data/splits.test.ts: numpy's random numbers and scikit-learn's splits.

    python scripts/golden/splits.py > test/data/golden/splits.json
"""

import json

import numpy as np
from sklearn.model_selection import train_test_split


def stratified(counts, part, seed):
    labels = np.random.RandomState(1).permutation(np.repeat(np.arange(len(counts)), counts))
    rows = np.arange(len(labels))
    train, test = train_test_split(rows, test_size=part, random_state=seed, stratify=labels)
    return {
        "labels": labels.tolist(),
        "part": part,
        "seed": seed,
        "train": train.tolist(),
        "test": test.tolist(),
    }


def plain(count, part, seed):
    train, test = train_test_split(np.arange(count), test_size=part, random_state=seed)
    return {
        "count": count,
        "part": part,
        "seed": seed,
        "train": train.tolist(),
        "test": test.tolist(),
    }


def generator(seed):
    return {
        "seed": seed,
        "fractions": np.random.RandomState(seed).random_sample(5).tolist(),
        "permutation": np.random.RandomState(seed).permutation(100).tolist(),
    }


print(
    json.dumps(
        {
            "generator": [generator(seed) for seed in (0, 42, 2**32 - 1, [42, 3], [7, 1, 2])],
            "plain": [plain(10, 0.25, 42), plain(101, 0.2, 7)],
            "stratified": [
                stratified([5, 7, 9], 0.25, 42),
                stratified([100, 33, 57, 10], 0.2, 42),
                stratified([6, 6, 6, 7], 0.5, 3),
            ],
        }
    )
)
