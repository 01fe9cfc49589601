"""Formulas through KaTeX, in one node process for however many lessons."""

import functools
import json
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parent.parent / "formulas.mjs"


class FormulaError(ValueError):
    """A formula that KaTeX cannot read."""


@functools.cache
def _katex():
    return subprocess.Popen(
        ["node", str(SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def _ask(request):
    katex = _katex()
    katex.stdin.write(json.dumps(request) + "\n")
    katex.stdin.flush()
    answer = json.loads(katex.stdout.readline())
    if "error" in answer:
        raise FormulaError(f"{answer['error']} (in the formula {request['tex']!r})")
    return answer


@functools.cache
def formula(tex, display=False):
    """A formula as HTML for the eye and MathML for a screen reader."""
    return _ask({"tex": tex, "display": display})["html"]


def formula_css(html):
    """The style sheet for a page with formulas, its fonts inside; nothing for a page without."""
    return _ask({"css": html})["css"] if 'class="katex' in html else ""
