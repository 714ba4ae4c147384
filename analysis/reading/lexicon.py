"""The words of a language, from one TOML file, refused when a field is unknown or missing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError

from analysis.model import Problem
from analysis.reading.schema import SCHEMA

FOLDER = Path(__file__).parent / "lexicons"

ALONE = ""  # what stands for the second word of a phrase of one
# A phrase of these may begin with a word that counts by itself as well.
SHARED = frozenset(("source", "status", "modal", "part", "tally"))
# What of [source] introduces a source or what it says.
SPEAKING = frozenset(("said", "before", "according", "cite", "after", "said_that"))
INDEXED = frozenset(
    (
        "article_one",
        "collective",
        "country",
        "cue",
        "fraction",
        "modal",
        "month",
        "relative",
        "season",
        "source",
        "status",
        "vague",
        "zero",
    )
)


# Keys that have a list of their own: few, and asked for often.
KEYS = frozenset((("function", "contrast"), ("source", "rumour"), ("tally", "ceiling")))


class Hit(NamedTuple):
    """Tokens i to j (exclusive) are a phrase of the lexicon."""

    i: int
    j: int
    group: str
    value: str


class Phrase(NamedTuple):
    """A phrase as it is looked up in a text."""

    tokens: list[str]
    length: int
    tags: tuple[tuple[str, str], ...]  # table and key of each meaning
    indexed: tuple[str, ...]  # lists that its places are kept in
    shared: bool  # whether shorter phrases at the same token count as well


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The phrases of a language by their first word, and its grammar's facts."""

    language: str
    grammar: dict[str, Any]
    tables: dict[str, dict[str, list[str]]]  # table -> key -> phrases as written
    phrases: dict[str, dict[str, list[Phrase]]]  # by first word and second, longest first
    heads: dict[str, tuple[tuple[str, str], ...]]  # nouns that may end a compound
    split: dict[str, dict[str, str]]  # verbs in two parts: verb -> particle -> kind

    def endings(self, word: str) -> tuple[tuple[tuple[str, str], ...], ...]:
        """What the nouns mean that a compound may end in, the longest first."""
        return _endings(self, word)

    def words(self, table: str, key: str = "words") -> frozenset[str]:
        """The one-word phrases of a table's key."""
        return _words(self, table, key)


