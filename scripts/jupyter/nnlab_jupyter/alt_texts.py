"""nbconvert's own pages (`--to html`, `--to slides`, `--to webpdf`) show a chart as a picture, and forget its words:
JupyterLab's template writes no `alt`, though the output has one. So the picture is written out here, with it.
"""

from html import escape

from nbconvert.preprocessors import Preprocessor

PNG = "image/png"


class AltTexts(Preprocessor):
    """Turns pictures that have an alternative text into HTML that keeps it."""

    def preprocess_cell(self, cell, resources, index):
        for output in cell.get("outputs", []):
            about = output.get("metadata", {}).get(PNG, {})
            if isinstance(about, dict) and about.get("alt") and PNG in output.get("data", {}):
                output.data["text/html"] = picture(output.data.pop(PNG), about)
        return cell, resources


def picture(png, about):
    size = "".join(f' {name}="{int(about[name])}"' for name in ("width", "height") if name in about)
    source = "data:image/png;base64," + "".join(png.split())
    return f'<img src="{source}" alt="{escape(about["alt"])}"{size}>'
