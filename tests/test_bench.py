"""What the bench reads is what it says it is."""

import itertools
import json
import re
from importlib import import_module

import pytest
from bench import texts
from conftest import ROOT


@pytest.fixture
def bench(monkeypatch):
    """A module of the bench by its name, also where pytest was not started as a module."""
    monkeypatch.syspath_prepend(ROOT)
    return lambda name: import_module(f"tests.bench.{name}")


@pytest.mark.parametrize("language", texts.SENTENCES)
def test_no_sentence_comes_twice_and_numbers_are_many(language):
    made = list(itertools.islice(texts.sentences(language), 5_000))
    words = " ".join(made)
    assert len(set(made)) == len(made)
    assert 1000 * len(re.findall(r"\d+", words)) / len(words) >= 8


def test_the_same_seed_gives_the_same_text():
    assert texts.text("fr", 9_000) == texts.text("fr", 9_000)
    assert len(texts.pieces("fr", 9_000)) == 3


@pytest.mark.parametrize("name", texts.HOSTILE)
def test_hostile_texts_double(name):
    half, whole = (len(texts.HOSTILE[name](size)) for size in (5_000, 10_000))
    assert 1.9 < whole / half < 2.1


@pytest.mark.parametrize("count", [0, 1, 40])
def test_articles_hold_the_claims_that_are_asked_for(count, tmp_path, bench):
    import analysis

    corpus = analysis.load(bench("sizes").claimed(tmp_path / "made.jsonl", count))
    assert len(corpus.claims) == count and len(corpus.articles) >= 1


def test_the_sets_are_24_that_differ_and_are_taken(tmp_path, bench):
    from analysis.publishing import sets as publishing

    sets = bench("sets")
    rows = sets.sets()
    given = {json.dumps({**row, "name": ""}, sort_keys=True) for row in rows}
    assert len({row["name"] for row in rows}) == len(given) == 24
    assert len(rows) % sets.STOCK == 0
    path = tmp_path / "sets.yml"
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert [each.name for each in publishing.read(path, [], {})] == [row["name"] for row in rows]
