"""An assignment as an nbgrader course: made, collected, run, marked. See classroom/README.md."""
