"""Run by scripts/handouts.mjs: see nnlab_handouts/course.py."""

from nnlab_handouts.course import main

main()
