"""Files become articles: decoded from bytes, nothing changed, and what can't be read is told."""

from __future__ import annotations

import codecs
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from analysis import provenance
from analysis.model import Article, Problem
from analysis.progress import watched

LIMIT = 5_000_000  # bytes of one article; a longer text is not a news article
SUFFIXES = (".txt", ".jsonl")
EMPTY = ("empty", "put the article's text into it, or take it away")
ROOT = Path(__file__).resolve().parent.parent


class Unread(NamedTuple):
    """Why an article could not be read, and what mends it: a row of `corpus.problems`."""

    article: str
    problem: str
    mend: str

    def __str__(self) -> str:
        return one_line(f"{self.article}: {self.problem}; {self.mend}")


Detect = Callable[[str], str]
Read = Iterator[Article | Unread]


def undetermined(text: str) -> str:
    """The language of a text where nothing detects it: ISO 639's `und`."""
    return "und"


def one_line(text: str) -> str:
    """A message on one line, control characters (also of terminals) made visible.

    >>> one_line("a\\nb\\x1b[31m")
    'a\\\\nb\\\\x1b[31m'
    """
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def locate(folder: str | Path = "seeds") -> Path:
    """The path of a source: from the working directory, else from the project's root.

    The root is the nearest parent with `seeds/` and `notebooks/`, or the folder of the package.
    Raises Problem where it is in neither.
    """
    here = Path.cwd()
    roots = [p for p in here.parents if (p / "seeds").is_dir() and (p / "notebooks").is_dir()]
    for base in (here, *roots[:1], ROOT):
        if (base / folder).exists():
            return base / folder
    raise Problem(one_line(f"{folder}: not found; name a folder, a .txt or a .jsonl that is there"))


def read(
    source: str | Path,
    *,
    detect: Detect = undetermined,
    language: str | None = None,
    progress: bool | None = None,
) -> Read:
    """The articles of a folder, a `.txt` or a `.jsonl`, one at a time, with those not read.

    `detect` tells the language of a text whose own is not stated; `language` is taken for all.
    `progress` as in `analysis.progress.watched`. Raises Problem where the source is no source.

    >>> [article.text for article in read(ROOT / "seeds")][0].count("\\r")
    0
    """
    path = locate(source)
    files = _files(path) if path.is_dir() else [path]
    stated = provenance.read(path if path.is_dir() else path.parent)
    if path.is_dir():
        unknown = [Unread(*row) for row in stated.without_file({file.name for file in files})]
    elif path.suffix.lower() in SUFFIXES:
        unknown = []
    else:
        fault = f"{source}: not a folder, a .txt or a .jsonl; save its text as .txt"
        raise Problem(one_line(fault))
    reader = _Reader(detect, provenance.language(language), stated)
    return _unique(_chain(unknown, watched(files, reader.read, progress)))


def parties(source: str | Path = "seeds") -> tuple[str, ...]:
    """The parties to the war as `seeds.toml` states them: country codes, or () where not said."""
    path = locate(source)
    return provenance.read(path if path.is_dir() else path.parent).parties


def inputs(source: str | Path = "seeds") -> list[dict[str, str]]:
    """What an analysis rests on: article, sha256 and problem of each file, and of `seeds.toml`."""
    path = locate(source)
    rows = []
    if (path / provenance.FILE).is_file():
        digest = hashlib.sha256((path / provenance.FILE).read_bytes()).hexdigest()
        rows.append({"article": provenance.FILE, "sha256": digest, "problem": ""})
    for item in read(path, progress=False):
        if isinstance(item, Unread):
            rows.append({"article": item.article, "sha256": "", "problem": item.problem})
        else:
            rows.append({"article": item.id, "sha256": item.sha256, "problem": ""})
    return rows


def _files(folder: Path) -> list[Path]:
    """What is to be read in a folder, in the order of names."""
    try:
        found = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise Problem(one_line(f"{folder}: {error.strerror}; make it readable")) from None
    files = [path for path in found if not _passed_over(path)]
    if not files:
        raise Problem(one_line(f"{folder}: holds no article; put texts into it as .txt files"))
    return files


def _passed_over(path: Path) -> bool:
    name = path.name.lower()
    return name.startswith((".", "readme")) or name == provenance.FILE


def _chain(first: list[Unread], rest: Read) -> Read:
    yield from first
    yield from rest


