"""A kernel in which somebody else's code runs: with an end to its time, its memory and its words."""

import os
import queue
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL

import psutil
from jupyter_client.manager import KernelManager
from nbformat.v4 import new_output, output_from_msg

from .names import ROOT

START_SECONDS = 120
STOP_SECONDS = 15  # after Stop, before the kernel is ended
MOST_OUTPUTS = 500
GIGABYTE = 1024**3
SAYS = ("stream", "error", "display_data", "execute_result", "update_display_data")


@dataclass
class Limits:
    seconds: float
    gigabytes: float


@dataclass
class Run:
    """What a cell did: its outputs, whether it had to be stopped, and whether the kernel lives."""

    outputs: list = field(default_factory=list)
    stopped: bool = False
    alive: bool = True

    @property
    def error(self):
        return next((one for one in self.outputs if one.output_type == "error"), None)

    def fail(self, name, sentence):
        trace = [f"{name}: {sentence}"]
        self.outputs.append(new_output("error", ename=name, evalue=sentence, traceback=trace))


class Kernel:
    """One kernel, shut in; the folder it may write to goes with it."""

    def __init__(self, limits, hidden):
        self.limits = limits
        (ROOT / "build").mkdir(exist_ok=True)
        self.desk = Path(tempfile.mkdtemp(prefix="desk-", dir=ROOT / "build"))
        shutil.copytree(ROOT / "classroom" / "grading", self.desk / ".checks")
        # The path of a socket has at most 107 letters.
        self.sockets = tempfile.mkdtemp(prefix="nnlab-")
        self.manager = KernelManager(kernel_name="tslab", transport="ipc")
        self.manager.ip = f"{self.sockets}/k"
        self.manager.connection_file = f"{self.sockets}/k.json"
        rooms = {
            "NNLAB_ROOT": str(ROOT),
            "NNLAB_DESK": str(self.desk),
            "NNLAB_HIDDEN": "\n".join(map(str, hidden)),
            "NNLAB_WORK": str(self.desk),
        }
        # What a kernel's native parts log is no part of a notebook.
        quiet = {"stdout": DEVNULL, "stderr": DEVNULL}
        self.manager.start_kernel(cwd=str(self.desk), env={**os.environ, **rooms}, **quiet)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=START_SECONDS)

    def run(self, source):
        """Runs a cell to its end, or ends it."""
        run, asked = Run(), self.client.execute(source)
        deadline = time.monotonic() + self.limits.seconds
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                message = None
            if message and message["parent_header"].get("msg_id") == asked:
                if is_idle(message):
                    break
                hear(message, run)
            if not self.manager.is_alive():
                return self._died(run, "KernelDied", "This cell ended the kernel.")
            if self._gigabytes() > self.limits.gigabytes:
                words = f"This cell took more than {self.limits.gigabytes:g} GB of memory."
                return self._died(run, "OutOfMemory", words)
            if time.monotonic() < deadline:
                continue
            if run.stopped:
                return self._died(run, "OutOfTime", "This cell did not end, not even by Stop.")
            self.manager.interrupt_kernel()
            run.stopped, deadline = True, time.monotonic() + STOP_SECONDS
        if run.stopped:
            run.outputs = [one for one in run.outputs if one.output_type != "error"]
            run.fail("OutOfTime", f"This cell took more than {self.limits.seconds:g} s.")
        return run

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)
        shutil.rmtree(self.sockets, ignore_errors=True)
        shutil.rmtree(self.desk, ignore_errors=True)

    def _died(self, run, name, sentence):
        run.alive = False
        run.fail(name, sentence)
        self.end()
        return run

    def _gigabytes(self):
        try:
            kernel = psutil.Process(self.manager.provisioner.pid)
            family = [kernel, *kernel.children(recursive=True)]
            return sum(one.memory_info().rss for one in family) / GIGABYTE
        except psutil.NoSuchProcess:
            return 0


def is_idle(message):
    return message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"


def hear(message, run):
    """Keeps what a cell says; a line that is written anew stays one line."""
    if message["msg_type"] not in SAYS or len(run.outputs) > MOST_OUTPUTS:
        return
    content = message["content"]
    if message["msg_type"] == "update_display_data":
        return
    last = run.outputs[-1] if run.outputs else None
    if message["msg_type"] == "stream" and last and last.get("name") == content["name"]:
        if len(last.text) < 100_000:
            last.text += content["text"]
        return
    run.outputs.append(output_from_msg(message))
    if len(run.outputs) > MOST_OUTPUTS and message["msg_type"] != "error":
        run.fail("TooManyWords", f"This cell showed more than {MOST_OUTPUTS} things.")
