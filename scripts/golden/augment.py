"""Writes test/train/golden/augment.json: images warped by Keras' ImageDataGenerator.

Run with a Python that has keras, tensorflow and scipy:  python scripts/golden/augment.py
"""

import json
from pathlib import Path

import keras
import numpy as np
import scipy.ndimage
from keras.src.legacy.preprocessing.image import ImageDataGenerator

OUT = Path(__file__).parents[2] / "test" / "train" / "golden" / "augment.json"

WARPS = [
    {"theta": 10, "tx": 0, "ty": 0, "zx": 1, "zy": 1},
    {"theta": -7.5, "tx": 0, "ty": 0, "zx": 1, "zy": 1},
    {"theta": 0, "tx": 2.25, "ty": 0, "zx": 1, "zy": 1},
    {"theta": 0, "tx": 0, "ty": -1.5, "zx": 1, "zy": 1},
    {"theta": 0, "tx": 0, "ty": 0, "zx": 0.9, "zy": 1.1},
    {"theta": 0, "tx": 0, "ty": 0, "zx": 1.08, "zy": 0.97},
    {"theta": 8.1, "tx": -2.7, "ty": 1.3, "zx": 0.93, "zy": 1.09},
    {"theta": -3.3, "tx": 0.4, "ty": 2.8, "zx": 1.1, "zy": 0.9},
]

random = np.random.RandomState(42)
image = random.randint(0, 256, (12, 12, 1)).astype("float32")
generator = ImageDataGenerator(
    rotation_range=10, zoom_range=0.1, width_shift_range=0.1, height_shift_range=0.1
)
golden = {
    "keras": keras.__version__,
    "scipy": scipy.__version__,
    "image": image.astype(int).ravel().tolist(),
    "warped": [
        {**warp, "greys": generator.apply_transform(image, warp).ravel().round(3).tolist()}
        for warp in WARPS
    ],
}
OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
