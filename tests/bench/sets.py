"""Many parameter sets at once, against the loop that a user of the stock commands would write."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.measure import ROOT, run, table

BIN = Path(sys.executable).parent
QUIET = {"stderr": subprocess.DEVNULL}
NOTEBOOKS = ("casualties", "deployments")
STOCK = 4  # of the sets run by the stock commands; their time is scaled to all


def sets() -> list[dict[str, Any]]:
    """Sets of two notebooks, two languages and six assumptions, in the form of `--sets`."""
    return [
        {"name": f"{notebook}-{language}-{number}", "notebook": notebook}
        | {"language": language, "arrivals": 500 * number}
        for notebook in NOTEBOOKS
        for language in ("en", "fr")
        for number in range(6)
    ]


def stock(notebook: Path, folder: Path, name: str = "", **parameters: object) -> float:
    """Seconds for papermill, then nbconvert, each a process of its own."""
    out = folder / f"{name or notebook.stem}.ipynb"
    given = [word for key, value in parameters.items() for word in ("-p", key, str(value))]
    first = run([str(BIN / "papermill"), str(notebook), str(out), *given], **QUIET)
    second = run([str(BIN / "jupyter"), "nbconvert", "--to", "html", str(out)], **QUIET)
    return first.seconds + second.seconds


def many() -> None:
    """All sets by `report --sets`, some by the stock loop; then again, unchanged."""
    rows = sets()
    sampled = rows[:: len(rows) // STOCK]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "sets.yml")
        file.write_text(json.dumps(rows), encoding="utf-8")  # JSON is YAML
        command = [sys.executable, "-m", "analysis", "report", "--sets", str(file)]
        command += ["--out", f"{folder}/ours"]
        ours, again = (run(command, **QUIET).seconds for _ in range(2))
        theirs = sum(_by_stock(row, Path(folder)) for row in sampled) * len(rows) / len(sampled)
    told = f"stock loop: s (x{len(rows) // len(sampled)} of {len(sampled)} run)"
    header = ("sets", "report --sets: s", told, "times faster", "again, unchanged: s")
    shown = [(f"{len(rows)} sets", ours, theirs, theirs / ours, again)]
    table("Parameter sets, one notebook each", header, shown)


def _by_stock(row: dict[str, Any], folder: Path) -> float:
    given = {key: value for key, value in row.items() if key not in ("name", "notebook")}
    return stock(ROOT / "notebooks" / f"{row['notebook']}.ipynb", folder, row["name"], **given)
