"""What stands in which edition: solutions folded, or left out together with the quiz keys."""

import re

from nbformat.v4 import new_markdown_cell

QUIZ = "application/vnd.nnlab.quiz+json"

FOLDED = re.compile(
    r"<details[^>]*>\s*<summary>(?P<summary>.*?)</summary>(?P<body>.*?)</details>", re.S
)
GIVES_AWAY = re.compile(r"solution|answer|\bkey\b", re.I)


def is_solution(cell):
    return "solution" in cell.metadata.get("tags", [])


def for_students(cells):
    """The cells without solutions: neither tagged cells nor folded ones, nor the keys of quizzes."""
    kept = [cell for cell in cells if not is_solution(cell)]
    for cell in kept:
        if cell.cell_type == "markdown":
            cell.source = FOLDED.sub(_without_answer, cell.source)
        for output in cell.get("outputs", []):
            if QUIZ in output.get("data", {}):
                _drop_key(output)
                # The code may hold the questions, and with them the right answers.
                cell.source = ""
    return kept


def opening(cells):
    """What students see of a lesson that solves another one: how it begins."""
    return [*for_students(cells[:1]), new_markdown_cell("The student edition ends here.")]


def _without_answer(match):
    return "" if GIVES_AWAY.search(match["summary"]) else match[0]


def _drop_key(output):
    data = output["data"]
    questions = [
        {"question": q["question"], "options": [{"text": o["text"]} for o in q["options"]]}
        for q in data[QUIZ]["questions"]
    ]
    output["data"] = {QUIZ: {"title": data[QUIZ]["title"], "questions": questions}}


def fold_solutions(cells):
    """Marks where a folded solution opens and closes: a run of cells tagged `solution`.

    A heading that is folded in JupyterLab begins a fold of its own, and is what one clicks on.
    """
    run = []
    for cell in [*cells, None]:
        if run and (cell is None or not is_solution(cell) or folds_below(cell)):
            if not all(_folds_itself(one) for one in run):
                _fold(run)
            run = []
        if cell is not None and is_solution(cell):
            run.append(cell)


def folds_below(cell):
    """True for a heading below which JupyterLab hides the cells until somebody opens it."""
    return cell.metadata.get("jp-MarkdownHeadingCollapsed", False)


def _folds_itself(cell):
    return cell.cell_type == "markdown" and FOLDED.search(cell.source)


def _fold(run):
    summaries = []
    for cell in run:
        if cell.cell_type == "markdown":
            summaries += [match["summary"] for match in FOLDED.finditer(cell.source)]
            cell.source = FOLDED.sub(lambda match: match["body"], cell.source)
    run[0].metadata.page["opens"] = summaries[0] if summaries else "Solution"
    run[-1].metadata.page["closes"] = True
