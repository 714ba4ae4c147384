"""What the saved notebooks and reports were made from, and how today's figures differ."""

from __future__ import annotations

import asyncio
import csv
import sys
from collections.abc import Callable, Iterable
from io import StringIO
from operator import itemgetter
from pathlib import Path

from analysis import output, seeds
from analysis.model import CLAIM_COLUMNS, Problem
from analysis.seeds import inputs

FOLDER = "tests/baseline"
INPUTS = ("article", "sha256", "problem")
TIMEOUT = 600  # seconds a cell
IDS = ("claim", "of", "restates")  # hashes of places: they change with them
COMMAND = "make baseline"

Row = dict[str, str]


def save(root: Path = seeds.ROOT) -> int:
    """Execute notebooks and reports, say what differs from before, and save both; 0 or 1.

    Raises Problem on a notebook that fails, and then nothing is saved.
    """
    from analysis import publishing
    from analysis.publishing.files import Beside

    notebooks = sorted((root / "notebooks").glob("*.ipynb"))
    if not notebooks:
        raise Problem("notebooks/: holds no notebook; restore it")
    lines = differences(root)
    with Beside(root) as beside:
        lines += _notebooks(notebooks, beside)
        beside.write(f"{FOLDER}/articles.csv", csv_text(INPUTS, inputs(root / "seeds")))
        beside.write(f"{FOLDER}/claims.csv", csv_text(CLAIM_COLUMNS, claims(root / "seeds")))
        if failed := publishing.report([str(path) for path in notebooks], root / "reports"):
            return failed
        beside.publish()
    print("\n".join(lines or ["no figure appeared, changed or went"]))
    return 0


def check(root: Path = seeds.ROOT) -> int:
    """Say which figures differ from the saved ones; 0 where none does, else 1."""
    lines = differences(root)
    if lines:
        print("\n".join([*lines, f"To execute and save notebooks and reports again: {COMMAND}"]))
    return 1 if lines else 0


def other_articles(root: Path = seeds.ROOT) -> list[str]:
    """The articles that came, changed or went since the notebooks were saved, a line each."""
    saved = root / FOLDER / "articles.csv"
    if not saved.is_file():
        return []
    return compare(_read(saved), inputs(root / "seeds"), ("article",), name=itemgetter("article"))


def differences(root: Path = seeds.ROOT) -> list[str]:
    """Articles and figures that appeared (+), changed (~) or went (-), a line each."""
    lines = other_articles(root)
    saved = root / FOLDER / "claims.csv"
    before = _read(saved) if saved.is_file() else []
    # An edit above a figure moves it, an edit of the figure keeps its place
    keys = (("article", "quote", "start"), ("article", "quote"), ("article", "start"))
    return lines + compare(before, claims(root / "seeds"), *keys, ignored=IDS, name=_figure)


def claims(folder: Path) -> list[Row]:
    """The claims of a folder's articles as they stand in a CSV."""
    from analysis.corpus import rows

    found = [row for row in rows(folder, "claims") if isinstance(row, dict)]
    return [{name: output.cell(row.get(name)) for name in CLAIM_COLUMNS} for row in found]


def compare(
    before: list[Row],
    after: list[Row],
    *keys: tuple[str, ...],
    ignored: Iterable[str] = (),
    name: Callable[[Row], str],
) -> list[str]:
    """Lines on rows that appeared, changed and went; rows are paired by the first key that fits.

    >>> old, new = [{"id": "a", "low": "1"}], [{"id": "a", "low": "2"}, {"id": "b", "low": "3"}]
    >>> print("\\n".join(compare(old, new, ("id",), name=lambda row: row["id"])))
    ~ a: low 1 -> 2
    + b
    """
    pairs = _paired(before, after, keys)
    lines = []
    for row in after:
        old = pairs.get(id(row))
        if old is None:
            lines.append(f"+ {name(row)}")
        elif changes := _changes(old, row, set(ignored)):
            lines.append(f"~ {name(row)}: {changes}")
    kept = {id(old) for old in pairs.values()}
    return lines + [f"- {name(row)}" for row in before if id(row) not in kept]


def _paired(before: list[Row], after: list[Row], keys: Iterable[tuple[str, ...]]) -> dict[int, Row]:
    """The row before of each row after, by the row's identity."""
    pairs: dict[int, Row] = {}
    left = list(before)
    for key in keys:
        waiting: dict[tuple[str, ...], list[Row]] = {}
        for row in left:
            waiting.setdefault(tuple(row[name] for name in key), []).append(row)
        for row in after:
            same = waiting.get(tuple(row[name] for name in key))
            if same and id(row) not in pairs:
                pairs[id(row)] = same.pop(0)
        left = [row for rows in waiting.values() for row in rows]
    return pairs


def _changes(old: Row, new: Row, ignored: set[str]) -> str:
    moved = (
        {"start", "end", "sentence", "inherited"} if old.get("start") != new.get("start") else ()
    )
    names = [name for name in new if name not in ignored and name not in moved]
    changed = [name for name in names if old.get(name, "") != new[name]]
    return ", ".join(f"{name} {old.get(name) or '-'} -> {new[name] or '-'}" for name in changed)


def _figure(row: Row) -> str:
    what = ", ".join(part for part in (row["kind"], row["status"]) if part)
    return f"{row['article']}: “{row['quote']}” ({what}; {row['start']}-{row['end']})"


def _notebooks(paths: list[Path], beside) -> list[str]:
    """Execute notebooks side by side; a line for each whose file changes."""
    lines = []
    for path, text in zip(paths, asyncio.run(_executed(paths)), strict=True):
        name = f"{path.parent.name}/{path.name}"
        if text != path.read_text(encoding="utf-8"):
            lines.append(f"~ {name}: saved outputs")
        beside.write(name, text)
    return lines


async def _executed(paths: list[Path]) -> list[str]:
    from analysis.publishing import kernels

    kernels.open_for_work()
    try:
        return await asyncio.gather(*map(_run, paths))
    finally:
        kernels.clear()


async def _run(path: Path) -> str:
    """A notebook with the outputs of a run in its own folder, as its file's text."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    from analysis.publishing.kernels import Kernel

    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        record_timing=False,
        resources=place,
        kernel_manager_class=Kernel,
    )
    print(f"{path.name}: executing", file=sys.stderr)
    try:
        await client.async_execute()
    except CellExecutionError as error:
        raise _failed(path, f"{error.ename}: {error.evalue}") from None
    except (CellTimeoutError, DeadKernelError) as error:
        raise _failed(path, str(error)) from None
    return nbformat.writes(notebook) + "\n"


def _failed(path: Path, reason: str) -> Problem:
    first = (reason.strip().splitlines() or ["failed"])[0]
    return Problem(seeds.one_line(f"notebooks/{path.name}: {first}; nothing was saved"))


def csv_text(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    """Rows as CSV, a header first."""
    text = StringIO()
    write = output.writer("csv", columns, text)
    for row in rows:
        write(row)
    return text.getvalue()


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
