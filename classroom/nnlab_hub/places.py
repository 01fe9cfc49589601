"""Where the parts of a class lie."""

import os
from pathlib import Path

COURSE = Path(__file__).parent.parent.parent
CLASS = COURSE / "classroom"
VENV = COURSE / ".venv"  # the course's own Jupyter: its kernel and its settings
LAB = COURSE / "scripts" / "lab.json"
LAB_STYLE = COURSE / "scripts" / "jupyter" / "lab"
PROXY = COURSE / ".cache" / "hub" / "node_modules" / ".bin" / "configurable-http-proxy"
BUNDLE = COURSE / ".cache" / "hub" / "lessons.bundle"
# Inside the course, because a notebook finds the packages from there alone.
LEARNERS = COURSE / os.environ.get("NNLAB_WORK", "") / "work"
# Between teacher and learners; no learner's name begins with a dot.
EXCHANGE = LEARNERS / ".exchange"
