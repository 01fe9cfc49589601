"""What happens to an assignment's cells before nbgrader's own steps."""

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor

from .names import grade_id


class OpenGaps(NbGraderPreprocessor):
    """In place of nbgrader's ClearSolutions: each gap asks for its own thing, in the lesson's own words."""

    def preprocess_cell(self, cell, resources, index):
        if "gap" in cell.metadata:
            cell.source = cell.metadata.pop("gap")
        return cell, resources


class PutBackCells(NbGraderPreprocessor):
    """Cells of the assignment that a learner has deleted come back, each to its place."""

    def preprocess(self, nb, resources):
        there = {grade_id(cell) for cell in nb.cells}
        place = 0
        for cell in source_notebook(self, resources).cells:
            name = grade_id(cell)
            if name is None:
                continue
            if name in there:
                place = 1 + next(at for at, one in enumerate(nb.cells) if grade_id(one) == name)
            elif not cell.metadata.nbgrader.solution:
                nb.cells.insert(place, cell)
                place += 1
        return nb, resources


def source_notebook(preprocessor, resources):
    """The instructor's notebook that a submission belongs to."""
    course = preprocessor.parent.parent.coursedir
    about = resources["nbgrader"]
    folder = course.format_path(course.source_directory, ".", about["assignment"])
    return nbformat.read(f"{folder}/{about['notebook']}.ipynb", as_version=4)
