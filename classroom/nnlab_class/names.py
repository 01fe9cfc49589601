"""What the parts of an assignment are called."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ASSIGNMENT = "15-digit-assignment"
SOLUTION = "16-digit-assignment-solution"
ONCE = "once"  # the one check without a gap: it looks at the whole notebook


def tagged(cell, start):
    """What stands after `start` in the cell's tags: 'deeper' for `gap:deeper`."""
    tags = cell.metadata.get("tags", [])
    return next((tag.removeprefix(start) for tag in tags if tag.startswith(start)), None)


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")
