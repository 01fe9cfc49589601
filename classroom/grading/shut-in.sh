#!/bin/sh
# Runs the kernel of a submission without a network, with the project read-only, and with solutions and checks out
# of sight. NNLAB_DESK is the one folder it may write to, NNLAB_HIDDEN names folders, one a line.
# Where the system allows no such rooms (NNLAB_SHUT_IN is empty), it runs as it is; the grader has said so.
[ -n "$NNLAB_SHUT_IN" ] || exec "$@"
exec unshare --user --map-root-user --net --mount /bin/sh -c '
  set -e
  mount --make-rprivate /
  mount --bind "$NNLAB_ROOT" "$NNLAB_ROOT"
  mount -o remount,ro,bind "$NNLAB_ROOT"
  mount --bind "$NNLAB_DESK" "$NNLAB_DESK"
  mount -o remount,rw,bind "$NNLAB_DESK"
  printf "%s\n" "$NNLAB_HIDDEN" | while read -r folder; do
    [ ! -d "$folder" ] || mount -t tmpfs -o size=4k tmpfs "$folder"
  done
  cd "$NNLAB_DESK"
  exec setpriv --inh-caps=-all --bounding-set=-all --no-new-privs "$@"
' sh "$@"
