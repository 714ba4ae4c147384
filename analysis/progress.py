"""A bar on a terminal while many articles are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
DELAY = 1.0  # seconds: what is over sooner needs no bar


def watched(
    files: list[Path],
    read: Callable[[Path, Callable[[int], None]], Iterator[Item]],
    progress: bool | None = None,
) -> Iterator[Item]:
    """What `read` gives of each file, with a bar by bytes on standard error.

    `progress`: None shows it on a terminal to which no rows are printed; True on any terminal.
    """
    if not wanted(progress):
        for path in files:
            yield from read(path, lambda size: None)
        return
    from tqdm import tqdm

    total = sum(path.stat().st_size for path in files if path.is_file())
    style = {"unit": "B", "unit_scale": True, "delay": DELAY, "leave": False}
    with tqdm(total=total, desc="Reading", file=sys.stderr, **style) as bar:
        for path in files:
            yield from read(path, bar.update)


def wanted(progress: bool | None) -> bool:
    """Whether there is a terminal to show a bar on."""
    if progress is None:
        return sys.stderr.isatty() and not sys.stdout.isatty()
    return progress and sys.stderr.isatty()
