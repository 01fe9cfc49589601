"""The Python side of a bench row: answers one JSON line for every question on stdin."""

import json
import sys
import time


def answer_all(answer):
    """Says that it is ready, then answers each question with `answer(question)`, a dict."""
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


def seconds(work, clock=time.perf_counter):
    """How long one call takes."""
    start = clock()
    work()
    return clock() - start
