#!/bin/sh
# Each container begins here: the learner's folder gets the lessons that it lacks, then the command runs.
set -e
mkdir -p "$NNLAB_WORK/notebooks" "$NNLAB_WORK/docs"
cp --update=none /srv/nnlab/notebooks/*.ipynb "$NNLAB_WORK/notebooks"
# Lessons show their pictures from here.
cp --update=none --recursive /srv/nnlab/docs/pictures "$NNLAB_WORK/docs"
exec "$@"
