"""How heavy a page is and how long one takes, from no claim to ten thousand."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import texts
from tests.bench.measure import ROOT, run, table
from tests.bench.sets import QUIET

CLAIMS = (0, 1, 100, 10_000)


def sizes() -> None:
    """Bytes of the pages of the seeds, the time to a first one, then pages by their claims."""
    with tempfile.TemporaryDirectory() as folder:
        _seeds(Path(folder))
        _claims(Path(folder))


def _seeds(folder: Path) -> None:
    names = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
    rows = []
    for name in names:
        seconds, megabytes, page = _made(name, folder / "one")
        rows.append((name, page, seconds, megabytes))
    # Cold: a new process and kernel; the disk's cache and compiled modules stay
    header = ("seeds/, page", "bytes", "cold start to page: s", "peak MB")
    table("One page from a new process and a new kernel, modules compiled before", header, rows)


def _claims(folder: Path) -> None:
    rows = []
    for count in CLAIMS:
        seeds = claimed(folder / f"{count}.jsonl", count)
        made = [_made(name, folder / "out", seeds) for name in ("casualties", "sources")]
        seconds, sizes = [each[0] for each in made], [each[2] for each in made]
        data = sum(path.stat().st_size for path in (folder / "out" / "data").iterdir())
        rows.append((f"{count:,}", seeds.stat().st_size, *seconds, *sizes, data))
    header = ("claims", "text: bytes", "casualties: s", "sources: s")
    header += ("casualties: bytes", "sources: bytes", "data: bytes")
    table("A report by its claims", header, rows)


def _made(name: str, out: Path, seeds: Path | None = None) -> tuple[float, float, int]:
    """Seconds, peak megabytes (of the reporting process) and bytes of one notebook's page."""
    command = [sys.executable, "-m", "analysis", "report", name, "--out", str(out)]
    done = run([*command, *(("-p", "seeds", str(seeds)) if seeds else ())], **QUIET)
    return done.seconds, done.megabytes, (out / f"{name}.html").stat().st_size


def claimed(path: Path, count: int, language: str = "en") -> Path:
    """Articles of own sentences that hold so many claims together, as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles(count, language):
            file.write(json.dumps(article) + "\n")
    return path


def articles(count: int, language: str = "en") -> Iterator[dict[str, Any]]:
    """Articles until the claims are `count`, one that would be too many left out."""
    from analysis.model import Article
    from analysis.reading import read
    from analysis.reading.lexicon import lexicon

    source, known = texts.sentences(language), lexicon(language)
    made = left = 0
    while left < count or not made:
        words = " ".join(next(source) for _ in range(5))
        found = len(read(Article(f"a{made}", words, "0" * 64, "", language), known).claims)
        if left + found <= count:
            yield {"id": f"a{made}", "text": words, "language": language}
            made, left = made + 1, left + found
