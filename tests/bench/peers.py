"""Two libraries that read numbers only, on the same text, in an environment thrown away after."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench import texts
from tests.bench.measure import asked, run, table

SIZE = 40_000  # characters: enough for them
PEERS = {
    "quantulum3": (
        ["quantulum3[classifier]", "scikit-learn==1.8.0"],
        "from quantulum3 import parser as p\ndef read(t): return p.parse(t)",
    ),
    "recognizers-text": (
        ["--pre", "recognizers-text-suite", "emoji==1.7.0"],
        "from recognizers_number import recognize_number as r, Culture\n"
        "def read(t): return r(t, Culture.English)",
    ),
}
TIMED = """
import json, sys, time
{code}
pieces = json.load(open(sys.argv[1], encoding="utf-8"))
read("Two and 3.")
start = time.perf_counter()
found = sum(len(read(words)) for words in pieces)
seconds = time.perf_counter() - start
rate = sum(len(words.encode()) for words in pieces) / 1e6 / seconds
print(json.dumps({{"rate": rate, "found": found}}))
"""


def peers() -> None:
    """English articles; the imports and first call of the peers are not counted."""
    ours = asked("read", "en", 50 * SIZE)["rate"]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder, "articles.json")
        words.write_text(json.dumps(texts.pieces("en", SIZE)), encoding="utf-8")
        for name, (packages, code) in PEERS.items():
            rows.append((name, *_rate(Path(folder, name), packages, code, words, ours)))
    header = ("peer", "kB/s", "numbers", "whole claims here: times faster")
    table("Numbers alone, by peers", header, rows)


def _rate(place: Path, packages: list[str], code: str, words: Path, ours: float) -> tuple:
    python = str(place / "bin" / "python")
    try:
        subprocess.run([sys.executable, "-m", "venv", place], check=True, capture_output=True)
        install = [python, "-m", "pip", "install", "-q", "setuptools<81", *packages]
        subprocess.run(install, check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        reason = (error.stderr.decode().strip().splitlines() or ["not installed"])[-1]
        return "not installed", "", reason[:60]
    done = run([python, "-W", "ignore", "-c", TIMED.format(code=code), str(words)])
    got = json.loads(done.out)
    return got["rate"] * 1000, got["found"], ours / got["rate"]
