"""Who says it: each speaker set into each way of saying it, in every language.

`missed` in a language's file lists the pairs that the reader gets wrong; one that it has
learned to read must leave the list.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.one_text import rows

FOLDER = Path(__file__).parent / "frames"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))
MARKS = ((",,", ","), (",.", "."), (",”", "”"), (", :", ":"), (",:", ":"), (",“", "“"))


def _frames(language: str) -> dict:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(saying: str, speaker: dict, claim: dict) -> str:
    """A way of saying with its slots filled: speaker, pronoun, the claim in the form it needs."""
    several = speaker.get("several", False)
    made = re.sub(r"\{([^|{}]+)\|([^|{}]+)\}", lambda verb: verb[2 if several else 1], saying)
    slots = {"S": speaker["name"], "D": speaker.get("dative", speaker["name"])}
    slots |= {"p": speaker["pronoun"], "P": _first(speaker["pronoun"])}
    slots |= {form[0]: words for form, words in claim.items() if form != "figure"}
    slots |= {form[0].upper(): _first(words) for form, words in claim.items() if form != "figure"}
    made = _first(re.sub(r"\{(\w)\}", lambda slot: slots[slot[1]], made))
    for mark, right in MARKS:
        made = made.replace(mark, right)
    return made


def _named(text: str, language: str, figure: str) -> str:
    """The sources that the reader gives for a figure, as one text."""
    claims = [row for row in rows(text, language)[0] if row["quote"] == figure]
    return " ".join(name for row in claims[:1] for name in row["who"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_speaker_is_heard_in_every_frame(language):
    frames = _frames(language)
    missed, total = [], 0
    for saying in frames["sayings"]:
        for speaker in frames["speakers"]:
            if "{S}, " in saying and speaker["name"].endswith(","):
                continue
            told = (_sentence(saying, speaker, claim) for claim in frames["claims"])
            named = [
                _named(text, language, claim["figure"])
                for text, claim in zip(told, frames["claims"], strict=True)
            ]
            total += 1
            if not all(speaker["key"].lower() in names.lower() for names in named):
                missed.append([saying, speaker["name"]])
    assert total > 1000
    assert missed == frames["missed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_frame_names_nobody_else(language):
    frames = _frames(language)
    for saying in frames["sayings"]:
        for claim in frames["claims"]:
            text = _sentence(saying, frames["speakers"][0], claim)
            names = _named(text, language, claim["figure"])
            assert not any(other in names for other in frames["others"]), text
