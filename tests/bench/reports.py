"""The pages of `make report` against the same notebooks by the two stock commands."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.measure import ROOT, run, table
from tests.bench.sets import QUIET, stock


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
