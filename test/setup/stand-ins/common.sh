# What the stand-ins share: they note their calls, and those in $STAND_IN_HALT stop half-way, where a test wants to cut set-up off.
note() { echo "$1" >>"$STAND_IN_NOTES"; }
halt() {
  if [ "${STAND_IN_SLOW:-}" = "$1" ]; then sleep 2; fi
  case " ${STAND_IN_HALT:-} " in
    *" $1 "*)
      echo "$1" >>"$STAND_IN_NOTES.halted"
      sleep 60
      ;;
  esac
}
