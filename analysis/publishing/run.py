"""Reports made: notebooks run side by side, pages and data written only when all is well."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from analysis.model import Problem
from analysis.parameters import unknown
from analysis.publishing import index, job, kernels, notebooks, parameters
from analysis.publishing.files import Beside
from analysis.publishing.job import Failed, Job
from analysis.publishing.progress import Progress
from analysis.seeds import ROOT

REPORTS = ROOT / "reports"
Outcome = str | Failed | OSError


def report(
    names: Sequence[str],
    out: Path | None,
    words: Mapping[str, Any],
    sets: Path | None = None,
    force: bool = False,
) -> int:
    """Make the pages and give the exit code; raises Problem for what the caller got wrong."""
    if sets is not None:
        from analysis.publishing import sets as many

        return many.report(names, out, words, sets, force)
    jobs = planned(names, words)
    if out is None and any(_differs(each) for each in jobs):
        raise Problem("-p with values that are not the defaults wants --out DIR")
    folder = Path(out) if out else REPORTS
    code = 1
    with Beside(folder) as beside, Progress(cells(jobs)) as progress, suppress(Interrupted):
        code = _all_or_nothing(jobs, beside, progress)
    if code == 0:
        print(f"open {_named(folder / 'index.html')}")
    return code


def planned(names: Sequence[str], words: Mapping[str, Any]) -> list[Job]:
    """A job for each notebook, given those of the parameters that it has."""
    paths = notebooks.all_or(names)
    known = [parameters.declared(notebooks.read(path)) for path in paths]
    for name in words:
        if not any(name in each for each in known):
            raise unknown(name, tuple(dict.fromkeys(one for each in known for one in each)))
    return [
        job.job(path.stem, path, {name: words[name] for name in words if name in each})
        for path, each in zip(paths, known, strict=True)
    ]


def _all_or_nothing(jobs: list[Job], beside: Beside, progress: Progress) -> int:
    failed: list[Outcome] = []
    with writing(progress):
        for work, outcome in outcomes(jobs, progress, alongside=lambda: _data(jobs, beside)):
            if isinstance(outcome, str):
                beside.write(f"{work.name}.html", outcome)
                progress.say(f"{work.name}: done")
            elif str(outcome) not in map(str, failed):
                failed.append(outcome)
                progress.say(outcome)
        if not failed:
            beside.publish()
            index.write(beside.folder)
            return 0
    return max((getattr(each, "code", 1) for each in failed), default=1)


def _data(jobs: list[Job], beside: Beside) -> None:
    from analysis.publishing import datapackage

    values: dict[str, Any] = {}
    for work in jobs:
        values |= work.values
    for name, text in datapackage.files(values):
        beside.write(f"data/{name}", text)


@contextmanager
def writing(progress: Progress) -> Iterator[None]:
    """What cannot be written is one line; what was there before stays."""
    try:
        yield
    except OSError as error:
        place = error.filename or "the folder of reports"
        reason = error.strerror or str(error)
        progress.say(f"{place}: {reason}; make room, or choose another folder with --out")


def cells(jobs: Sequence[Job]) -> int:
    """How many code cells are to be run."""
    return sum(cell.cell_type == "code" for each in jobs for cell in each.notebook.cells)


def outcomes(
    jobs: Sequence[Job], progress: Progress, alongside: Callable[[], None] = lambda: None
) -> Iterator[tuple[Job, Outcome]]:
    """Each job with its page or its failure, in the order in which they end.

    `alongside` is done while the kernels start. Ctrl-C ends every kernel and all the rest.
    """
    logging.getLogger("papermill").setLevel(logging.CRITICAL)  # we say it ourselves
    kernels.open_for_work()
    running: dict[Job, job.Place] = {}
    pool = ThreadPoolExecutor(job.workers(len(jobs)), thread_name_prefix="report")
    with _terminated_as_interrupted():
        try:
            waiting = {pool.submit(_page, each, progress, running): each for each in jobs}
            alongside()
            yield from _ended(waiting)
        except KeyboardInterrupt:
            places = "; ".join(place.named(each) for each, place in running.items())
            progress.say(f"interrupted in {places or 'no cell yet'}; reports are as they were")
            raise Interrupted from None
        finally:
            _end(pool)


class Interrupted(Exception):
    """Ctrl-C, told already."""


def _ended(waiting: dict[Future[Outcome], Job]) -> Iterator[tuple[Job, Outcome]]:
    open_ones = set(waiting)
    while open_ones:
        done, open_ones = wait(open_ones, return_when=FIRST_COMPLETED)
        for each in sorted(done, key=lambda one: waiting[one].name):
            yield waiting[each], each.result()


def _end(pool: ThreadPoolExecutor) -> None:
    kernels.close()
    pool.shutdown(wait=True, cancel_futures=True)
    kernels.clear()


def _page(work: Job, progress: Progress, running: dict[Job, job.Place]) -> Outcome:
    from analysis.publishing.exporter import EffectifsExporter

    running[work] = place = job.Place(progress.cell)
    try:
        notebook = job.executed(work, place)
        about = {"metadata": {"name": work.name}}
        return EffectifsExporter().from_notebook_node(notebook, about)[0]
    except (Failed, OSError) as failed:
        return failed
    finally:
        with suppress(KeyError):
            del running[work]


@contextmanager
def _terminated_as_interrupted() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _differs(work: Job) -> bool:
    known = parameters.declared(work.notebook)
    return any(known[name].default != value for name, value in work.given.items())


def _named(path: Path) -> str:
    with suppress(ValueError):
        return str(path.resolve().relative_to(Path.cwd()))
    return str(path)