def _unique(articles: Read) -> Read:
    """Every id once: claims and links are found by it."""
    seen: set[str] = set()
    for article in articles:
        if isinstance(article, Article):
            if article.id in seen:
                fault = f"the id was read before ({article.source})"
                yield Unread(article.id, fault, "give each article a name of its own")
                continue
            seen.add(article.id)
        yield article


class _Reader:
    """What all files of a source have in common, and the reading of one."""

    def __init__(self, detect: Detect, language: str | None, stated: provenance.Provenance):
        self.detect, self.language, self.stated = detect, language, stated

    def read(self, path: Path, moved: Callable[[int], None]) -> Read:
        """The articles of one file; `moved` is told the bytes that were read."""
        name = os.fsencode(path.name).decode("utf-8", "backslashreplace")
        try:
            if fault := _unreadable(path):
                yield Unread(_stem(name), *fault)
            elif path.suffix.lower() == ".jsonl":
                yield from self._rows(path, name, moved)
            else:
                yield self._text(path, name)
                moved(path.stat().st_size)
        except OSError as error:
            yield Unread(_stem(name), f"cannot be read ({error.strerror})", "make it readable")

    def _text(self, path: Path, name: str) -> Article | Unread:
        raw = path.read_bytes()
        digest = hashlib.sha256(raw).hexdigest()
        said = self.stated.of(name)
        if said.get("sha256") not in (None, digest):
            mend = f"restore the file, or state its sha256 in {provenance.FILE}: {digest}"
            return Unread(_stem(name), "the sha256 differs from the one stated", mend)
        text = decoded(raw)
        if isinstance(text, tuple):
            return Unread(_stem(name), *text)
        return self._article(_stem(name), text, digest, name, said)

    def _rows(self, path: Path, name: str, moved: Callable[[int], None]) -> Read:
        found = False
        with path.open("rb") as file:
            for number, line in enumerate(_lines(file, moved), 1):
                place = f"{name}:{number}"
                if not line.strip():
                    continue
                found = True
                row = _over(len(line)) or provenance.row(line.removeprefix(codecs.BOM_UTF8))
                if isinstance(row, tuple):
                    yield Unread(place, *row)
                    continue
                id, text = row["id"], row["text"]
                digest = hashlib.sha256(text.encode()).hexdigest()
                yield self._article(id, text, digest, place, row)
        if not found:
            yield Unread(_stem(name), *EMPTY)

    def _article(
        self, id: str, text: str, digest: str, source: str, said: dict[str, str]
    ) -> Article | Unread:
        if _blank(text):
            return Unread(id, *EMPTY)
        language = self.language or provenance.language(said.get("language")) or self.detect(text)
        kept = {key: said.get(key) for key in ("published", "publisher", "url", "licence")}
        return Article(id, text, digest, source, language, **kept)


def decoded(raw: bytes) -> str | tuple[str, str]:
    """Bytes as UTF-8, newlines and a BOM kept; or what is wrong with them and the mend.

    >>> decoded("\\ufeffa\\r\\n".encode())
    '\\ufeffa\\r\\n'
    """
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"not UTF-8 (byte {error.start})", "save it as UTF-8"


def _unreadable(path: Path) -> tuple[str, str] | None:
    if path.is_dir():
        return "a directory", "put its files beside the others, or take it away"
    if path.suffix.lower() not in SUFFIXES:
        return f"{path.suffix or 'no ending'}, not .txt or .jsonl", "save its text as .txt"
    if not path.is_file():
        return "not a file", "take it away"
    if decoded(os.fsencode(path.name)) != path.name:
        return "its file name is not UTF-8", "rename it"
    return _over(path.stat().st_size) if path.suffix.lower() == ".txt" else None


def _over(size: int) -> tuple[str, str] | None:
    if size <= LIMIT:
        return None
    return f"over the limit of {LIMIT:,} bytes an article", "cut it into single articles"


def _lines(file, moved: Callable[[int], None]) -> Iterator[bytes]:
    """The lines of an open file; of one over the limit, no more than tells that it is."""
    while line := file.readline(LIMIT + 1):
        moved(len(line))
        rest = line
        while len(rest) > LIMIT and not rest.endswith(b"\n"):
            rest = file.readline(LIMIT + 1)
            moved(len(rest))
        yield line


def _blank(text: str) -> bool:
    return not text.strip("\ufeff\u200b\u200c\u200d\u2060 \t\r\n\f\v\u00a0\u202f")


def _stem(name: str) -> str:
    return name.rpartition(".")[0] or name
