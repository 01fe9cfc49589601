"""JupyterLab that ends with the program that started it, however that ends.

usage: lab.py [JupyterLab's options]   (called by scripts/setup/lab.mjs, which holds the other end of its stdin)

The pipe on stdin closes when the starting program is gone, killed or not. Then the server gets the signal
by which it ends its kernels and itself.
"""

import os
import signal
import sys
import threading
import time

PATIENCE = 10  # seconds for an orderly end


def end_with_parent():
    os.read(0, 1)  # returns only when nobody holds the other end any more
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os._exit(1)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    from jupyterlab.labapp import main

    sys.exit(main())
