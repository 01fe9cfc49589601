"""A training's chart grows while one watches; a page that shows the same curves again leaves it out."""

from .outputs import VEGA_LITE

MEASURES = ("loss", "accuracy")


def leave_out_repeated(cells):
    """Takes a main training's chart away where the next figures show its curves, and no more."""
    for at, cell in enumerate(cells):
        if "training" not in cell.metadata.get("tags", []):
            continue
        following = [figures for figures in map(_figures, cells[at + 1 :]) if figures][:2]
        shown = [_points(figure) for figures in following for figure in figures]
        cell.outputs = [one for one in cell.outputs if not _repeats(_points(one), shown)]


def _repeats(points, shown):
    return bool(points) and points == set().union(*(some for some in shown if some <= points))


def _figures(cell):
    return [one for one in cell.get("outputs", []) if VEGA_LITE in one.get("data", {})]


def _points(output):
    """What an output's curves say: measure, epoch and value of each point, whatever a curve is called."""
    spec = output.get("data", {}).get(VEGA_LITE, {})
    curves = spec.get("hconcat", [spec])
    rows = [row for curve in curves for row in curve.get("data", {}).get("values", [])]
    return {
        (measure, row.get("epoch"), row[measure])
        for row in rows
        for measure in MEASURES
        if isinstance(row, dict) and "curve" in row and measure in row
    }
