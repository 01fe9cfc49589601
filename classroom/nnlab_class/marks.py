"""The marks of a class as a table: a line for each learner, a column for each task."""

import csv

from nbgrader.api import MissingEntry
from nbgrader.plugins import ExportPlugin

from .names import ASSIGNMENT

BY_HAND = "by hand"


class MarksByTask(ExportPlugin):
    """In place of nbgrader's CSV, which has the sum alone."""

    def export(self, gradebook):
        tasks = gradebook.find_notebook(ASSIGNMENT, ASSIGNMENT).grade_cells
        order = [cell.name for cell in gradebook.find_notebook(ASSIGNMENT, ASSIGNMENT).source_cells]
        tasks = sorted(tasks, key=lambda cell: order.index(cell.name))
        with open(self.to or "marks.csv", "w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            names = [f"{task_name(cell.name)} ({cell.max_score:g})" for cell in tasks]
            table.writerow(["learner", *names, "points so far", "of", "to mark by hand"])
            for student in gradebook.students:
                table.writerow(self.line(gradebook, student, tasks))

    def line(self, gradebook, student, tasks):
        of = sum(cell.max_score for cell in tasks)
        try:
            notebook = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, student.id)
        except MissingEntry:
            return [student.id, *[""] * len(tasks), 0, f"{of:g}", ""]
        grades = {grade.name: grade for grade in notebook.grades}
        shown = [points_in_words(grades[cell.name]) for cell in tasks]
        return [student.id, *shown, f"{notebook.score:g}", f"{of:g}", shown.count(BY_HAND)]


def task_name(name):
    return name.removeprefix("check-").removeprefix("words-")


def points_in_words(grade):
    return BY_HAND if grade.needs_manual_grade else f"{grade.score:g}"
