"""Runs cells in a real tslab kernel for the tests beside it: one JSON question a line.

A question is {"codes": [...], "interruptAfter": text or null}: all cells are sent at once. Stop is
pressed as soon as the text has been seen in the output; the cells of "afterStop" are sent then.
"""

import json
import queue
import re
import subprocess
import sys
import time
from pathlib import Path

import psutil
from jupyter_client.manager import start_new_kernel

# What the kernel itself prints would come between the answers.
manager, client = start_new_kernel(kernel_name="tslab", cwd=sys.argv[1], stdout=subprocess.DEVNULL)
QUIET = ("status", "execute_input")


def text_of(message):
    content = message["content"]
    if message["msg_type"] == "stream":
        return content["text"]
    if message["msg_type"] == "error":
        return "\n".join(content["traceback"])
    if message["msg_type"] in ("display_data", "update_display_data", "execute_result"):
        return content["data"].get("text/plain", "")
    return ""


def run(codes, interruptAfter=None, afterStop=()):
    sent = [client.execute(code) for code in codes]
    cells = {one: {"messages": [], "status": None, "reply": None} for one in sent}
    idle, times, pressed, ended = set(), [], None, None
    while len(idle) < len(cells):
        try:
            message = client.get_iopub_msg(timeout=30)
        except queue.Empty:
            raise RuntimeError(f"the kernel says nothing; alive: {manager.is_alive()}") from None
        parent, kind = message["parent_header"].get("msg_id"), message["msg_type"]
        if parent not in cells:
            continue
        if kind == "status" and message["content"]["execution_state"] == "idle":
            idle.add(parent)
            if pressed is not None and ended is None:
                ended = time.monotonic() - pressed
        if kind in QUIET:
            continue
        text = text_of(message)
        if text:
            times.append(time.monotonic())
        cells[parent]["messages"].append({"type": kind, "text": text, "content": message["content"]})
        if interruptAfter and pressed is None and interruptAfter in text:
            # In the millisecond in which a cell's first piece ends, Node loses a Stop; no hand is so quick.
            time.sleep(0.05)
            pressed = time.monotonic()
            manager.interrupt_kernel()
            for code in afterStop:
                one = client.execute(code)
                cells[one] = {"messages": [], "status": None, "reply": None}
    for _ in cells:
        reply = client.get_shell_msg(timeout=120)
        cell = cells[reply["parent_header"]["msg_id"]]
        cell["status"], cell["reply"] = reply["content"]["status"], reply["content"]
    return {
        "cells": list(cells.values()),
        "second": times[1] - times[0] if len(times) > 1 else None,
        "ended": ended,
    }


def help_with(ask, code):
    kernel = psutil.Process(manager.provisioner.pid)
    started, sent = kernel.cpu_times(), ask(code, len(code))
    while (reply := client.get_shell_msg(timeout=60))["parent_header"].get("msg_id") != sent:
        pass
    ended = kernel.cpu_times()
    seconds = ended.user + ended.system - started.user - started.system
    return {**reply["content"], "seconds": seconds}


def kilobytes(status, name):
    return int(re.search(name + r":\s+(\d+)", status).group(1))


def most_memory():
    """The most at once so far, without what is mapped from files."""
    status = Path(f"/proc/{manager.provisioner.pid}/status").read_text()
    return (kilobytes(status, "VmHWM") - kilobytes(status, "RssFile")) * 1024


def own_memory():
    kernel = psutil.Process(manager.provisioner.pid)
    while True:
        before = kernel.cpu_times().user
        time.sleep(0.5)
        if kernel.cpu_times().user - before < 0.05:
            # Not what is mapped from files: libraries belong to all kernels, however many run now.
            status = Path(f"/proc/{kernel.pid}/status").read_text()
            return kilobytes(status, "RssAnon") * 1024


def answer(question):
    if "memory" in question:
        return own_memory()
    if "mostMemory" in question:
        return most_memory()
    for kind, ask in (("inspect", client.inspect), ("complete", client.complete)):
        if kind in question:
            return help_with(ask, question[kind])
    return run(**question)


try:
    client.kernel_info(reply=True, timeout=60)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
