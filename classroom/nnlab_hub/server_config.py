"""Settings of a learner's JupyterLab: those of `npm start`, and the watch over memory."""

import json

from nnlab_hub.places import LAB, VENV

c = get_config()  # noqa: F821
for section, settings in json.loads(LAB.read_text()).items():
    c[section].update(settings)
c.Application.log_level = "WARN"
c.LabApp.app_settings_dir = str(VENV / "share" / "jupyter" / "lab" / "settings")
c.ServerApp.jpserver_extensions = {"nnlab_hub.memory": True}
c.ServerApp.kernel_websocket_connection_class = "nnlab_hub.memory.TellingConnection"
