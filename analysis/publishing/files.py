"""Files written whole or not at all: beside their place first, then moved there."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from analysis.model import Problem


class Beside:
    """Files that wait beside a folder's own until all of them are written.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Beside(Path(folder)) as beside:
    ...         beside.write("data/a.csv", "x")
    ...         beside.publish()
    ...     Path(folder, "data", "a.csv").read_text()
    'x'
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waiting: Path | None = None
        self.names: list[str] = []

    def __enter__(self) -> Beside:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.waiting = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        except OSError as error:
            reason = f"{self.folder}: {error.strerror}; choose another folder with --out"
            raise Problem(reason) from None
        return self

    def __exit__(self, *raised: object) -> None:
        if self.waiting:
            shutil.rmtree(self.waiting, ignore_errors=True)

    def write(self, name: str, text: str) -> None:
        """Write a file that is not seen before `publish`."""
        path = Path(self.waiting, name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(self.folder / name)) from None
        self.names.append(name)

    def publish(self) -> None:
        """Move all that was written to its place."""
        for name in self.names:
            place = self.folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(Path(self.waiting, name), place)
        self.names.clear()
