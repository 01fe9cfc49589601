"""Answers to the assignment's gaps, each run with its check in the grader's own kernel.

stdin: [{"gap": …, "checks": …, "code": …, "last": …}, …]; stdout: for each of them what the cell and its check ended with, or
null. All share one kernel: before the next gap's answers come, the solution is put in, and its check must pass. What shows the test images to other networks comes last.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "classroom"))

from nnlab_class.kernel import Kernel, Limits  # noqa: E402
from nnlab_class.names import grade_id, tagged  # noqa: E402
from nnlab_class.source import instructors_notebook  # noqa: E402

answers = json.load(sys.stdin)
notebook = instructors_notebook()
checks = {tagged(cell, "checks:"): cell.source for cell in notebook.cells}
cells = {grade_id(cell): cell.source for cell in notebook.cells}
kernel = Kernel(Limits(120, 6), [])


def outcome(source):
    error = kernel.run(source).error
    return error and error.evalue


def tried(answer):
    cell = outcome(answer["code"])
    check = outcome(checks[answer["checks"]]) if cell is None else None
    return {**answer, "cell": cell, "check": check}


def must_pass(source, what):
    error = outcome(source)
    if error:
        raise SystemExit(f"The solution fails at {what}: {error}")


results = []
try:
    for cell in (one for one in notebook.cells if one.cell_type == "code"):
        gap, check = tagged(cell, "gap:"), tagged(cell, "checks:")
        if gap:
            results += [tried(one) for one in answers if one["gap"] == gap and not one["last"]]
            # A training tried above would go on; the networks are built anew.
            if gap == "train":
                must_pass(cells["run"], "run")
        must_pass(cell.source, gap or check or cell.id)
    results += [tried(one) for one in answers if one["last"]]
finally:
    kernel.end()
json.dump(results, sys.stdout)
