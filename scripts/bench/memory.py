"""Megabytes that a fresh tslab kernel has for itself: at rest after the imports of a lesson, and at most in all of it."""

import re
import threading
import time
from pathlib import Path

from kernel import Kernel
from worker import answer_all


def own_megabytes(pid):
    kilobytes = re.search(r"RssAnon:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(kilobytes.group(1)) / 1024


class Most(threading.Thread):
    """Looks every 20 ms until it is asked."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most, self.ended = pid, 0.0, False
        self.start()

    def run(self):
        while not self.ended:
            self.most = max(self.most, own_megabytes(self.pid))
            time.sleep(0.02)

    def megabytes(self):
        self.ended = True
        self.join()
        return self.most


def measure(prefix, folder, cells):
    kernel = Kernel(prefix, folder)
    try:
        most = Most(kernel.process.pid)
        kernel.cell(cells[0])
        kernel.settle()
        idle = own_megabytes(kernel.process.pid)
        for code in cells[1:]:
            kernel.cell(code)
        return {"idle": idle, "most": most.megabytes()}
    finally:
        kernel.close()


answer_all(lambda question: measure(**question))
