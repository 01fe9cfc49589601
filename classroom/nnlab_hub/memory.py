"""What a learner's kernels take, looked at all the time: the largest is ended before the machine suffers.

The sentence about it stands below the cell that was running, where the learner looks.
"""

import asyncio
import os

import psutil
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

SECONDS = 0.25
GB = 1024**3
PAGE = os.sysconf("SC_PAGE_SIZE")
SHARE = 0.9  # of the limit for a learner: beyond it the system itself may end a program, without a word

ended = {}  # why, by the kernel's id


def _load_jupyter_server_extension(app):
    limit = int(os.environ.get("MEM_LIMIT") or 0)
    if limit:
        app.io_loop.add_callback(watch, app.kernel_manager, limit)


async def watch(kernels, limit):
    while True:
        taken = {kernel: taken_by(pid) for kernel, pid in processes(kernels)}
        if sum(taken.values()) > SHARE * limit:
            end(max(taken, key=taken.get), taken, limit, kernels)
        await asyncio.sleep(SECONDS)


def processes(kernels):
    for kernel in kernels.list_kernel_ids():
        provisioner = kernels.get_kernel(kernel).provisioner
        if provisioner and provisioner.process:
            yield kernel, provisioner.process.pid


def taken_by(pid):
    """Bytes of memory that a process and those below it have to themselves."""
    try:
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)]
        return sum(own_pages(one.pid) for one in family) * PAGE
    except (psutil.Error, OSError):
        return 0


def own_pages(pid):
    with open(f"/proc/{pid}/statm") as file:
        _, resident, shared = file.read().split()[:3]
    return int(resident) - int(shared)


def end(kernel, taken, limit, kernels):
    others = " and your other kernels" if len(taken) > 1 else ""
    ended[kernel] = (
        f"This kernel{others} took {sum(taken.values()) / GB:.1f} of the {limit / GB:.1f} GB of memory that are "
        "yours here, so this one was ended. Your notebook and files are kept, the variables are gone. "
        "Shut down what you do not use (■ in the bar at the left), then run the cells from the top."
    )
    kernels.get_kernel(kernel).provisioner.process.kill()


def why(kernel, kernels):
    """What a learner is told of a kernel that ended without being asked."""
    process = kernels.get_kernel(kernel).provisioner.process
    code = process.poll() if process else None
    return ended.pop(kernel, None) or (
        f"This kernel ended by itself (code {code}), most often for want of memory. Your notebook and files "
        "are kept, the variables are gone: run the cells from the top."
    )


class TellingConnection(ZMQChannelsWebsocketConnection):
    """Tells below the running cell why its kernel ended."""

    running = None

    def handle_outgoing_message(self, stream, outgoing_msg):
        self.running = self.request_of(outgoing_msg) or self.running
        super().handle_outgoing_message(stream, outgoing_msg)

    def request_of(self, message):
        """The header of the cell's request, as the kernel names it when the cell begins."""
        _, parts = self.session.feed_identities(message)
        header = self.session.unpack(parts[1])
        return self.session.unpack(parts[2]) if header["msg_type"] == "execute_input" else None

    def on_kernel_restarted(self):
        if self.running:
            self.write_stderr(why(self.kernel_id, self.multi_kernel_manager), {"header": self.running})
        super().on_kernel_restarted()
