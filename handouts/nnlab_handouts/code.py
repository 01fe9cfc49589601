"""Code as coloured HTML."""

import re

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import bygroups, inherit
from pygments.lexers.javascript import TypeScriptLexer
from pygments.token import Name, Operator, Whitespace


class LessonLexer(TypeScriptLexer):
    """TypeScript, in which `units: 128` is a property and its value, not a name and its type."""

    tokens = {
        "root": [
            (
                r"([A-Za-z_$][\w$]*)(\??)(\s*)(:)(?!\s*(?:string|number|boolean)\b)",
                bygroups(Name.Other, Operator, Whitespace, Operator),
            ),
            inherit,
        ]
    }


def highlighted(source):
    """TypeScript as HTML, each line an element of its own that knows how far it is indented."""
    html = highlight(source, LessonLexer(), HtmlFormatter(nowrap=True))
    lines = "".join(_line(line) for line in html.rstrip("\n").split("\n"))
    return f'<div class="highlight"><pre>{lines}</pre></div>'


def _line(html):
    text = re.sub(r"<[^>]+>", "", html)
    indent = len(text) - len(text.lstrip(" "))
    style = f' style="--indent:{indent}"' if indent and text.strip() else ""
    return f"<span{style}>{html}\n</span>"
