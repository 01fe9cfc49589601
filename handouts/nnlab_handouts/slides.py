"""`SlidesExporter`: a lesson's notebook as slides by reveal.js, in one file that needs nothing else."""

from traitlets import Dict, default

from .exporter import HandoutExporter, asset, style
from .markdown import PageRenderer, render
from .prepare import PreparePage


SLIDE_STYLE = ["colours", "base", "prose", "code", "figures", "quiz", "slides"]


class SlidesExporter(HandoutExporter):
    """Exports a lesson for the stage. A cell's `slideshow` metadata, which JupyterLab's property
    inspector sets, says whether it begins a slide, is skipped, or is a note for the speaker."""

    export_from_notebook = "nnlab slides"
    file_extension = ".html"

    said = Dict(help="What an agenda says to each step, as HTML, by the step's tag.").tag(config=True)

    @default("template_name")
    def _template_name(self):
        return "nnlab-slides"

    def preparation(self):
        return PrepareSlides(student=self.student, said=self.said)

    def common(self, html):
        return {
            **super().common(html),
            "style": asset("reveal.css") + style(SLIDE_STYLE),
            "program": asset("slides.js"),
        }


class PrepareSlides(PreparePage):
    """Adds to each cell's `page` what begins a slide there, and the speaker's notes."""

    said = Dict()

    def preprocess(self, nb, resources):
        nb.cells = [cell for cell in nb.cells if kind_of(cell) != "skip"]
        spoken = speakers_notes(nb.cells)
        nb.cells = [cell for cell in nb.cells if kind_of(cell) != "notes"]
        nb, resources = super().preprocess(nb, resources)
        told = set()
        for cell in nb.cells:
            page = cell.metadata.page
            page["slide"] = kind_of(cell)
            notes = [spoken.get(cell.id, ""), *self.agenda_notes(cell, told)]
            page["notes"] = "".join(notes)
        return nb, resources

    def agenda_notes(self, cell, told):
        """What the agenda says to a cell's steps; each of its sections once, where it begins."""
        for tag in cell.metadata.get("tags", []):
            note = self.said.get(tag)
            if note is not None and note not in told:
                told.add(note)
                yield note


def kind_of(cell):
    """`slide`, `subslide`, `fragment`, `skip`, `notes`, `-`, or nothing: then headings decide."""
    return cell.metadata.get("slideshow", {}).get("slide_type", "")


def speakers_notes(cells):
    """The cells that are notes, as HTML, by the id of the cell before them."""
    spoken = {}
    before = None
    for cell in cells:
        if kind_of(cell) != "notes":
            before = cell
        elif before is not None:
            spoken[before.id] = spoken.get(before.id, "") + render(cell.source, PageRenderer(""))
    return spoken
