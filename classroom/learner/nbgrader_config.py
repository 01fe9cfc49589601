"""nbgrader's settings in a learner's JupyterLab on a hub: JUPYTER_CONFIG_PATH names this folder."""

from nnlab_class.exchange import share

share(get_config())  # noqa: F821
