"""CPU seconds of a fresh tslab kernel: until it is ready, for the import cell of lesson 2, for warm cells."""

import statistics
import time

import psutil
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager
from worker import answer_all

# The lesson's first cell imports less.
IMPORTS = (
    "import * as tf from '@tensorflow/tfjs-node';\n"
    "import { classScores, modelSummary } from 'nnlab';"
)
NAMES = [
    "const t{0} = tf.tidy(() => tf.tensor1d([1, 2, 3]).max().dataSync()[0]);",
    "const s{0} = classScores.length + modelSummary.length;",
    "const m{0} = tf.layers.dense({{ units: {0} + 1 }});",
]
ROUNDS = 15


class Kernel:
    def __init__(self, prefix, folder, name="tslab"):
        specs = KernelSpecManager(**({"kernel_dirs": [prefix]} if prefix else {}))
        self.manager = KernelManager(kernel_name=name, kernel_spec_manager=specs)
        self.manager.start_kernel(cwd=folder)
        self.client = self.manager.client()
        self.client.start_channels()
        self.process = psutil.Process(self.manager.provisioner.pid)
        self.client.wait_for_ready(timeout=60)

    def used(self):
        times = self.process.cpu_times()
        return times.user + times.system

    def settle(self):
        """Until the kernel has nothing to do."""
        while True:
            before = self.used()
            time.sleep(0.5)
            if self.used() - before < 0.05:
                return

    def cell(self, code):
        before = self.used()
        reply = self.client.execute_interactive(code, output_hook=lambda message: None, timeout=120)
        if reply["content"]["status"] != "ok":
            raise RuntimeError(f"this cell fails: {code}")
        return self.used() - before

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def measure(prefix, folder, imports):
    kernel = Kernel(prefix, folder)
    try:
        ready = kernel.used()
        kernel.settle()
        seconds = {"ready": ready, "warmed up": kernel.used(), "import": kernel.cell(imports)}
        trivial = [kernel.cell(f"const a{at} = {at};") for at in range(ROUNDS)]
        kernel.cell(IMPORTS)
        names = [kernel.cell(NAMES[at % len(NAMES)].format(at)) for at in range(ROUNDS)]
        # The clock of a process counts in hundredths.
        return seconds | {"trivial": statistics.mean(trivial), "names": statistics.mean(names)}
    finally:
        kernel.close()


if __name__ == "__main__":
    answer_all(lambda question: measure(**question))
