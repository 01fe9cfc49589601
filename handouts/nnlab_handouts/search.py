"""What the search over the course looks through: a script beside the pages, for no server helps."""

import json

from bs4 import BeautifulSoup

from .editions import is_solution

FILE = "search-index.js"
# A script that is loaded works from a folder of files, where fetching JSON does not.
BEFORE, AFTER = "window.nnlabIndex=", ";\n"


def sections(cells):
    """The prose between two headings, with the heading's id; solutions are not given away."""
    found = []
    for cell in cells:
        if cell.cell_type != "markdown" or is_solution(cell):
            continue
        soup = BeautifulSoup(cell.metadata.page["html"], "html.parser")
        for unread in soup.select("details, .anchor, .katex-html, annotation"):
            unread.decompose()
        for node in soup.find_all(string=True):
            heading = node.find_parent(["h1", "h2", "h3", "h4"])
            if heading and heading.get("id") and (not found or found[-1]["id"] != heading["id"]):
                found.append({"id": heading["id"], "heading": _words(heading), "text": ""})
            elif found and not heading:
                found[-1]["text"] += node
    return [{**one, "text": " ".join(one["text"].split())} for one in found]


def _words(element):
    return " ".join(element.get_text().split())


def write_index(folder, pages, course):
    """Puts the sections of the pages just made into the index; those of earlier pages stay."""
    file = folder / FILE
    known = json.loads(file.read_text("utf-8")[len(BEFORE) : -len(AFTER)]) if file.exists() else {}
    known.update(pages)
    index = {one["file"]: known[one["file"]] for one in course if one["file"] in known}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    file.write_text(BEFORE + text + AFTER, "utf-8")
    return file
