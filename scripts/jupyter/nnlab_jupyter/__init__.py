"""What Jupyter's tools learn of this project: set-up makes this folder known to the project's .venv."""
