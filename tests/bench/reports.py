"""The pages of `make report` against the same notebooks by the two stock commands."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.measure import ROOT, run, table

BIN = Path(sys.executable).parent
QUIET = {"stderr": subprocess.DEVNULL}


def stock(notebook: Path, folder: Path) -> float:
    """Seconds for papermill, then nbconvert, each a process of its own."""
    out = folder / notebook.name
    first = run([str(BIN / "papermill"), str(notebook), str(out)], **QUIET)
    second = run([str(BIN / "jupyter"), "nbconvert", "--to", "html", str(out)], **QUIET)
    return first.seconds + second.seconds


def reports() -> None:
    """All notebooks from a cold start to the last page."""
    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "analysis", "report", "--out", f"{folder}/ours"]
        ours = run(command, **QUIET).seconds
        theirs = sum(stock(path, Path(folder)) for path in notebooks)
    rows = [(f"{len(notebooks)} notebooks", ours, theirs, theirs / ours)]
    header = ("reports", "analysis report: s", "papermill + nbconvert: s", "times faster")
    table("Pages", header, rows)
