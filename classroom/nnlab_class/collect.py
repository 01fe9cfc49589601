"""Whose notebook a file is, by its name: as Moodle, Canvas, Blackboard or a teacher's own folder write it."""

import os
import re
import unicodedata
from datetime import datetime, timezone
from pathlib import Path

import nbformat
from nbgrader.plugins import FileNameCollectorPlugin

from .names import ASSIGNMENT, tagged

STAMP = re.compile(r"(\d{4})-(\d\d)-(\d\d)[-_T ](\d\d)[-:](\d\d)(?:[-:](\d\d))?")
# What platforms write round the learner's name.
PLATFORM = [
    re.compile(r"_\d+_assignsubmission_(file|onlinetext)_?.*$"),  # Moodle: Anna Meier_12345_assignsubmission_file_…
    re.compile(r"^.*?_(?=[^_]+_attempt_)"),  # Blackboard: Assignment_anna_attempt_…
    re.compile(r"_attempt_.*$"),
    re.compile(r"(_LATE)?_\d+_\d+_.*$"),  # Canvas: meieranna_12345_67890_…
]
COPY = re.compile(r"[-_ ]*(\(\d+\)|[-_ ]Copy\d*|-\d{1,2})$")


class AnyPlatform(FileNameCollectorPlugin):
    """nbgrader's collector, without a regular expression to be written by the teacher."""

    def collect(self, submitted_file):
        file = Path(submitted_file)
        if file.suffix not in self.valid_ext:
            return None
        learner = learner_of(file)
        if learner is None:
            self.log.error(
                "%s: whose notebook is this? Write the learner's name into its file name.", file.name
            )
            return None
        return {"student_id": learner, "file_id": ASSIGNMENT, "timestamp": when(file)}


def learner_of(file):
    """By the file's name, else its folder's, else the name that the learner wrote into the notebook."""
    for name in (file.stem, file.parent.name if file.parent.name != "extracted" else ""):
        found = plain(without_platform(name))
        if found:
            return found
    return plain(name_written_in(file)) or None


def without_platform(name):
    for pattern in PLATFORM:
        name = pattern.sub("", name)
    name = STAMP.sub("", name)
    name = COPY.sub("", name)
    return name.replace(ASSIGNMENT, "")


def plain(name):
    """An id that is safe as a folder's name: 'Jörg Müller' is jorg-muller."""
    letters = unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode().lower()).strip("-")


def name_written_in(file):
    try:
        notebook = nbformat.read(file, as_version=4)
    except Exception:  # what cannot be read has no name; nbgrader says that it cannot be read
        return ""
    cell = next((one for one in notebook.cells if tagged(one, "name") is not None), None)
    found = re.search(r"^Name:[ *_]*([^\n…]+)", cell.source, re.M) if cell else None
    return found[1] if found else ""


def when(file):
    """In the name, else the file's own time: of two notebooks the later one counts."""
    found = STAMP.search(file.stem)
    if found:
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        moment = datetime(year, month, day, hour, minute, second)
    else:
        moment = datetime.fromtimestamp(os.path.getmtime(file), timezone.utc).replace(tzinfo=None)
    return moment.isoformat(" ", "seconds") + " UTC"
