"""The images that the bench wrote into a folder (lib/images.mjs), as rows of bytes, and their labels."""

from pathlib import Path

import numpy as np


def images_in(folder):
    labels = np.fromfile(Path(folder) / "labels", np.uint8)
    return np.fromfile(Path(folder) / "images", np.uint8).reshape(len(labels), -1), labels
