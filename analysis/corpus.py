"""Articles loaded and read: the frames that notebooks work with."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from analysis import parameters, seeds, tables
from analysis.model import EVIDENCE, KINDS, LANGUAGES, Article, Problem, Row
from analysis.reading import Reading, read
from analysis.reading.language import detect
from analysis.reading.lexicon import languages, lexicon

if TYPE_CHECKING:
    import pandas as pd

    from analysis.shown import Shown

CHARTED = tuple(kind for kind in KINDS if kind != "other")


@dataclass(frozen=True, eq=False)
class Corpus:
    """The articles of a source and what was read in them.

    `articles`, `claims`, `dates`, `figures`, `problems` are DataFrames; `documents` the texts.
    """

    articles: pd.DataFrame
    claims: pd.DataFrame
    dates: pd.DataFrame
    figures: pd.DataFrame
    problems: pd.DataFrame
    documents: tuple[Article, ...] = ()
    kinds: tuple[str, ...] = CHARTED
    parties: tuple[str, ...] = ()
    language: str = "en"
    evidence: str = "full"
    source: str = field(default="seeds")

    @property
    def charted(self) -> pd.DataFrame:
        """The claims of the kinds that the charts show."""
        return self.claims[self.claims["kind"].isin(self.kinds)]

    def __repr__(self) -> str:
        counts = [
            f"{len(getattr(self, name))} {name}" for name in ("articles", "claims", "problems")
        ]
        return f"Corpus({self.source}: {', '.join(counts)})"

    def _repr_html_(self) -> str:
        from analysis.sheets import overview

        return str(overview(self).html)

    def show(self, claim: str | Mapping[str, Any]) -> Shown:
        """The sentence of a claim (an id, or a row of `claims`) in its place; see analysis.show."""
        from analysis.sheets import show

        return show(claim, self)


_LATEST: WeakValueDictionary[str, Corpus] = WeakValueDictionary()


def latest() -> Corpus | None:
    """The corpus that was loaded last, as long as somebody holds it."""
    return _LATEST.get("corpus")


def load(
    source: str | Path = "seeds",
    *,
    articles: Sequence[str] | str | None = None,
    kinds: Sequence[str] | str | None = None,
    parties: Sequence[str] | str | None = None,
    language: str = "en",
    evidence: str = "full",
) -> Corpus:
    """Read the articles of a folder, a `.txt` or a `.jsonl` into a Corpus.

    Lists may be given as `a,b`. Raises Problem for a parameter that is wrong, and where nothing
    could be read; an article that could not be read is a row of `problems`.

    >>> load("seeds").claims["unit"].unique().tolist()
    ['persons', 'share']
    """
    parameters.check_injected()
    language = parameters.choice("language", language, LANGUAGES)
    evidence = parameters.choice("evidence", evidence, EVIDENCE)
    kinds = parameters.choices("kinds", kinds, KINDS)
    documents, problems = _documents(source)
    wanted = parameters.articles("articles", articles, [d.id for d in documents])
    documents = [d for d in documents if wanted is None or d.id in wanted]
    if not documents:
        raise Problem(_nothing(source, problems))
    rows: dict[str, list[Row]] = {name: [] for name in tables.COLUMNS}
    for document in documents:
        reading = _add(rows, document)
        if not reading.figures:
            problems.append(_no_figure(document))
    rows["problems"] = [p._asdict() for p in problems]
    warn(problems)
    _LATEST["corpus"] = made = Corpus(
        **{name: tables.frame(name, found) for name, found in rows.items()},
        documents=tuple(documents),
        kinds=kinds or CHARTED,
        parties=_parties(source, parties),
        language=language,
        evidence=evidence,
        source=Path(source).name,
    )
    return made


def rows(
    source: str | Path, table: str, language: str | None = None
) -> Iterator[Article | Row | seeds.Unread]:
    """Article by article: the article, then its rows of the table; or why it was not read."""
    make = getattr(tables, table)
    for document in seeds.read(source, detect=detect, language=language):
        if isinstance(document, seeds.Unread):
            yield document
        elif document.language not in languages():
            yield _no_lexicon(document)
        else:
            yield document
            yield from make(document, read(document, lexicon(document.language)))


def warn(problems: list[seeds.Unread]) -> None:
    """A warning line for each article that could not be read, on standard error."""
    for problem in problems:
        print(f"warning: {problem}", file=sys.stderr)


def _documents(source: str | Path) -> tuple[list[Article], list[seeds.Unread]]:
    documents, problems = [], []
    for document in seeds.read(source, detect=detect, progress=None):
        if isinstance(document, seeds.Unread):
            problems.append(document)
        elif document.language not in languages():
            problems.append(_no_lexicon(document))
        else:
            documents.append(document)
    return documents, problems


def _add(rows: dict[str, list[Row]], document: Article) -> Reading:
    reading = read(document, lexicon(document.language))
    for name in ("claims", "dates", "figures"):
        rows[name].extend(getattr(tables, name)(document, reading))
    rows["articles"].append(tables.article_row(document, reading))
    return reading


def _no_lexicon(document: Article) -> seeds.Unread:
    known = ", ".join(languages())
    told = (
        "its language was not recognised"
        if document.language == "und"
        else (f"no lexicon for its language, {document.language}")
    )
    return seeds.Unread(document.id, told, f"languages read: {known}; state it in seeds.toml")


def _no_figure(document: Article) -> seeds.Unread:
    return seeds.Unread(document.id, "no number in it", "nothing to mend if it names no figure")


def _nothing(source: str | Path, problems: list[Any]) -> str:
    first = f"; first: {problems[0]}" if problems else ""
    return seeds.one_line(f"{source}: no article could be read{first}")


def _parties(source: str | Path, given: Sequence[str] | str | None) -> tuple[str, ...]:
    stated = parameters.codes("parties", given)
    return seeds.parties(source) if stated is None else stated
