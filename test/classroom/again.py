"""Cells at the grader's desk with kernels that only keep what they are given; stdout: what each kernel was given."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "classroom"))

from nnlab_class.kernel import Run  # noqa: E402
from nnlab_class.submission import Desk  # noqa: E402

kernels = []


class Kernel:
    def __init__(self):
        self.given = []
        kernels.append(self.given)

    def run(self, source):
        self.given.append(source)
        return Run(stopped=source == "loops", alive=source != "ends the kernel")


desk = Desk(Kernel, {}, "")
for cell in sys.argv[1:]:
    desk.run(cell)
json.dump(kernels, sys.stdout)
