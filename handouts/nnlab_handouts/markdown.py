"""A lesson's prose as HTML: nbconvert's Markdown, with formulas, links and headings for a page."""

import re
from html import escape
from urllib.parse import unquote

from bs4 import BeautifulSoup
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from .code import highlighted
from .formulas import formula


class PageRenderer(IPythonRenderer):
    """Renders one lesson's cells and collects the lesson's headings on the way."""

    def __init__(self, path):
        super().__init__(escape=False, embed_images=True, path=path)
        self.headings = []
        self.anchors = True

    def inline_math(self, body):
        return formula(body)

    def block_math(self, body):
        return formula(body, display=True)

    def latex_environment(self, name, body):
        return formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", display=True)

    def heading(self, text, level, **attrs):
        ids = {heading["id"] for heading in self.headings}
        slug = base = slug_of(text)
        number = 2
        while slug in ids:
            slug, number = f"{base}-{number}", number + 1
        self.headings.append({"level": level, "id": slug, "html": text})
        slug = escape(slug)
        anchor = f' <a class="anchor" href="#{slug}" aria-label="Link to this section">#</a>'
        if level == 1 or not self.anchors:
            anchor = ""
        return f'<h{level} id="{slug}">{text}{anchor}</h{level}>\n'

    def link(self, text, url, title=None):
        return super().link(text, page_of(url), title)

    def block_code(self, code, info=None):
        if info in ("ts", "typescript"):
            return highlighted(code)
        return super().block_code(code, info).replace("<pre>", '<pre tabindex="0">', 1)

    def block_html(self, html):
        # nbconvert's own would close a <details> at once that is closed two blocks further down.
        return html



def slug_of(html):
    """The id JupyterLab gives a heading, so that links between lessons hold in both."""
    soup = BeautifulSoup(html, "html.parser")
    for katex in soup.select(".katex"):
        katex.replace_with(f"${katex.annotation.text}$")
    return soup.get_text().strip().replace(" ", "-")


def page_of(url):
    """A link to another lesson goes to its handout; the index lesson is the course page."""
    found = re.fullmatch(r"(?:\./)?([^/:?#]+)\.ipynb(#.*)?", url)
    if not found:
        return url
    name, fragment = found.group(1), found.group(2) or ""
    return f"{'index' if unquote(name) == '00-index' else name}.html{fragment}"


def render(source, renderer, attachments=None):
    """One Markdown cell as HTML."""
    renderer.attachments = attachments or {}
    html = MarkdownWithMath(renderer=renderer).render(source)
    # A wide table scrolls by itself, by keyboard too; raw HTML in a lesson may hold links as well.
    html = html.replace("<table>", '<div class="table" tabindex="0"><table>')
    html = html.replace("</table>", "</table></div>")
    return re.sub(
        r'(<a\s[^>]*href=")([^"]+\.ipynb[^"]*)(")',
        lambda match: match[1] + page_of(match[2]) + match[3],
        html,
    )
