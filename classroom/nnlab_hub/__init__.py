"""A class on JupyterHub: who may come in, a folder for each, limits. See classroom/README.md."""
