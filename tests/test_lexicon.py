"""A lexicon refused in one line, and a language added by files alone."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from one_text import rows

from analysis.model import Problem
from analysis.reading.lexicon import FOLDER, forms, languages, lexicon

TOY = Path(__file__).parent / "toy"
WORDS = (TOY / "qq.toml").read_text("utf-8")
EXAMPLES = tomllib.loads((TOY / "examples.toml").read_text("utf-8"))["example"]
ROOT = Path(__file__).resolve().parent.parent

FORMS = [
    ("soldat[s]", {"soldat", "soldats"}),
    ("tué[e][s]", {"tué", "tuée", "tués", "tuées"}),
    ("hôpita{l,ux}", {"hôpital", "hôpitaux"}),
    ("d'entre eux", {"d'entre eux"}),
    ("{lundi,mardi} dernier", {"lundi dernier", "mardi dernier"}),
]


@pytest.mark.parametrize(("phrase", "expected"), FORMS)
def test_the_forms_of_a_phrase(phrase, expected):
    assert set(forms(phrase)) == expected


def without(line: str) -> str:
    """The made-up lexicon without a line."""
    assert line in WORDS
    return WORDS.replace(f"{line}\n", "", 1)


# The file, and what the line says of it: the place, then the mend.
REFUSED = [
    (WORDS + "\n[sorcery]\nwords = []\n", "[sorcery]", "known"),
    (WORDS.replace("[percent]", "[percents]"), "[percent", ""),
    (WORDS.replace("[zero]\nwords = []", ""), "[zero]", "written"),
    (without("open = []"), "'open'", "write"),
    (WORDS.replace("[tally]\n", '[tally]\nsum = ["suma"]\n'), "'sum'", "remove or rename"),
    (WORDS.replace("\n[zero]", "\n[zero"), "TOML", ""),
    (WORDS.replace('"bela"', "bela"), "TOML", ""),
    ("", "is missing", ""),
]


@pytest.mark.parametrize(("text", "place", "mend"), REFUSED, ids=lambda v: str(v)[-20:])
def test_a_faulty_lexicon_is_one_line(tmp_path, text, place, mend):
    (tmp_path / "qq.toml").write_text(text, "utf-8")
    with pytest.raises(Problem) as told:
        lexicon("qq", tmp_path)
    line = str(told.value)
    assert line.startswith("qq.toml: ")
    assert place in line
    assert mend in line
    assert len(line.splitlines()) == 1


def test_a_lexicon_that_is_not_utf8(tmp_path):
    (tmp_path / "qq.toml").write_bytes(WORDS.replace("bela", "béla").encode("latin-1"))
    with pytest.raises(Problem, match=r"qq\.toml"):
        lexicon("qq", tmp_path)


def test_no_lexicon_names_those_there_are():
    with pytest.raises(Problem, match=r"qq\.toml: no lexicon for 'qq'") as told:
        lexicon("qq")
    assert all(name in str(told.value) for name in languages())


@pytest.mark.parametrize("language", languages())
def test_each_lexicon_is_accepted(language):
    assert lexicon(language).language == language
    assert lexicon(language) is lexicon(language)


def told(row: dict) -> str:
    """A claim in the form of the examples."""
    low, high = ("" if row[end] is None else f"{row[end]:.7g}" for end in ("low", "high"))
    return f"{row['quote']} = {low}..{high} {row['kind']} {row['status']}"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"])
def test_a_language_is_a_file(example):
    claims, dates, _ = rows(example["text"], "qq", TOY)
    assert [told(row) for row in claims] == example["claims"]
    assert [f"{row['quote']} = {row['date']}" for row in dates] == example.get("dates", [])
    for who in example.get("who", ()):
        assert any(who in row["who"] for row in claims)


def test_a_language_is_added_to_the_command_by_its_file_alone(tmp_path):
    package = tmp_path / "analysis"
    shutil.copytree(ROOT / "analysis", package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / FOLDER.relative_to(ROOT / "analysis") / "qq.toml").write_text(WORDS, "utf-8")
    (tmp_path / "seeds").mkdir()
    text = " ".join(example["text"] for example in EXAMPLES)
    (tmp_path / "seeds" / "toy.txt").write_text(text, "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "analysis", "claims", "seeds", "--format", "jsonl"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )
    expected = sum(len(example["claims"]) for example in EXAMPLES)
    assert (run.returncode, len(run.stdout.splitlines())) == (0, expected), run.stderr
