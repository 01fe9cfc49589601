"""A folder for each learner, which nobody else may look into."""

import os
import pwd

from .lessons import publish
from .places import LEARNERS


def folder_of(spawner):
    return LEARNERS / spawner.user.name


def prepare(spawner):
    """Before a learner's server starts: the folder is there and the learner's own, the lessons are up to date."""
    LEARNERS.mkdir(parents=True, exist_ok=True)
    publish()
    owner = pwd.getpwnam(spawner.user.name) if spawner.real_users else None
    make_own(folder_of(spawner), owner)


def make_own(folder, owner=None):
    """Makes a folder for its owner alone; one that is there must be the owner's already."""
    uid = owner.pw_uid if owner else os.getuid()
    if not folder.exists():
        folder.mkdir(mode=0o700)
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
    if folder.is_symlink() or folder.stat().st_uid != uid:
        raise PermissionError(f"{folder} belongs to somebody else: rename it, or give it to its learner.")
    folder.chmod(0o700)
