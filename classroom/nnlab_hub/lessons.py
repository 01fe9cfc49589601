"""What learners are given, as a git bundle: nbgitpuller takes it from there.

A bundle is one file, which everybody may read. From a repository that belongs to another user git takes nothing.
"""

import os
import subprocess
import tempfile
from pathlib import Path

from nnlab_class.names import ASSIGNMENT, SOLUTION

from .places import BUNDLE, COURSE, EXCHANGE

BRANCH = "main"
HANDED_OUT = ["notebooks/*.ipynb", "docs/pictures"]
AUTHOR = ["-c", "user.name=nnlab", "-c", "user.email=nnlab@localhost"]


def publish(bundle=BUNDLE, course=COURSE, exchange=EXCHANGE):
    """Puts the lessons as they are now into the bundle, if they are others than before."""
    kept_back = SOLUTION if is_being_solved(exchange) else None
    repository = bundle.with_suffix(".git")
    if not repository.exists():
        make = ["git", "init", "--quiet", "--bare", f"--initial-branch={BRANCH}", str(repository)]
        subprocess.run(make, check=True)
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        found = [path for pattern in HANDED_OUT for path in sorted(course.glob(pattern))]
        files = [str(path) for path in found if path.stem != kept_back]
        git(repository, course, "add", "--force", "--", *files, env=index)
        tree = git(repository, course, "write-tree", env=index)
    before = git(repository, course, "for-each-ref", "--format=%(objectname) %(tree)")
    commit, _, old_tree = before.partition(" ")
    if tree == old_tree and bundle.exists():
        return
    if tree != old_tree:
        parent = ["-p", commit] if commit else []
        commit = git(repository, course, "commit-tree", *parent, "-m", "The lessons", tree)
        git(repository, course, "update-ref", f"refs/heads/{BRANCH}", commit)
    new = bundle.with_suffix(".new")
    git(repository, course, "bundle", "create", "--quiet", str(new), "HEAD", BRANCH)
    new.chmod(0o644)
    new.replace(bundle)


def is_being_solved(exchange):
    """From the day the assignment is handed out until pages come back."""
    released = exchange.glob(f"*/outbound/{ASSIGNMENT}")
    return any(released) and not any(exchange.glob("*/feedback/*.html"))


def git(repository, course, *words, env=None):
    command = ["git", *AUTHOR, f"--git-dir={repository}", f"--work-tree={course}", *words]
    done = subprocess.run(
        command, env={**os.environ, **(env or {})}, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()
