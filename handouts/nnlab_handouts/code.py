"""Code as coloured HTML."""

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
    """TypeScript as HTML; a block that is too wide scrolls, by keyboard too."""
    html = highlight(source, LessonLexer(), HtmlFormatter())
    return html.replace("<pre>", '<pre tabindex="0">', 1)
