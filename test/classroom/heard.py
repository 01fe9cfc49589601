"""Cells that say much and fail, in the grader's own kernel; stdout: what each was heard to end with."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "classroom"))

from nnlab_class.kernel import Kernel, Limits  # noqa: E402

kernel = Kernel(Limits(120, 6), [])
try:
    shows = "require('tslab').display.text('shown');"
    code = f"for (let time = 0; time < 300; time++) {shows}\nthrow new Error('end');"
    ends = [kernel.run(code).error for _ in range(int(sys.argv[1]))]
finally:
    kernel.end()
json.dump([end and end.evalue for end in ends], sys.stdout)
