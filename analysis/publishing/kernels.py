"""A kernel for each report: this Python, sockets in a folder of its own, none left behind."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any, ClassVar

from jupyter_client.manager import AsyncKernelManager

LONGEST = 80  # characters of a folder whose socket names the system still takes


class Kernel(AsyncKernelManager):
    """A kernel manager that knows its siblings, so that all can be ended at once."""

    all: ClassVar[list[Kernel]] = []
    closed: ClassVar[bool] = False

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.folder = tempfile.mkdtemp(prefix="effectifs-")
        self.connection_file = str(Path(self.folder, "kernel.json"))
        if os.name == "posix" and len(self.folder) < LONGEST:
            self.transport, self.ip = "ipc", str(Path(self.folder, "kernel"))
        Kernel.all.append(self)

    def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:
        if Kernel.closed:
            raise RuntimeError("no kernel is started any more")
        # A kernel spec of the user's could name another Python, without our packages
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", self.connection_file]
        return [*command, *(extra_arguments or [])]

    def clear(self) -> None:
        """End the process, if there still is one, and remove the folder."""
        process = getattr(self.provisioner, "process", None) if self.provisioner else None
        if process is not None and process.poll() is None:
            _kill(process)
        shutil.rmtree(self.folder, ignore_errors=True)


def _kill(process: Any) -> None:
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            process.kill()
    else:
        process.kill()


def open_for_work() -> None:
    """Let kernels be started."""
    Kernel.closed = False


def close() -> None:
    """End every kernel that was started here, and let no other start."""
    Kernel.closed = True
    for kernel in list(Kernel.all):
        kernel.clear()


def clear() -> None:
    """Forget the kernels, each of them ended and its folder removed."""
    while Kernel.all:
        Kernel.all.pop().clear()
