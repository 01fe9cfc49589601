"""`HandoutExporter`: a lesson's notebook to one HTML page that needs nothing else."""

import json
from datetime import date
from pathlib import Path

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from traitlets import Bool, Dict, List, default

from .code import highlighted
from .formulas import formula_css
from .prepare import PreparePage

HANDOUTS = Path(__file__).parent.parent
ROOT = HANDOUTS.parent
ASSETS = ROOT / "build" / "handout-assets"
PAGE_STYLE = ["colours", "base", "layout", "course", "prose", "code", "figures", "quiz"]
PAGE_STYLE += ["search", "stage", "print"]


class HandoutExporter(HTMLExporter):
    """Exports a lesson as a page for reading: offline, printable, with charts that answer."""

    export_from_notebook = "nnlab handout"

    student = Bool(False, help="Leave solutions and the keys of quizzes out.").tag(config=True)
    course = List(Dict(), help="All lessons of the course: `file` and `title` each.").tag(config=True)

    @default("template_name")
    def _template_name(self):
        return "nnlab"

    @default("extra_template_basedirs")
    def _extra_template_basedirs(self):
        return [str(HANDOUTS / "templates")]

    def _init_preprocessors(self):
        super()._init_preprocessors()
        # Last, so that what an instructor asks of nbconvert's own preprocessors has been done.
        self.register_preprocessor(self.preparation(), enabled=True)

    def preparation(self):
        """What is done to the cells before the template prints them."""
        return PreparePage(student=self.student)

    def default_filters(self):
        yield from super().default_filters()
        yield "highlighted", highlighted
        yield "page", pass_context(lambda context, nb: self.page(nb, context["resources"]))

    def page(self, nb, resources):
        """Everything the template prints besides the cells."""
        headings = resources["headings"]
        name = resources.get("metadata", {}).get("name", "")
        prepared = [cell.metadata.page for cell in nb.cells]
        html = "".join(page.get("opens", "") + page.get("html", "") for page in prepared)
        outputs = [one for cell in nb.cells for one in cell.metadata.page.get("outputs", [])]
        has_charts = any(one.get("spec") for one in outputs)
        return {
            **self.common(html),
            "title": next((one["html"] for one in headings if one["level"] == 1), name),
            "contents": [one for one in headings if one["level"] in (2, 3)],
            "data_sets": resources["data_sets"],
            "notebook": resources["notebook"],
            "home": "index.html",
            "vega": asset("vega.txt") if has_charts else "",
            **neighbours(self.course, f"{name}.html"),
        }

    def common(self, html):
        """What a lesson's page and the course page have alike; `html` is their prose."""
        return {
            "version": json.loads((ROOT / "package.json").read_text())["version"],
            "date": date.today().isoformat(),
            "student": self.student,
            "style": style(PAGE_STYLE),
            "formula_style": formula_css(html),
            "program": asset("page.js"),
        }


def neighbours(course, file):
    """The lessons before and after this one."""
    at = next((at for at, lesson in enumerate(course) if lesson["file"] == file), None)
    if at is None:
        return {"previous": None, "next": None}
    before = course[at - 1] if at > 0 else None
    after = course[at + 1] if at + 1 < len(course) else None
    return {"previous": before, "next": after}


def style(sheets):
    """Style sheets of a page, in the order of the cascade."""
    folder = HANDOUTS / "templates" / "nnlab" / "style"
    return "\n".join((folder / f"{sheet}.css").read_text() for sheet in sheets)


def asset(name):
    """A program for the browser, as `npm run build` bundled it."""
    file = ASSETS / name
    if not file.exists():
        raise FileNotFoundError(f"{file} is missing; run: node scripts/browser.mjs")
    return file.read_text()
