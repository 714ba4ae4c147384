"""What the bench reads is what it says it is."""

import itertools
import re

import pytest
from bench import texts


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
