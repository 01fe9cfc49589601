"""JupyterHub's settings for a class: its jupyterhub_config.py calls `configure`, and may change any of them below."""

import os
import signal
import sys

from jupyterhub.spawner import LocalProcessSpawner, SimpleLocalProcessSpawner

from .folders import folder_of, prepare
from .places import CLASS, EXCHANGE, LEARNERS, PROXY, VENV

START_SECONDS = 180  # for the last of thirty who come at once
PASSED_ON = ["NNLAB_DATA", "NNLAB_QUICK"]


class EndsKernels:
    """On SIGINT, with which the hub begins, a learner's server leaves its kernels behind."""

    async def _signal(self, sig):
        return await super()._signal(signal.SIGTERM if sig == signal.SIGINT else sig)


class RealUsers(EndsKernels, LocalProcessSpawner):
    """Each learner is a user of this system."""

    real_users = True


class OneUser(EndsKernels, SimpleLocalProcessSpawner):
    """All learners are the user who started the hub: for a trial only."""

    real_users = False


def configure(c, login="pam", real_users=True, idle_minutes=60):
    """login: "pam", the system's own users and passwords; "shared-password", one for all; or any other authenticator."""
    c.JupyterHub.authenticator_class = login
    # A name becomes a folder's.
    c.Authenticator.username_pattern = r"[\w@-][\w.@-]*"
    c.LocalAuthenticator.allowed_groups = {"learners"}
    c.PAMAuthenticator.open_sessions = False
    c.JupyterHub.log_level = "WARN"
    c.JupyterHub.bind_url = "http://127.0.0.1:8000"
    c.ConfigurableHTTPProxy.command = [str(PROXY)]
    c.ConfigurableHTTPProxy.log_level = "error"
    c.JupyterHub.spawner_class = RealUsers if real_users else OneUser
    learner(c.Spawner)
    cull_idle(c, idle_minutes)


def learner(spawner):
    spawner.pre_spawn_hook = prepare
    spawner.cmd = [sys.executable, "-m", "nnlab_hub.learner"]
    spawner.args = [f"--config={CLASS / 'nnlab_hub' / 'server_config.py'}"]
    if os.getuid() == 0:
        spawner.args.append("--allow-root")
    spawner.notebook_dir = str(LEARNERS / "{username}")
    spawner.default_url = "/lab/tree/notebooks/00-index.ipynb"
    spawner.environment = environment()
    spawner.mem_limit = "3G"
    spawner.cpu_limit = 2
    spawner.start_timeout = START_SECONDS
    spawner.http_timeout = START_SECONDS


def environment():
    """All that Jupyter writes for a learner goes into the learner's folder, connection files of kernels too."""
    own = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
    }
    return {
        "NNLAB_WORK": lambda spawner: str(folder_of(spawner)),
        "JUPYTER_PATH": str(VENV / "share" / "jupyter"),
        # nbgrader's settings for learners, and what of it their Lab shows.
        "JUPYTER_CONFIG_PATH": str(CLASS / "learner"),
        "NNLAB_EXCHANGE": str(EXCHANGE),
        "PYTHONPATH": str(CLASS),
        "PYTHONNOUSERSITE": "1",
        "NBGITPULLER_DEPTH": "0",
        **{name: os.environ[name] for name in PASSED_ON if name in os.environ},
        **{name: inside(folder) for name, folder in own.items()},
    }


def inside(name):
    return lambda spawner: str(folder_of(spawner) / ".jupyter" / name)


def cull_idle(c, minutes):
    """Ends the servers of those who are gone, with their kernels; files stay."""
    c.JupyterHub.load_roles = [
        {
            "name": "idle-culler",
            "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
            "services": ["idle-culler"],
        }
    ]
    seconds = round(minutes * 60)
    command = [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={seconds}"]
    c.JupyterHub.services = [{"name": "idle-culler", "command": command}]
