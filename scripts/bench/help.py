"""Seconds until a warm kernel answers Tab and Shift-Tab on names of its libraries: tslab, or Python's own."""

import statistics
import time

from kernel import Kernel
from worker import answer_all

ROUNDS = 9


def waited(kernel, ask, code):
    """A cell before each, as a learner runs one: what the kernel knew of the names must be found anew."""
    kernel.cell("1")
    start = time.perf_counter()
    reply = ask(code, len(code), reply=True, timeout=60)["content"]
    seconds = time.perf_counter() - start
    if not (reply.get("matches") or reply.get("found")):
        raise RuntimeError(f"no help with: {code}")
    return seconds


def measure(kernels, folder, cell, complete, inspect):
    kernel = Kernel(kernels, folder) if kernels else Kernel(None, folder, "python3")
    try:
        kernel.cell(cell)
        kernel.settle()
        client = kernel.client
        asked = {"complete": (client.complete, complete), "inspect": (client.inspect, inspect)}
        return {
            name: statistics.median(waited(kernel, *how) for _ in range(ROUNDS))
            for name, how in asked.items()
        }
    finally:
        kernel.close()


answer_all(lambda question: measure(**question))
