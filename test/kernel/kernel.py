"""Runs cells in a real tslab kernel for stop.kernel.test.ts: one JSON question a line.

A question is {"code": ..., "interruptAfter": text or null}: Stop is pressed as soon as the text
has been seen in the output.
"""

import json
import sys
import threading
import time

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name="tslab", cwd=sys.argv[1])


def text_of(message):
    content = message["content"]
    if message["msg_type"] == "stream":
        return content["text"]
    if message["msg_type"] in ("display_data", "update_display_data"):
        return content["data"].get("text/plain", "")
    return ""


def run(code, interruptAfter):
    answer = {"second": None, "ended": None}
    seen, times, pressed = [], [], None

    def hear(message):
        nonlocal pressed
        text = text_of(message)
        if text:
            times.append(time.monotonic())
        seen.append(text)
        if interruptAfter and pressed is None and interruptAfter in text:
            pressed = time.monotonic()
            # This hook runs inside the client's event loop; the manager has one of its own.
            threading.Thread(target=manager.interrupt_kernel).start()

    reply = client.execute_interactive(code, output_hook=hear, timeout=120)
    if len(times) > 1:
        answer["second"] = times[1] - times[0]
    if pressed is not None:
        answer["ended"] = time.monotonic() - pressed
    # After an error tslab drops what comes within 200 ms, so that "run all" ends there.
    time.sleep(0.5)
    return {**answer, "status": reply["content"]["status"], "output": "\n".join(seen)}


try:
    for line in sys.stdin:
        print(json.dumps(run(**json.loads(line))), flush=True)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
