"""What a cell put out, made ready for the page: charts with captions, quizzes, HTML and text."""

import json
import re

from .editions import QUIZ

VEGA_LITE = "application/vnd.vegalite.v5+json"


def prepare_outputs(cells):
    """Gives every output a `kind` and what the template prints of it; figures are counted."""
    figures = 0
    for cell in cells:
        merged = []
        for output in cell.get("outputs", []):
            prepared = _prepared(output)
            if prepared["kind"] == "figure":
                figures += 1
                prepared["number"] = figures
            if prepared["kind"] == "text" and merged and merged[-1]["kind"] == "text":
                merged[-1]["text"] += prepared["text"]
            else:
                merged.append(prepared)
        cell.metadata.page["outputs"] = [one for one in merged if one.get("text", "x").strip()]


def _prepared(output):
    if output.output_type == "stream":
        return {"kind": "text", "text": output.text}
    if output.output_type == "error":
        return {"kind": "text", "text": "\n".join(output.traceback) or output.evalue}
    data = output.data
    if "image/png" in data:
        return _figure(output)
    if QUIZ in data:
        return {"kind": "quiz", "quiz": data[QUIZ], "json": json_for_script(data[QUIZ])}
    if "text/html" in data:
        return {"kind": "html", "html": _offline(data["text/html"])}
    return {"kind": "text", "text": data.get("text/plain", "") + "\n"}


def _figure(output):
    data = output.data
    size = output.metadata.get("image/png", {})
    spec = data.get(VEGA_LITE)
    alt = size.get("alt") or data.get("text/plain", "")
    return {
        "kind": "figure",
        "png": data["image/png"].replace("\n", ""),
        "width": size.get("width"),
        "height": size.get("height"),
        "alt": alt,
        "caption": size.get("caption") or alt,
        "spec": json_for_script(spec) if spec else None,
    }


def _offline(html):
    """JupyterLab's link to the file with all test images leads nowhere in a handout."""
    return re.sub(r"<a hidden download [^>]*>.*?</a>", "", html)


def json_for_script(value):
    """JSON that may stand inside a script element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def data_sets(cells):
    """The lines in which the lesson said which data it read."""
    said = re.compile(r"^(?:Fashion-MNIST|MNIST|Digits)\b[^\n]*\bimages\b[^\n]*$", re.M)
    lines = [
        line
        for cell in cells
        for output in cell.get("outputs", [])
        for line in said.findall(output.get("text", ""))
    ]
    return list(dict.fromkeys(lines))
