"""Settings of a learner's JupyterLab: those of `npm start`, and the watch over memory."""

import json
import os
from hashlib import sha256

from jupyter_client.localinterfaces import local_ips
from nnlab_hub.places import LAB, LAB_STYLE, VENV


def own_address(name):
    """One of this machine's sixteen million addresses: kernels of many who start at once took each other's ports."""
    one, two, three, *_ = sha256(name.encode()).digest()
    return f"127.{one % 254 + 1}.{two}.{three % 254 + 1}"


c = get_config()  # noqa: F821
c.KernelManager.ip = own_address(os.environ["JUPYTERHUB_USER"])
local_ips().append(c.KernelManager.ip)
for section, settings in json.loads(LAB.read_text()).items():
    c[section].update(settings)
c.Application.log_level = "WARN"
c.LabApp.app_settings_dir = str(VENV / "share" / "jupyter" / "lab" / "settings")
c.ServerApp.tornado_settings = {"static_custom_path": [str(LAB_STYLE)]}
c.ServerApp.jpserver_extensions = {"nnlab_hub.memory": True}
c.ServerApp.kernel_websocket_connection_class = "nnlab_hub.memory.TellingConnection"
