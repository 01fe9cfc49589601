"""All handouts in one process, and the course page that leads to them.

usage: python handouts/build.py --out FOLDER [--student] [--slides] [--course NOTEBOOK …] -- NOTEBOOK …
"""

import argparse
from base64 import b64encode
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup

from .agenda import notes_of
from .exporter import ROOT, HandoutExporter
from .markdown import PageRenderer, render
from .search import write_index
from .slides import SlidesExporter

INDEX = "00-index"


def build(notebooks, out, student=False, course=(), slides=False):
    """Writes a page for each notebook into `out`, and `index.html`; returns the files.

    With `slides`, the notebooks are written as slides into `out/slides`, too.

    `course` are the notebooks of the whole course, in order: pages of theirs that are in `out`
    from before stay in the index and among the neighbours.
    """
    out.mkdir(parents=True, exist_ok=True)
    wanted = {path.stem: path for path in notebooks if path.stem != INDEX}
    known = {path.stem: path for path in course if (out / f"{path.stem}.html").exists()}
    written = write_slides(wanted, out / "slides", student, course) if slides else []
    lessons = [lesson_of(path, out) for _, path in sorted({**known, **wanted}.items())]
    exporter = HandoutExporter(student=student, course=lessons)
    found = {}
    for name, path in wanted.items():
        html, resources = exporter.from_filename(str(path))
        written.append(write(out / f"{name}.html", html))
        found[f"{name}.html"] = resources["sections"]
    about = next((path for path in [*notebooks, *course] if path.stem == INDEX), None)
    api = "api/index.html" if (out / "api" / "index.html").exists() else ""
    written.append(write(out / "index.html", course_page(exporter, lessons, about, api)))
    written.append(write_index(out, found, lessons))
    return written


def write_slides(notebooks, out, student, course):
    """The lessons for the stage; agendas of the course give the speaker's notes."""
    out.mkdir(parents=True, exist_ok=True)
    agendas = [path for path in course if path.stem.endswith("-agenda")]
    exporter = SlidesExporter(student=student, said=notes_of(agendas))
    return [
        write(out / f"{name}.html", exporter.from_filename(str(path))[0])
        for name, path in notebooks.items()
    ]


def lesson_of(path, out=None):
    """A lesson's number, files, title, opening paragraph, minutes in class and picture."""
    notebook = nbformat.read(path, as_version=4)
    cells = notebook.cells
    source = next((cell.source for cell in cells if cell.cell_type == "markdown"), "")
    prose = BeautifulSoup(render(source, PageRenderer(str(path.parent))), "html.parser")
    # In a list of links, links inside the words would lead astray.
    for link in prose.find_all("a"):
        link.unwrap()
    title = prose.h1.decode_contents() if prose.h1 else path.stem
    opening = prose.p.decode() if prose.p else ""
    number = path.stem.split("-")[0].lstrip("0")
    return {
        "number": number,
        "file": f"{path.stem}.html",
        "slides": f"slides/{path.stem}.html"
        if out and (out / "slides" / f"{path.stem}.html").exists()
        else None,
        "title": title,
        "opening": opening,
        "minutes": notebook.metadata.get("nnlab", {}).get("minutes"),
        "picture": picture_of(path.stem),
    }


def picture_of(name):
    """The lesson's small picture (`npm run pictures`) as a data URL; a notebook of somebody's own has none."""
    file = ROOT / "docs" / "pictures" / f"{name}.png"
    if not file.exists():
        return None
    return f"data:image/png;base64,{b64encode(file.read_bytes()).decode()}"


def course_page(exporter, lessons, index, api=""):
    """The page that leads to the lessons; its title and opening are the index lesson's.

    `api` is where the pages of all names of the library lie, if `npm run api` has made them.
    """
    about = lesson_of(index) if index else {"title": "Lessons", "opening": ""}
    prose = about["opening"] + "".join(one["title"] + one["opening"] for one in lessons)
    page = {
        **exporter.common(prose),
        "title": about["title"],
        "opening": about["opening"],
        "course": lessons,
        "api": api,
    }
    return exporter.environment.get_template("course.html.j2").render(page=page)


def write(file, html):
    file.write_text(html, encoding="utf-8")
    return file


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--student", action="store_true")
    parser.add_argument("--slides", action="store_true")
    parser.add_argument("--course", nargs="*", type=Path, default=[])
    parser.add_argument("notebooks", nargs="*", type=Path)
    given = parser.parse_args()
    for file in build(given.notebooks, given.out, given.student, given.course, given.slides):
        print(f"{file}  {file.stat().st_size / 1e6:.2f} MB")
