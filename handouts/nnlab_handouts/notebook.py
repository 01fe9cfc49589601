"""The lesson's notebook inside its page: whoever is handed the page alone can still run it."""

import base64
from copy import deepcopy

import nbformat


def download(nb, name):
    """A link that saves the notebook of this edition, without outputs."""
    clean = deepcopy(nb)
    for cell in clean.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
            cell.metadata.pop("execution", None)
    data = (nbformat.writes(clean) + "\n").encode()
    return {
        "name": f"{name}.ipynb",
        "kilobytes": max(1, round(len(data) / 1000)),
        "href": f"data:application/x-ipynb+json;base64,{base64.b64encode(data).decode()}",
    }
