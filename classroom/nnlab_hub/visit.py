"""Runs a lesson as a learner's browser would: through the hub, by its own API.

usage: python -m nnlab_hub.visit HUB NOTEBOOK LEARNER…   (NNLAB_CLASS_TOKEN is a token that may start servers)

All learners come at once. One line of JSON for each, as it is done: seconds until the server was ready and until
the lesson had run, and what went wrong.
"""

import asyncio
import json
import os
import sys
import time
import uuid

import tornado.httpclient
import tornado.websocket

TOKEN = {"Authorization": f"token {os.environ.get('NNLAB_CLASS_TOKEN', '')}"}
PATIENCE = 600
LARGE = 100 * 1024**2


async def main(hub, notebook, learners):
    gate = Gate(len(learners))
    await asyncio.gather(*[visit(Learner(hub, name), notebook, gate) for name in learners])


async def visit(learner, notebook, gate):
    began = time.time()
    await learner.starts()
    ready = time.time()
    tell(learner.name, ready=round(ready - began, 1))
    await gate.all_here()
    started = time.time()
    problems = await learner.runs(notebook)
    tell(learner.name, lesson=round(time.time() - started, 1), problems=problems)


def tell(name, **found):
    print(json.dumps({"learner": name, **found}), flush=True)


class Gate:
    """Nobody goes on before all are here."""

    def __init__(self, count):
        self.missing = count
        self.open = asyncio.Event()

    async def all_here(self):
        self.missing -= 1
        if self.missing == 0:
            self.open.set()
        await self.open.wait()


class Learner:
    def __init__(self, hub, name):
        self.hub = hub
        self.name = name
        self.server = f"{hub}/user/{name}"

    async def ask(self, url, method="GET", body=None):
        content = None if body is None and method in ("GET", "DELETE") else json.dumps(body or {})
        reply = await tornado.httpclient.AsyncHTTPClient().fetch(
            url, method=method, body=content, headers=TOKEN, request_timeout=PATIENCE
        )
        return json.loads(reply.body) if reply.body else None

    async def starts(self):
        if not await self.state():
            await self.ask(f"{self.hub}/hub/api/users/{self.name}/server", "POST")
        while state := await self.state():
            if state["ready"]:
                return
            await asyncio.sleep(0.2)
        raise RuntimeError(f"{self.name}: the server did not start")

    async def state(self):
        """What the hub knows of the learner's server; nothing if there is none."""
        user = await self.ask(f"{self.hub}/hub/api/users/{self.name}")
        return user["servers"].get("")

    async def runs(self, notebook):
        """Runs all cells, saves the notebook with its outputs; says what went wrong."""
        file = f"{self.server}/api/contents/notebooks/{notebook}"
        model = await self.ask(file)
        where = {"path": f"notebooks/{notebook}", "type": "notebook", "name": notebook}
        session = await self.ask(f"{self.server}/api/sessions", "POST", {**where, "kernel": {"name": "tslab"}})
        cells = [cell for cell in model["content"]["cells"] if cell["cell_type"] == "code"]
        problems = await self.runs_cells(session["kernel"]["id"], cells)
        await self.ask(file, "PUT", {"type": "notebook", "format": "json", "content": model["content"]})
        return problems

    async def runs_cells(self, kernel, cells):
        url = f"{self.server}/api/kernels/{kernel}/channels".replace("http", "ws", 1)
        request = tornado.httpclient.HTTPRequest(url, headers=TOKEN, request_timeout=PATIENCE)
        socket = await tornado.websocket.websocket_connect(request, max_message_size=LARGE)
        try:
            for cell in cells:
                cell["outputs"] = [output async for output in outputs_of(socket, cell["source"])]
                bad = [said for said in map(problem, cell["outputs"]) if said]
                if bad:
                    return bad
            return []
        finally:
            socket.close()


async def outputs_of(socket, code):
    """Sends one cell and gives what it shows, until the kernel has done with it or is gone."""
    request = message("execute_request", {"code": code, "silent": False, "store_history": True})
    await socket.write_message(json.dumps(request))
    while True:
        text = await asyncio.wait_for(socket.read_message(), PATIENCE)
        if text is None:
            raise RuntimeError("the connection to the kernel was lost")
        reply = json.loads(text)
        kind, content = reply["header"]["msg_type"], reply["content"]
        if kind == "status" and content["execution_state"] in ("restarting", "dead"):
            return
        if reply["parent_header"].get("msg_id") != request["header"]["msg_id"]:
            continue
        if kind == "status" and content["execution_state"] == "idle":
            return
        if kind in ("stream", "error", "display_data", "execute_result"):
            content.pop("transient", None)
            yield {"output_type": kind, **content}


def message(kind, content):
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "username": "", "session": "visit", "version": "5.3"}
    return {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}


def problem(output):
    if output["output_type"] == "error":
        return f"{output['ename']}: {output['evalue']}"
    return output["text"] if output.get("name") == "stderr" else None


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
