"""A command's time and peak memory, and a table of results."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent


class Run(NamedTuple):
    seconds: float
    megabytes: float  # at the peak, of the process itself
    out: str


class Stopped(Exception):
    """A command that failed or took too long."""


def run(command: Sequence[str], longest: float = 1800, **options) -> Run:
    """Run a command to its end in a fresh process, `longest` seconds at most; keep its output."""
    start = time.perf_counter()
    done = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, **options)
    late = threading.Timer(longest, done.kill)
    late.start()
    out = done.stdout.read()
    _, status, usage = os.wait4(done.pid, 0)
    late.cancel()
    done.returncode = os.waitstatus_to_exitcode(status)
    if done.returncode:
        took = time.perf_counter() - start
        raise Stopped(f"exit {done.returncode} after {took:.0f} s")
    return Run(time.perf_counter() - start, usage.ru_maxrss / 1024, out)


def asked(*words: object, longest: float = 600) -> dict[str, float]:
    """What `python -m tests.bench.child WORDS` measured of itself, caches cold."""
    command = [sys.executable, "-m", "tests.bench.child", *map(str, words)]
    made = run(command, longest)
    return {**json.loads(made.out), "megabytes": made.megabytes}


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table, numbers to three digits and to the right."""
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(header, *cells, strict=True)]
    print(f"\n{title}")
    for row in (header, *cells):
        aligned = [row[0].ljust(widths[0])]
        aligned += [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  " + "  ".join(aligned))
    sys.stdout.flush()


def _cell(value: object) -> str:
    if not isinstance(value, float):
        return f"{value:,}" if isinstance(value, int) else str(value)
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
