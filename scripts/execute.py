"""Executes one notebook whole in its kernel and writes the executed copy and a short report.

usage: execute.py NOTEBOOK OUT.ipynb REPORT.json   (called by scripts/notebooks.mjs)

A rejected promise that nobody awaited leaves no trace in a saved notebook, so two guard cells that
are not saved stand round the lesson: the first listens for rejections, the last reports them.

The cells tagged `check` (scripts/checks.mjs) are not saved either: the report names those that found
another number than the lesson's, and the lesson goes on after them.

What the lesson writes (models, tables) goes beside the copy, so that no run meets the models of another
or takes the learner's own away.

An assignment ends at its first gap (src/lesson/turn.ts). That is no error: the report names the gap,
and the cells below are left as they are.
"""

import json
import os
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

LISTEN = """
(globalThis as any).lateRejections = [];
process.on('unhandledRejection', (why) => (globalThis as any).lateRejections.push(String(why)));
"""
REPORT = """
await new Promise((later) => setTimeout(later, 200));
console.log(JSON.stringify((globalThis as any).lateRejections));
"""

GAP = "Your turn. Missing here: "
PASSED = "✓ "


class Runner(NotebookClient):
    """Runs the cells in order, the guards with them, and keeps what the kernel says meanwhile."""

    gap = None

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.checks = {}
        self.failed = []

    def run(self):
        code = nbformat.v4.new_code_cell
        lesson = self.nb.cells
        self.nb.cells = [code(LISTEN), *lesson, code(REPORT)]
        try:
            self.execute()
            said = "".join(o.get("text", "") for o in self.nb.cells[-1].outputs)
            return json.loads(said.strip().splitlines()[-1])
        finally:
            self.nb.cells = lesson = [cell for cell in lesson if not is_check(cell)]
            for number, cell in enumerate((c for c in lesson if c.cell_type == "code"), 1):
                if cell.execution_count:
                    cell.execution_count = number

    async def async_execute_cell(self, cell, cell_index, **options):
        """Below a gap, only the guard runs."""
        if self.gap and cell is not self.nb.cells[-1]:
            return cell
        try:
            return await super().async_execute_cell(cell, cell_index, **options)
        except CellExecutionError as problem:
            if is_check(cell):
                self.failed.append(f"{cell.id}: {error_in(cell) or problem}")
                return cell
            self.gap = gap_in(cell)
            if not self.gap:
                raise
            return cell
        finally:
            if is_check(cell):
                self.checks[cell.id.removeprefix("check-")] = passed_in(cell)


def is_check(cell):
    """Whether the cell checks the one before it."""
    return "check" in cell.metadata.get("tags", [])


def passed_in(cell):
    """How many numbers were found as the lesson says."""
    said = "".join(o.get("text", "") for o in cell.get("outputs", []))
    return sum(line.startswith(PASSED) for line in said.splitlines())


def error_in(cell):
    """The sentence of the error with which the cell ended."""
    errors = (o.evalue for o in cell.get("outputs", []) if o.output_type == "error")
    return next(errors, None)


def errors_of(cell):
    """What the cell wrote to stderr, output by output."""
    streams = (o for o in cell.get("outputs", []) if o.output_type == "stream")
    return [stream.text for stream in streams if stream.name == "stderr"]


def gap_in(cell):
    """The sentence of the gap at which the cell ended, if that is why it ended."""
    sentence = error_in(cell)
    return sentence if sentence and sentence.startswith(GAP) else None


def main(source, out, report):
    notebook = nbformat.read(source, as_version=4)
    folder = Path(out).parent
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["NNLAB_WORK"] = str(folder.resolve())
    started, error, rejections = time.monotonic(), None, []
    runner = Runner(
        notebook,
        timeout=1800,
        # On a busy machine outputs may arrive late; after this time those that are still to come would be lost.
        iopub_timeout=120,
        kernel_name="tslab",
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
    )
    try:
        rejections = runner.run()
    except CellExecutionError as problem:
        error = str(problem)
    except Exception as problem:  # the kernel died, or timed out: said in the report as well
        error = f"{type(problem).__name__}: {problem}"
    nbformat.write(notebook, out)
    stderr = [text for cell in notebook.cells for text in errors_of(cell)]
    facts = {
        "seconds": round(time.monotonic() - started, 1),
        "error": error,
        "gap": runner.gap,
        "stderr": stderr,
        "rejections": rejections,
        "checks": runner.checks,
        "failed": runner.failed,
    }
    Path(report).write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n")
    return 1 if error or stderr or rejections or runner.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
