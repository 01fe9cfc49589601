"""Each container begins here: lessons come into the learner's folder by a hub's rules, then the command runs.

usage: python -m nnlab_hub.container COMMAND…   (NNLAB_WORK is the learner's folder)
"""

import os
import sys
from pathlib import Path

from .learner import refresh
from .lessons import publish


def main():
    folder = Path(os.environ["NNLAB_WORK"])
    os.chdir(folder)
    # What was handed out before is kept with the work: the next image knows nothing of this one.
    bundle = folder / ".lessons" / "lessons.bundle"
    bundle.parent.mkdir(exist_ok=True)
    publish(bundle)
    refresh(folder, bundle)
    os.execvp(sys.argv[1], sys.argv[1:])


if __name__ == "__main__":
    main()
