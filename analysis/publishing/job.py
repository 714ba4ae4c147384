"""One page to be made: a notebook with its parameters, executed by papermill and exported."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.publishing import notebooks, parameters

START = 120  # seconds that a kernel may take to start


@dataclass(frozen=True, eq=False)
class Job:
    """What is to be run, and the name of its page."""

    name: str
    path: Path
    notebook: Any = field(repr=False)
    given: dict[str, Any]

    @property
    def values(self) -> dict[str, Any]:
        """All parameters: the notebook's own and those given."""
        own = {name: each.default for name, each in parameters.declared(self.notebook).items()}
        return own | self.given


class Failed(Exception):
    """A cell that raised, a kernel that died: one line, and the cell's source for the page."""

    def __init__(self, line: str, source: str = "", code: int = 1) -> None:
        super().__init__(line)
        self.source = source
        self.code = code


def job(name: str, path: Path, words: dict[str, Any]) -> Job:
    """A job whose parameters are checked; raises Problem before any kernel starts."""
    notebook = notebooks.read(path)
    given = parameters.converted(words, parameters.declared(notebook))
    return Job(name, path, notebook, given)


def executed(work: Job, at: Place) -> Any:
    """The notebook after its run; `at` follows the cells. Raises Failed."""
    import papermill
    from jupyter_core.utils import ensure_event_loop
    from nbclient.exceptions import DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    from analysis.publishing.kernels import Kernel

    notebook = prepared(work.notebook)
    try:
        return papermill.execute_notebook(
            notebook,
            None,
            parameters=work.given,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            kernel_manager_class=Kernel,
            shutdown_kernel="immediate",
            start_timeout=START,
            on_cell_start=at.started,
            on_cell_executed=at.ended,
        )
    except PapermillExecutionError as error:
        raise _failed(work, error) from None
    except (DeadKernelError, RuntimeError) as error:
        line = f"{at.named(work)}: the kernel died ({_first(error)}); run it in JupyterLab"
        raise Failed(line, at.source) from None
    finally:
        ensure_event_loop().close()  # nbclient leaves one open in each thread


def prepared(notebook: Any) -> Any:
    """A copy of the notebook as papermill wants it: tags and metadata on every cell."""
    notebook = copy.deepcopy(notebook)
    notebook.metadata.setdefault("papermill", {})
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])
        cell.metadata.setdefault("papermill", {})
    return notebook


class Place:
    """The cell that runs just now, for the line that says where it ended."""

    def __init__(self, tick: Callable[[], None] = lambda: None) -> None:
        self.tick = tick
        self.source = ""

    def started(self, cell: Any, **more: Any) -> None:
        self.source = cell.source

    def ended(self, **more: Any) -> None:
        self.tick()

    def named(self, work: Job) -> str:
        return _where(work, self.source)


def _where(work: Job, source: str) -> str:
    sources = [cell.source for cell in work.notebook.cells]
    number = sources.index(source) + 1 if source in sources else "of parameters"
    first = (source.strip().splitlines() or [""])[0][:60]
    page = "" if work.name == work.path.stem else f" ({work.name})"
    return f"{work.path.name}{page}, cell {number}, `{first}`"


def _failed(work: Job, error: Any) -> Failed:
    if error.ename == "Problem":
        return Failed(str(error.evalue), error.source, code=2)
    line = f"{_where(work, error.source)}: {error.ename}: {_first(error.evalue)}"
    return Failed(line, error.source)


def _first(error: object) -> str:
    return (str(error).strip().splitlines() or ["no reason given"])[0]


def workers(jobs: int) -> int:
    """How many run at once: twice the cores at most, since kernels wait as they start."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(jobs, 2 * (cores or 1)))
