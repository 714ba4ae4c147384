"""Small notebooks for the tests of publishing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

PARAMETERS = """language: str = "en"  # of the labels
articles: list[str] | None = None  # which articles
arrivals: int = 0  # persons"""


def notebook(*sources: str) -> Any:
    """A notebook with a parameters cell, prose and the code cells given."""
    first = v4.new_code_cell(PARAMETERS, id="parameters", metadata={"tags": ["parameters"]})
    prose = v4.new_markdown_cell("## What is it?\n\nProse.", id="prose")
    cells = [v4.new_code_cell(source, id=f"code-{n}") for n, source in enumerate(sources)]
    made = v4.new_notebook(cells=[first, prose, *cells])
    made.metadata.kernelspec = {"name": "python3", "display_name": "Python", "language": "python"}
    return made


def saved(folder: Path, name: str, *sources: str) -> Path:
    """The same as a file."""
    path = folder / f"{name}.ipynb"
    nbformat.write(notebook(*sources), path)
    return path


def executed(*outputs: Any) -> Any:
    """A notebook as if it had been run, a cell for each output."""
    made = notebook(*(f"show({n})" for n, _ in enumerate(outputs)))
    code = [cell for cell in made.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code, 1):
        cell.execution_count = count
    for cell, output in zip(code[1:], outputs, strict=True):
        cell.outputs = [output]
    return made


def shown(html: str, text: str = "") -> Any:
    """An output as a `Shown` gives it."""
    data = {"text/html": html, "text/plain": text}
    return v4.new_output("execute_result", data=data, execution_count=1)


def report(*words: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """`python -m analysis report` in a process of its own."""
    command = [sys.executable, "-m", "analysis", "report", *map(str, words)]
    options = {"capture_output": True, "text": True, "timeout": 120} | options
    return subprocess.run(command, **options)


def living(mark: str) -> list[int]:
    """The processes whose environment holds a mark, but for this one."""
    found = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return [pid for pid in found if pid != os.getpid()]
