"""The words of a page: every code that a reader sees has one in both languages."""

import re
from itertools import product

import pytest
from pages import ROOT

import analysis
from analysis import model, phrases, style
from analysis.checks.evidence import FINDINGS, NOTHING
from analysis.model import LANGUAGES
from analysis.publishing import notebooks
from analysis.reading import schema
from analysis.wording import wording

CODES = {
    "finding": [NOTHING, *(code for codes in FINDINGS.values() for code in codes)],
    "checks": list(FINDINGS),
    "flag": model.FLAGS,
    "reason": model.UNREAD,
    "role": model.ROLES,
    "tense": model.TENSES,
    "sheet": model.SECTIONS,
    "derived": analysis.derived.NAMES,
    "language": ["en", "fr", "de", "und"],
    "frame": sorted({name for needs in analysis.checks.CHECKS.values() for name in needs}),
}
LABELS = {"kind": model.KINDS, "status": model.STATUSES, "bound": model.BOUNDS}
SENTENCES = {
    "check": list(FINDINGS),
    "role": model.ROLES,
    "kind": model.KINDS,
    "derived.name": analysis.derived.NAMES,
}
# The signs that French sets apart: never at the beginning of a line, nor what they enclose
LOOSE = re.compile(r"(?<=\S) [;:!?»]|« ")


@pytest.mark.parametrize("group, language", [*product(CODES, LANGUAGES)])
def test_every_code_has_its_word(group, language):
    assert [code for code in CODES[group] if code not in wording(language)[group]] == []


@pytest.mark.parametrize("group, language", [*product(LABELS, LANGUAGES)])
def test_every_vocabulary_has_its_labels(group, language):
    assert [code for code in LABELS[group] if code not in style.words(language)[group]] == []


@pytest.mark.parametrize("group, language", [*product(SENTENCES, LANGUAGES)])
def test_every_code_has_its_place_in_sentences(group, language):
    found = phrases.template_of(group, language)
    assert [code for code in SENTENCES[group] if code not in found] == []


def test_every_vocabulary_of_the_model_is_looked_at():
    known = {id(words) for words in [*CODES.values(), *LABELS.values(), *SENTENCES.values()]}
    apart = {"UNITS", "EVIDENCE", "LANGUAGES", "LOSSES"}  # said in whole sentences, or a part
    named = {
        name: value
        for name, value in vars(model).items()
        if name.isupper() and isinstance(value, tuple) and not name.endswith("COLUMNS")
    }
    assert {name for name, value in named.items() if id(value) not in known} == apart


def test_reasons_to_check_nothing_are_told():
    sources = (ROOT / "analysis" / "checks").glob("*.py")
    codes = {
        code for path in sources for code in re.findall(r'\bnothing\("(\w+)"', path.read_text())
    }
    assert len(codes) > 5
    for language in LANGUAGES:
        assert codes <= set(phrases.template_of("checks.reason", language))


def test_the_reader_gives_no_other_code():
    made = analysis.load(ROOT / "tests" / "marked" / "texts")
    roles, unread = set(made.figures["role"]), made.figures.query("role == 'unread'")
    flags = {flag for flags in made.claims["flags"] for flag in flags}
    assert len(roles) > 10 and set(model.ROLES) >= roles | schema.ROLES
    assert set(model.FLAGS) >= flags
    assert set(model.UNREAD) >= set(unread["reason"])


@pytest.mark.parametrize("name", ["fr", "page.fr", "say.fr"])
def test_french_signs_keep_to_their_words(name):
    text = (ROOT / "analysis" / "words" / f"{name}.toml").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert [line for line in lines if LOOSE.search(line)] == []


@pytest.mark.parametrize("name", notebooks.known())
def test_french_prose_keeps_its_signs(name):
    cells = notebooks.read(ROOT / "notebooks" / f"{name}.ipynb").cells
    french = [cell.source for cell in cells if cell.id.endswith("-fr")]
    assert french and [line for line in french if LOOSE.search(line)] == []
