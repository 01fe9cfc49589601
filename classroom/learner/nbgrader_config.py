"""nbgrader's settings in a learner's JupyterLab on a hub: JUPYTER_CONFIG_PATH names this folder."""

import os

from nnlab_class.exchange import share

c = get_config()  # noqa: F821
share(c)
# In a trial all learners are one user of the system, whose name nbgrader would take for each of them.
c.CourseDirectory.student_id = os.environ.get("JUPYTERHUB_USER", "*")
# The button Validate runs all trainings; nbgrader gives a cell half a minute.
c.Execute.timeout = 900