@lru_cache(maxsize=4096)
def _endings(lexicon: Lexicon, word: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    found = (lexicon.heads.get(word[cut:]) for cut in range(1, len(word) - 3))
    return tuple(tags for tags in found if tags)


@cache
def _words(lexicon: Lexicon, table: str, key: str) -> frozenset[str]:
    return frozenset(f.lower() for p in lexicon.tables[table].get(key, ()) for f in forms(p))


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a lexicon, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def lexicon(language: str, folder: Path = FOLDER) -> Lexicon:
    """The lexicon of a language; `Problem` where there is none or it is malformed."""
    path = folder / f"{language}.toml"
    if not path.is_file():
        raise Problem(f"{path.name}: no lexicon for '{language}'; have {', '.join(languages())}")
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Problem(f"{path.name}: not readable as TOML: {error}") from None
    tables = _checked(path.name, raw)
    _add_countries(tables, language)
    grammar = tables.pop("grammar")
    phrases = _index(tables)
    heads = _heads(tables) if grammar["nouns_capitalised"] else {}
    return Lexicon(language, grammar, tables, phrases, heads, _split(tables["cue.split"]))


def _checked(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    """Refuse unknown and missing tables and keys, in one line."""
    tables = _flat(raw)
    for table in tables.keys() - SCHEMA.keys():
        raise Problem(f"{name}: unknown table [{table}]; known: {', '.join(sorted(SCHEMA))}")
    for table, keys in SCHEMA.items():
        if table not in tables:
            raise Problem(f"{name}: table [{table}] is missing; an empty one must be written too")
        if keys is None:
            continue
        for key in tables[table].keys() - keys:
            raise Problem(f"{name}: [{table}] has an unknown field '{key}'; remove or rename it")
        for key in keys - tables[table].keys():
            raise Problem(f"{name}: [{table}] lacks the field '{key}'; write it, empty if need be")
    return tables


def _add_countries(tables: dict[str, Any], language: str) -> None:
    """Country names of the language come from babel; a language it lacks has only its own."""
    try:
        names = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return
    endings = ["", *(p for p in tables["grammar"]["possessive"] if p.isalpha())]
    for code, name in names.items():
        if len(code) == 2 and code.isalpha() and "(" not in name:
            own = tables["country"].setdefault(code, [])
            own.extend(name + end for end in endings)


def _flat(raw: dict[str, Any]) -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for name, table in raw.items():
        if isinstance(table, dict) and any(isinstance(v, dict) for v in table.values()):
            tables.update({f"{name}.{key}": value for key, value in table.items()})
        else:
            tables[name] = table
    return tables


def forms(phrase: str) -> list[str]:
    """The forms of "tué[e][s]" (optional endings) and "{a,b}" (one of them).

    >>> forms("tué[e][s]")
    ['tué', 'tués', 'tuée', 'tuées']
    """
    pieces = re.split(r"(\[[^\]]*\]|\{[^}]*\})", phrase)
    choices = [
        ["", p[1:-1]] if p.startswith("[") else p[1:-1].split(",") if p.startswith("{") else [p]
        for p in pieces
    ]
    return ["".join(choice) for choice in product(*choices)]


def _index_names(tags: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The lists that a phrase is looked up in: its groups, "cue" for all kinds, some keys."""
    names = {group.partition(".")[0] for group, _ in tags} & INDEXED
    return tuple(sorted(names | {key for tag in tags if tag in KEYS for key in tag[1:]}))


def _index(tables: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[Phrase]]]:
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for table, entries in tables.items():
        if table in ("abbreviation", "cue.split", "language", "ordinal"):
            continue
        for key, words in entries.items():
            for phrase in words:
                for form in forms(phrase):
                    tags = found.setdefault(tuple(WORD.findall(form.lower().replace("’", "'"))), [])
                    if (table, key) not in tags:
                        tags.append((table, key))
    index: dict[str, dict[str, list[Phrase]]] = {}
    for tokens in sorted(found, key=len, reverse=True):
        meanings = tuple(found[tokens])
        shared = all(group in SHARED for group, _ in meanings)
        entry = Phrase(list(tokens), len(tokens), meanings, _index_names(meanings), shared)
        second = tokens[1] if len(tokens) > 1 else ALONE
        index.setdefault(tokens[0], {}).setdefault(second, []).append(entry)
    return index


def _split(entries: dict[str, list[str]]) -> dict[str, dict[str, str]]:
    """Of "richtete hin" the particle and the kind, by the verb."""
    found: dict[str, dict[str, str]] = {}
    for kind, words in entries.items():
        for form in (f.lower() for phrase in words for f in forms(phrase)):
            verb, particle = form.split()
            found.setdefault(verb, {})[particle] = kind
    return found


HEADS = {"cue": ("noun",), "source": ("body", "document")}  # of these tables only those keys


def _heads(tables: dict[str, dict[str, list[str]]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """One-word nouns of persons, units and cues: what a compound may end in."""
    heads: dict[str, list[tuple[str, str]]] = {}
    for table, entries in tables.items():
        if table in ("person", "role", "source", "tally") or table.startswith("cue."):
            for key, words in entries.items():
                if key not in HEADS.get(table.partition(".")[0], (key,)):
                    continue
                for form in (f.lower() for p in words for f in forms(p)):
                    if " " not in form and len(form) > 3:
                        heads.setdefault(form, []).append((table, key))
    return {form: tuple(tags) for form, tags in heads.items()}


WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
