"""Notebooks as files and as cells: found by name, read, and what of them is source."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from analysis.model import Problem
from analysis.parameters import guess
from analysis.seeds import ROOT

FOLDER = ROOT / "notebooks"
PARAMETERS, INJECTED = "parameters", "injected-parameters"


def known() -> list[str]:
    """The names of the project's notebooks, in the order of a reader: what, losses, sources."""
    return sorted((path.stem for path in FOLDER.glob("*.ipynb")), key=order)


def order(name: str) -> tuple[int, str]:
    first = ("deployments", "casualties", "sources")
    return (first.index(name) if name in first else len(first), name)


def find(name: str) -> Path:
    """The file of a notebook given by its name or its path."""
    for path in (Path(name), FOLDER / f"{name}.ipynb", FOLDER / name):
        if path.suffix == ".ipynb" and path.is_file():
            return path
    mend = guess(Path(name).stem, known()) or f"; there are {', '.join(known()) or 'none'}"
    raise Problem(f"notebook {name}: not found{mend}")


def read(path: Path) -> Any:
    """The notebook of a file, in the newest format."""
    import nbformat

    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError, AttributeError, nbformat.ValidationError) as error:
        line = str(error).splitlines()[0][:120]
        raise Problem(f"{path.name}: not a notebook that can be read ({line})") from None


def tags(cell: Any) -> list[str]:
    """The tags of a cell, none where it has none."""
    return list(cell.metadata.get("tags", []))


def tagged(notebook: Any, tag: str) -> list[str]:
    """The sources of the cells with a tag."""
    return [cell.source for cell in notebook.cells if tag in tags(cell)]


def sources(notebook: Any) -> list[tuple[str, str]]:
    """Type and source of each cell as it was written: nothing that papermill put in."""
    return [
        (cell.cell_type, cell.source)
        for cell in notebook.cells
        if INJECTED not in tags(cell) and "papermill-error-cell-tag" not in tags(cell)
    ]


def sources_sha256(notebook: Any) -> str:
    """The hash of a notebook's sources, not of its outputs or metadata."""
    return sha256(sources(notebook))


def sha256(value: Any) -> str:
    """The hash of something that JSON can hold."""
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()


def all_or(names: Iterable[str]) -> list[Path]:
    """The files of the notebooks named, or of all the project has; a Problem where none is."""
    paths = [find(name) for name in names] or [FOLDER / f"{name}.ipynb" for name in known()]
    if not paths:
        raise Problem("notebooks/: it holds no notebook; restore it from the repository")
    return list(dict.fromkeys(paths))
