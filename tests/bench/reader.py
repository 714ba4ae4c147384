"""How fast claims are read, how that grows with the articles, and what a hostile text costs."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench import texts
from tests.bench.measure import Stopped, asked, run, table

SIZE = 2_000_000  # characters of the text that is read
COUNTS = (100, 1_000, 10_000, 100_000)
MEGABYTE = 1_000_000


def speed() -> None:
    """Whole claims on one core, against cutting the tokens and `re` finding digits alone."""
    from analysis.reading.lexicon import languages

    rows = []
    for language in languages():
        got = asked("read", language, SIZE)
        rows.append((language, got["rate"], got["cut"], got["re"], got["re"] / got["rate"]))
        rows[-1] += (got["claims"], got["numbers"], got["megabytes"])
    header = (
        "reader",
        "MB/s",
        "tokens: MB/s",
        "re: MB/s",
        "re/reader",
        "claims",
        "numbers/kB",
        "peak MB",
    )
    table("Whole claims, one core, caches cold", header, rows)


def growth() -> None:
    """Rows streamed from a .jsonl to nowhere: time by the article, peak memory."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            path = Path(folder, f"{count}.jsonl")
            size = asked("articles", path, count)["bytes"] / MEGABYTE
            command = [sys.executable, "-m", "analysis", "claims", str(path)]
            with open("/dev/null", "w") as nowhere:
                done = run(["sh", "-c", 'exec "$@" > /dev/null', "sh", *command], stderr=nowhere)
            each = done.seconds / count * 1e6
            rows.append((f"{count:,}", size, done.seconds, each, size / done.seconds))
            rows[-1] += (done.megabytes,)
    header = ("articles", "MB", "s", "µs each", "MB/s", "peak MB")
    table("claims FILE.jsonl, from start to end of the process", header, rows)


def hostile() -> None:
    """What twice the text costs; more than 2.5 is too much."""
    rows = []
    for name in texts.HOSTILE:
        try:
            half, whole = (_hostile(name, size) for size in (MEGABYTE // 2, MEGABYTE))
        except Stopped as error:
            rows.append((name, str(error), "", ""))
        else:
            rows.append((name, half, whole, whole / half))
    table("Hostile texts", ("text", "s for 0.5 MB", "s for 1 MB", "ratio"), rows)


def _hostile(name: str, size: int) -> float:
    return asked("hostile", name, size, longest=60)["seconds"]
