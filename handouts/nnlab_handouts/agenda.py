"""What an agenda's sections say, by the steps of the lessons that they tell the instructor to run."""

import re

import nbformat
from bs4 import BeautifulSoup

from .markdown import PageRenderer, render

RUN = re.compile(r"\*\*Run\.\*\*.*?(?=\n\n|\*\*Activity\.\*\*|$)", re.S)
STEPS = re.compile(r"S(\d+)\.(\d+)(?: to (?:S\d+\.)?(\d+))?")


def notes_of(agendas):
    """HTML by step tag (`S12.14`): the agenda's section that has it under **Run**, without that line."""
    said = {}
    for file in agendas:
        for cell in nbformat.read(file, as_version=4).cells:
            if cell.cell_type == "markdown" and cell.source.startswith("## "):
                note = section_html(cell.source)
                for step in steps_of(cell.source):
                    said.setdefault(step, note)
    return said


def steps_of(source):
    """`S12.14 to S12.16` are three steps."""
    run = RUN.search(source)
    for part, first, last in STEPS.findall(run[0] if run else ""):
        for number in range(int(first), int(last or first) + 1):
            yield f"S{part}.{number}"


def section_html(source):
    """The section as the speaker's view shows it: its heading in bold, no links out of the slides."""
    html = BeautifulSoup(render(RUN.sub("", source), PageRenderer("")), "html.parser")
    for link in html.select("a.anchor"):
        link.decompose()
    for link in html.find_all("a"):
        link.unwrap()
    html.h2.name = "h4"
    html.h4.attrs = {}
    return str(html)
