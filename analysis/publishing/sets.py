"""Many reports at once: a file of named parameter sets, those that changed run side by side."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from analysis import seeds
from analysis.model import Problem
from analysis.publishing import datapackage, index, job, notebooks, run
from analysis.publishing.files import Beside
from analysis.publishing.job import Failed, Job
from analysis.publishing.progress import Progress
from analysis.sheets.inputs import versions

NAME = re.compile(r"[\w][\w.-]*")
CODE = Path(__file__).resolve().parents[1]


def report(
    names: Sequence[str],
    out: Path | None,
    words: Mapping[str, Any],
    file: Path,
    force: bool = False,
) -> int:
    """A page and its data for each set that changed; 1 where one failed. Raises Problem."""
    if out is None:
        raise Problem("--sets wants --out DIR: reports/ holds the defaults only")
    jobs = read(Path(file), names, words)
    folder = Path(out)
    with Beside(folder):
        fresh = [each for each in jobs if force or _stale(each, folder)]
    with Progress(run.cells(fresh)) as progress:
        for each in jobs:
            if each not in fresh:
                progress.say(f"{each.name}: unchanged")
        try:
            failed = _made(fresh, folder, progress)
        except run.Interrupted:
            return 1
        index.write(folder)
    print(f"{len(jobs)} sets: {len(jobs) - len(fresh)} unchanged, {len(failed)} failed")
    print(f"open {folder / 'index.html'}")
    return 1 if failed else 0


def _made(jobs: list[Job], folder: Path, progress: Progress) -> list[str]:
    failed = []
    for work, outcome in run.outcomes(jobs, progress):
        try:
            if not isinstance(outcome, str):
                raise outcome
            _write(work, outcome, folder)
            progress.say(f"{work.name}: done")
        except (Failed, Problem, OSError) as error:
            failed.append(work.name)
            progress.say(f"{work.name}: {error}")
            _write_failed(work, error, folder)
    return failed


def _write(work: Job, page: str, folder: Path) -> None:
    with Beside(folder) as beside:
        beside.write(f"{work.name}.html", page)
        for name, text in datapackage.files(work.values, key=key(work)):
            beside.write(f"{work.name}/data/{name}", text)
        beside.publish()
    (folder / f"{work.name}.failed.html").unlink(missing_ok=True)


def _write_failed(work: Job, error: Exception, folder: Path) -> None:
    with Beside(folder) as beside:
        page = index.failed(work.name, str(error), getattr(error, "source", ""))
        beside.write(f"{work.name}.failed.html", page)
        beside.publish()


def read(file: Path, names: Sequence[str], words: Mapping[str, Any]) -> list[Job]:
    """The jobs of a file of sets, all checked; `words` are given to every set."""
    import yaml

    try:
        rows = yaml.safe_load(file.read_bytes())
    except (OSError, yaml.YAMLError) as error:
        raise Problem(f"{file}: {' '.join(str(error).split())}; give a YAML file") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows) or not rows:
        raise Problem(f"{file}: not a list of sets; write `- name: NAME` and its parameters below")
    jobs = [_job(file, row, names, words) for row in rows]
    doubles = {each.name for each in jobs if [one.name for one in jobs].count(each.name) > 1}
    if doubles:
        raise Problem(f"{file}: two sets are named {doubles.pop()!r}; give each its own name")
    return jobs


def _job(file: Path, row: dict[str, Any], names: Sequence[str], words: Mapping[str, Any]) -> Job:
    given = dict(words) | row
    name = str(given.pop("name", ""))
    if not NAME.fullmatch(name) or name == "index":
        raise Problem(f"{file}: {name!r} cannot name a page; use letters, digits, - and _")
    wanted = given.pop("notebook", None)
    candidates = [wanted] if wanted else list(names)
    if len(candidates) != 1:
        raise Problem(f"{file}: set {name}: of which notebook? write `notebook: NAME` in it")
    try:
        return job.job(name, notebooks.find(candidates[0]), given)
    except Problem as problem:
        raise Problem(f"{file}: set {name}: {problem}") from None


def _stale(work: Job, folder: Path) -> bool:
    page, data = folder / f"{work.name}.html", folder / work.name / "data" / "datapackage.json"
    try:
        before = json.loads(data.read_bytes()).get("key")
    except (OSError, ValueError):
        return True
    return not page.is_file() or before != key(work)


def key(work: Job) -> str:
    """What a page rests on: sources, code, articles, parameters and versions, as one hash."""
    sources = notebooks.sources_sha256(work.notebook)
    articles = _articles(str(work.values.get("seeds", "seeds")))
    return notebooks.sha256([sources, _code(), articles, work.values, versions()])


@cache
def _articles(folder: str) -> str:
    place = seeds.locate(folder)
    if place.is_dir():
        return notebooks.sha256(seeds.inputs(place))
    return hashlib.sha256(place.read_bytes()).hexdigest()


@cache
def _code() -> str:
    found = hashlib.sha256()
    for path in sorted(CODE.rglob("*")):
        if path.suffix in (".py", ".toml", ".css", ".j2", ".json"):
            found.update(str(path.relative_to(CODE)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
