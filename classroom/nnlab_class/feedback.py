"""The page that a learner gets back: a handout of the marked notebook, with a table of points at its top."""

import re
import sys

from nbformat.v4 import new_markdown_cell
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from .marks import BY_HAND, points_in_words
from .names import ROOT, grade_id

sys.path.insert(0, str(ROOT / "handouts"))

from nnlab_handouts.exporter import HandoutExporter  # noqa: E402
from nnlab_handouts.prepare import PreparePage  # noqa: E402

COLOURS = re.compile(r"\x1b\[[0-9;]*m")
QUOTED = re.compile(r"(?:-->)?\s*(\d+) ")  # a line of the cell in an error, with its number


class FeedbackPage(HandoutExporter):
    """A handout that belongs to no course page."""

    def _preprocess(self, nb, resources):
        # What is prepared for the page is what all others have left in the cells.
        self._preprocessors.sort(key=lambda one: isinstance(one, PreparePage))
        return super()._preprocess(nb, resources)

    def page(self, nb, resources):
        return {**super().page(nb, resources), "home": None, "notebook": None}


class PointsTable(NbGraderPreprocessor):
    """Below the title the points, task by task; above each check what it was worth."""

    def preprocess(self, nb, resources):
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            notebook = gradebook.find_submission_notebook(
                about["notebook"], about["assignment"], about["student"]
            )
            points = {grade.name: points_in_words(grade) for grade in notebook.grades}
            of = {grade.name: f"{grade.max_score:g}" for grade in notebook.grades}
            so_far, all_points = notebook.score, notebook.max_score
        marked = [cell for cell in nb.cells if grade_id(cell) in points]
        lines = [
            table_line(cell, words, points[grade_id(cell)], of[grade_id(cell)])
            for cell, words in zip(marked, what_counts(nb), strict=True)
        ]
        for cell in marked:
            drop_hidden(cell)
        nb.cells.insert(1, new_markdown_cell(table(about["student"], so_far, all_points, lines)))
        return nb, resources


def table(learner, so_far, all_points, lines):
    by_hand = any(BY_HAND in line for line in lines)
    rest = " Texts that a person reads are not in it yet." if by_hand else ""
    head = f"## Points\n\n{learner}: **{so_far:g} of {all_points:g}**.{rest}\n\n"
    return head + "| task | points | what was found |\n|---|---|---|\n" + "\n".join(lines)


def what_counts(nb):
    """The assignment's own words for each of its checks, in their order."""
    table = next(cell.source for cell in nb.cells if cell.source.startswith("## What counts"))
    return re.findall(r"^\| ([^*|]+) \| \d+ \| \d+ \|$", table, re.M)


def table_line(cell, words, points, of):
    shown = points if points == BY_HAND else f"{points} of {of}"
    comment = cell.metadata.nbgrader.get("comment") or found_in(cell)
    return f"| {words} | {shown} | {comment} |"


def found_in(cell):
    """The sentence of the check that failed; nothing where all is well."""
    errors = (one for one in cell.get("outputs", []) if one.output_type == "error")
    error = next(errors, None)
    words = COLOURS.sub("", error.evalue) if error else ""
    return " ".join(words.split()).replace("|", "\\|").replace("<", "&lt;")


def drop_hidden(cell):
    """The hidden part of a check is no reading for learners, nor is what an error shows of it."""
    parts = re.split(r"\n// (?:BEGIN|END) HIDDEN TESTS", cell.source)
    cell.source = parts[0]
    seen = len(cell.source.split("\n"))
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            output.traceback = ["\n".join(lines_up_to(seen, output.traceback))]


def lines_up_to(last, trace):
    """An error's lines without those that quote the cell below a line, and the mark under one of them."""
    hidden = False
    for line in "\n".join(trace).split("\n"):
        quoted = QUOTED.match(COLOURS.sub("", line))
        if quoted:
            hidden = int(quoted[1]) > last
        if not hidden:
            yield line
