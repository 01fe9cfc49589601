"""CPU seconds that kernels take for lessons when no cell runs: to start, and to check and compile each cell."""

import os
from pathlib import Path

from kernel import Kernel
from worker import answer_all

NOT_RUN = Path(__file__).parent / "lib" / "cells-not-run.cjs"


def compiled(prefix, folder, cells):
    kernel = Kernel(prefix, folder)
    try:
        for code in cells:
            kernel.cell(code)
        # What a kernel puts off until a cell has its answer counts as well.
        kernel.settle()
        return kernel.used()
    finally:
        kernel.close()


os.environ["NODE_OPTIONS"] = f'--require "{NOT_RUN}"'
answer_all(
    lambda question: {
        "seconds": sum(
            compiled(question["prefix"], question["folder"], cells)
            for cells in question["lessons"]
        )
    }
)
