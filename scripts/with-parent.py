"""A server of Jupyter's that ends with the program that started it, however that ends.

usage: with-parent.py jupyterlab|jupyterhub [its options]   (called by who holds the other end of its stdin)

The pipe on stdin closes when the starting program is gone, killed or not. Then the server gets the signal
by which it ends its kernels (the hub its learners' servers) and itself.
"""

import os
import runpy
import signal
import sys
import threading
import time

PATIENCE = 30  # seconds for an orderly end


def end_with_parent():
    os.read(0, 1)  # returns only when nobody holds the other end any more
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    module = sys.argv.pop(1)
    # The folder of this file holds nothing that Jupyter should find.
    sys.path.pop(0)
    runpy.run_module(module, run_name="__main__", alter_sys=True)
