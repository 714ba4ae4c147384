"""What is said of an article beside its text: `seeds.toml`, or the other keys of a JSON row."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from analysis.model import Problem

FILE = "seeds.toml"
KEYS = ("publisher", "published", "url", "language", "licence", "sha256")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_].*)?")
SHA256 = re.compile(r"[0-9a-f]{64}")

Fault = tuple[str, str]  # the problem and its mend


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a `seeds.toml` states: by file name, and for all of them the parties to the war."""

    articles: dict[str, dict[str, str]] = field(default_factory=dict)
    parties: tuple[str, ...] = ()

    def of(self, name: str) -> dict[str, str]:
        return self.articles.get(name, {})

    def without_file(self, names: set[str]) -> list[tuple[str, str, str]]:
        """A row for each entry that no `.txt` of that name answers to."""
        mend = f"name a .txt that is there (rows of a .jsonl hold their own keys) in {FILE}"
        texts = {name for name in names if name.lower().endswith(".txt")}
        gone = [name for name in self.articles if name not in texts]
        return [(name, f"{FILE} names it and no such .txt is there", mend) for name in gone]


def read(folder: Path) -> Provenance:
    """The folder's `seeds.toml`, checked; nothing stated where there is none.

    Raises Problem on an unknown or ill-typed field.
    """
    path = folder / FILE
    if not path.is_file():
        return Provenance()
    try:
        stated = tomllib.loads(path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = " ".join(str(error).split())
        raise Problem(f"{FILE}: {reason}; write it as TOML in UTF-8") from None
    parties = _parties(stated.pop("parties", []))
    return Provenance({name: _entry(name, said) for name, said in stated.items()}, parties)


def language(code: str | None) -> str | None:
    """The two or three letters of a language, without its region; None stays None.

    >>> language("fr-BE"), language(None)
    ('fr', None)
    """
    return re.split("[-_]", code.lower(), maxsplit=1)[0] if code else None


def row(line: bytes) -> dict[str, str] | Fault:
    """A line of JSON as an article's text and what is said of it, or what is wrong with it.

    >>> row(b'{"id": 7, "text": "Two."}')
    {'id': '7', 'text': 'Two.'}
    """
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return "not UTF-8", "save it as UTF-8"
    except (ValueError, RecursionError):
        return "not JSON", 'write one object a line: {"id": "...", "text": "..."}'
    if not isinstance(found, dict):
        return "not a JSON object", 'write {"id": "...", "text": "..."}'
    return _row(found)


def _row(found: dict[str, Any]) -> dict[str, str] | Fault:
    if isinstance(found.get("id"), int) and not isinstance(found["id"], bool):
        found["id"] = str(found["id"])
    kept = {}
    for key in ("id", "text", *KEYS[:-1]):
        value = found.get(key)
        if value is None and key not in ("id", "text"):
            continue
        if not isinstance(value, str) or (key == "id" and not value.strip()):
            return f"{key} is missing or not a string", f'write "{key}" as a string'
        if not _encodable(value):
            return f"{key} holds half a character (a lone surrogate)", "write whole characters"
        kept[key] = value
    fault = _ill_said(kept)
    return fault or kept


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _entry(name: str, said: Any) -> dict[str, str]:
    if not isinstance(said, dict):
        raise Problem(f"{FILE}: {name!r} is not a table; write ['FILE.txt'] and its keys below")
    for key in said:
        if key not in KEYS:
            close = difflib.get_close_matches(key, KEYS, n=1)
            mend = f"did you mean {close[0]!r}?" if close else f"it may hold {', '.join(KEYS)}"
            raise Problem(f"{FILE}: {name!r} has an unknown key {key!r}; {mend}")
    kept = {key: _string(name, key, value) for key, value in said.items()}
    if fault := _ill_said(kept):
        raise Problem(f"{FILE}: {name!r}: {fault[0]}; {fault[1]}")
    return kept


def _string(name: str, key: str, value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, str):
        return value
    raise Problem(f"{FILE}: {name!r}: {key} is not a string; put it in quotation marks")


def _ill_said(said: dict[str, str]) -> Fault | None:
    if not LANGUAGE.fullmatch(said.get("language", "und")):
        return f"language {said['language']!r} is no code", "write two letters, such as fr"
    if not SHA256.fullmatch(said.get("sha256", "0" * 64)):
        return "sha256 is not 64 hexadecimal digits", "take it from sha256sum"
    return None


def _parties(stated: Any) -> tuple[str, ...]:
    codes = stated if isinstance(stated, list) else [stated]
    for code in codes:
        if not isinstance(code, str) or not re.fullmatch("[A-Za-z]{2}", code):
            raise Problem(f'{FILE}: parties: {code!r} is no country code; write ["RU", "UA"]')
    return tuple(dict.fromkeys(code.upper() for code in codes))
