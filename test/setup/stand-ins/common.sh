# What the stand-ins share: they note their calls, and stop half-way where a test wants to cut set-up off.
note() { echo "$1" >>"$STAND_IN_NOTES"; }
halt() {
  if [ "${STAND_IN_SLOW:-}" = "$1" ]; then sleep 2; fi
  if [ "${STAND_IN_HALT:-}" = "$1" ]; then
    touch "$STAND_IN_NOTES.halted"
    sleep 60
  fi
}
