"""Runs a learner's notebook for marking: what fails costs its own points, and no others.

Where a gap stays open or fails, its checks count nothing, and the solution takes its place, so that what comes
after can be judged. Where a cell ends the kernel, the cells before it that came to an end run again in a new one.
"""

import re

from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Float

from .cells import source_notebook
from .kernel import Kernel, Limits, Run
from .names import ONCE, ROOT, grade_id

MOST_DEATHS = 3
# An error of the type checker in a check says that a name is missing or something else than it should be.
NAMES_MISSING = "TypeScript"
# What later gaps are built of: with a wrong one each of them would be wrong again.
BUILT_ON = {"deeper", "leaky", "rmsprop"}
IMPORT = re.compile(r"^import .*?from '[^']+';$", re.M | re.S)


class RunSubmission(NbGraderPreprocessor):
    """In place of nbgrader's Execute, which gives up a notebook with the first kernel."""

    seconds = Float(900, help="How long a cell may take.").tag(config=True)
    gigabytes = Float(4, help="How much memory its kernel may take.").tag(config=True)

    def preprocess(self, nb, resources):
        own = source_notebook(self, resources).cells
        answers = {grade_id(cell): cell.source for cell in own}
        imports = "\n".join(IMPORT.findall(next(c.source for c in own if c.cell_type == "code")))
        course = self.parent.parent.coursedir.root
        hidden = [course, ROOT / "notebooks", ROOT / "classroom"]
        limits = Limits(self.seconds, self.gigabytes)
        desk = Desk(lambda: Kernel(limits, hidden), answers, imports)
        try:
            for cell in nb.cells:
                if cell.cell_type == "code":
                    desk.take(cell)
        finally:
            desk.clear()
        return nb, resources


class Desk:
    """One notebook at work."""

    def __init__(self, start, answers, imports):
        self.start, self.answers, self.imports = start, answers, imports
        self.kernel, self.done, self.deaths = None, [], 0
        self.failed = {}  # what each failed gap's cell ended with

    def take(self, cell):
        about = cell.metadata.get("nbgrader", {})
        name = about.get("grade_id") or ""
        gap = name.removeprefix("check-")
        # The check without a gap looks at what the learner's test has seen.
        judged = "test" if gap == ONCE else gap
        if about.get("grade") and judged in self.failed:
            run = Run()
            run.fail("Open", f"The cell above ended with: {self.failed[judged]}")
        else:
            run = self.run(cell.source)
            if not about.get("locked") and declares_one_of(self.imports, cell.source):
                # A function of the library under a name that the checks use: theirs comes back.
                self.run(self.imports)
        cell.outputs = run.outputs
        cell.execution_count = None
        if about.get("solution") and run.error:
            self.failed[name] = run.error.evalue
            self.fill(name)
        elif about.get("grade") and run.error and (
            gap in BUILT_ON or (gap != ONCE and run.error.ename == NAMES_MISSING)
        ):
            self.fill(gap)

    def run(self, source):
        if self.deaths > MOST_DEATHS:
            run = Run()
            run.fail("NotRun", f"{MOST_DEATHS + 1} cells have ended the kernel; this one did not run.")
            return run
        if self.kernel is None:
            self.kernel = self.start()
            for earlier in self.done:
                self.kernel.run(earlier)
        run = self.kernel.run(source)
        if not run.alive:
            self.kernel = None
            self.deaths += 1
        elif not run.stopped:
            # What was stopped would take all its time again, in each new kernel.
            self.done.append(source)
        return run

    def fill(self, gap):
        """The solution in place of what is missing; nobody is marked for it."""
        if gap in self.answers:
            self.run(self.answers[gap])

    def clear(self):
        if self.kernel:
            self.kernel.end()


def declares_one_of(imports, source):
    """Whether a cell gives a new meaning to a name that the notebook has imported."""
    names = re.findall(r"\w+", imports)
    declared = re.findall(r"\b(?:function|const|let|var|class|enum)\b([^=;(]*)", source)
    return any(name in re.findall(r"\w+", part) for part in declared for name in names)
