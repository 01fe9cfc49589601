"""Runs a cell through a JupyterLab as a browser does, and prints what it says. usage: cell.py PORT TOKEN CODE"""

import json
import sys
import uuid

import requests
import websocket

port, token, code = sys.argv[1:]
lab = f"127.0.0.1:{port}/api/kernels"
headers = {"Authorization": f"token {token}"}
about = {"name": "tslab", "path": "notebooks"}
kernel = requests.post(f"http://{lab}", headers=headers, json=about, timeout=60).json()["id"]
channel = websocket.create_connection(
    f"ws://{lab}/{kernel}/channels", header=[f"Authorization: token {token}"], timeout=120
)
header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "version": "5.3"}
header |= {"session": uuid.uuid4().hex, "username": "", "date": ""}
content = {"code": code, "silent": False, "store_history": True, "allow_stdin": False}
message = {"header": header, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
channel.send(json.dumps(message))
while True:
    answer = json.loads(channel.recv())
    if answer["parent_header"].get("msg_id") != header["msg_id"]:
        continue
    said = answer["content"]
    if answer["msg_type"] == "stream":
        print(said["text"], end="")
    if answer["msg_type"] == "execute_reply":
        sys.exit(said["status"] != "ok" and json.dumps(said))
