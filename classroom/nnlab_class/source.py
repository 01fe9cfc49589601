"""The instructor's notebook, from the assignment and its solution: usage: python -m nnlab_class.source COURSE"""

import re
import sys
from pathlib import Path

import nbformat

from .names import ASSIGNMENT, ROOT, SOLUTION, tagged

FOUR = "baseModel, deeperModel, leakyModel, rmspropModel"
# What each hidden check is given, besides the names of its gap's cell.
GIVEN = {
    "rows": "trainData, validationData",
    "deeper": "deeper",
    "leaky": "leaky",
    "rmsprop": "rmsprop",
    "run": f"prepared, leaky, models: [{FOUR}]",
    "train": "baseModel",
    "augmented": f"augmentedModel, models: [{FOUR}]",
    "own": f"ownModel, models: [{FOUR}, augmentedModel]",
    "table": "table, networks",
    "chart": "chart, networks",
    "choice": "chosen, networks",
    "test": "tested, chosen",
    "grid": "grid, chosen",
    "once": "chosen, networks",
}
LESSON_LINK = re.compile(r"\[([^\]]+)\]\(\d\d-[a-z0-9-]+\.ipynb\)")


def instructors_notebook():
    """The assignment with its gaps filled, its cells named and its hidden checks in place."""
    notebook = read(ASSIGNMENT)
    answers = answers_of(read(SOLUTION))
    work = False
    for cell in notebook.cells:
        work = work or cell.source.startswith("## Your work")
        if cell.cell_type == "code":
            prepare_code(cell, answers)
        else:
            prepare_words(cell)
    return notebook


def read(lesson):
    return nbformat.read(ROOT / "notebooks" / f"{lesson}.ipynb", as_version=4)


def answers_of(solution):
    """The code that fills each gap."""
    answers = {}
    for cell in solution.cells:
        gap = tagged(cell, "fills:")
        if gap:
            answers.setdefault(gap, []).append(cell.source)
    return {gap: "\n".join(parts) for gap, parts in answers.items()}


def prepare_code(cell, answers):
    gap, check = tagged(cell, "gap:"), tagged(cell, "checks:")
    if gap:
        mark(cell, gap, solution=True)
        # `OpenGaps` puts this back into the learner's edition.
        cell.metadata["gap"] = cell.source
        cell.source = f"// BEGIN SOLUTION\n{answers[gap]}\n// END SOLUTION"
    elif check:
        mark(cell, f"check-{check}", grade=True, locked=True, points=points_of(cell))
        cell.source += f"\n// BEGIN HIDDEN TESTS\n{hidden(check)}\n// END HIDDEN TESTS"
    else:
        mark(cell, f"given-{cell.id}", locked=True)


def hidden(check):
    """The call of classroom/grading/checks.cjs."""
    # Two lines, because the kernel takes `await (…)` for a call of a function named await.
    grading = "const grading = (globalThis as any).nnlabGrading;"
    return f"{grading}\nawait grading.{check}({shorthand(GIVEN[check])});"


def shorthand(given):
    """`{ a: a }` for `{ a }`, which tslab loses where `a` is of another cell."""
    parts = re.split(r", (?![^\[]*\])", given)
    return "{ " + ", ".join(part if ":" in part else f"{part}: {part}" for part in parts) + " }"


def prepare_words(cell):
    words = tagged(cell, "words:")
    if words:
        mark(cell, f"words-{words}", grade=True, solution=True, points=points_of(cell))
        # nbgrader would put a stub of its own where the learner is told what to write.
        cell.metadata["gap"] = cell.source
    lines = [line for line in cell.source.split("\n") if f"{SOLUTION}.ipynb" not in line]
    # A learner's copy lies somewhere else than the lessons do.
    cell.source = LESSON_LINK.sub(r"\1", "\n".join(lines))


def points_of(cell):
    return int(tagged(cell, "points:"))


def mark(cell, name, grade=False, solution=False, locked=False, points=None):
    cell.metadata["nbgrader"] = {
        "schema_version": 3,
        "grade_id": name,
        "grade": grade,
        "solution": solution,
        "locked": locked,
        "task": False,
        **({"points": points, "cell_type": cell.cell_type} if grade else {}),
    }


def main(course):
    folder = Path(course) / "source" / ASSIGNMENT
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(instructors_notebook(), folder / f"{ASSIGNMENT}.ipynb")


if __name__ == "__main__":
    main(sys.argv[1])
