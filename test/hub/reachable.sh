#!/bin/sh
# usage: unshare --mount sh reachable.sh FOLDER… -- COMMAND…
# Runs a command that other users can follow: folders in a closed one, as /root is, stand open to it alone.
set -e
while [ "$1" != -- ]; do
  folder=$1 closed='' above=$1
  shift
  while [ "$above" != / ]; do
    case $(stat -c %A "$above") in *[xt]) ;; *) closed=$above ;; esac
    above=$(dirname "$above")
  done
  [ -n "$closed" ] || continue
  kept=$(mktemp -d)
  mount --bind "$folder" "$kept"
  # A second folder in the same closed one finds it open already.
  mount -t tmpfs -o mode=755 tmpfs "$closed"
  mkdir -p "$folder"
  mount --move "$kept" "$folder"
done
shift
exec "$@"
