"""Starts a learner's JupyterLab, as the learner: lessons brought up to date, limits set, then the server itself.

usage: python -m nnlab_hub.learner [options of jupyterhub-singleuser]   (NNLAB_WORK is the learner's folder)
"""

import ctypes
import os
import random
import resource
import signal
import subprocess
import sys
from pathlib import Path

from .lessons import BRANCH
from .places import BUNDLE

PARENT_DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG
RESERVED = 3  # times what it uses is what a kernel reserves


def main():
    folder = Path(os.environ["NNLAB_WORK"])
    os.chdir(folder)
    os.umask(0o077)
    end_with_hub()
    refresh(folder)
    limit_cores(float(os.environ.get("CPU_LIMIT") or 0))
    limit_memory(int(os.environ.get("MEM_LIMIT") or 0))
    server = Path(sys.executable).with_name("jupyterhub-singleuser")
    os.execv(server, [str(server), *sys.argv[1:]])


def end_with_hub():
    """A hub that is killed tells nobody: the system then ends this server, and so its kernels, in order."""
    ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGTERM)


def refresh(folder, bundle=BUNDLE):
    """New lessons come in and the learner's work stays, by nbgitpuller's rules; no failure keeps a learner out."""
    # The course around the folder is a repository as well, and none of this is meant for it.
    os.environ["GIT_CEILING_DIRECTORIES"] = str(folder.parent)
    if not run("git", "rev-parse", "--verify", "HEAD"):
        fill(bundle)
    # Else nbgitpuller does not see a new lesson that resembles one taken away, and stops at a learner's file of its name.
    run("git", "config", "diff.renames", "false")
    # A lesson with a new name takes what its learner wrote along.
    run("git", "config", "merge.renames", "true")
    puller = str(Path(sys.executable).with_name("gitpuller"))
    if not run(puller, str(bundle), BRANCH, str(folder)):
        print("The lessons were not brought up to date.", flush=True)


def fill(bundle):
    """The first time: nbgitpuller makes no repository of a folder that exists. What lies there is not overwritten."""
    run("git", "init", "--quiet", f"--initial-branch={BRANCH}")
    run("git", "remote", "add", "origin", str(bundle))
    run("git", "fetch", "--quiet")
    run("git", "reset", "--quiet", f"origin/{BRANCH}")
    run("git", "checkout-index", "--all", "--quiet")


def run(*command):
    """Whether a command ended well; what it says goes into the hub's log."""
    return subprocess.run(command, check=False).returncode == 0


def limit_cores(cores):
    """Without systemd nothing divides the cores; a learner's programs then stay on some of them."""
    allowed = sorted(os.sched_getaffinity(0))
    if 0 < cores < len(allowed):
        os.sched_setaffinity(0, random.sample(allowed, max(1, round(cores))))


def limit_memory(size):
    """The last resort, for each program alone: the watch ends a kernel sooner and says why.

    The system counts what a program has only reserved as well; a kernel does not live with less than this.
    """
    if size:
        resource.setrlimit(resource.RLIMIT_DATA, (RESERVED * size, RESERVED * size))


if __name__ == "__main__":
    main()
