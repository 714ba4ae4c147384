"""Rows and frames: the columns of the contract, words where they are said to stand."""

import dataclasses

import pytest
from one_text import article, rows

from analysis import tables
from analysis.model import (
    BOUNDS,
    CLAIM_COLUMNS,
    DATE_COLUMNS,
    FIGURE_COLUMNS,
    KINDS,
    SECTIONS,
    STATUSES,
    TENSES,
    UNITS,
)
from analysis.reading import read
from analysis.reading.lexicon import lexicon

TEXT = """\ufeffLe Nord envoie 2 500 autres soldats

Selon l’état-major,\u00a0le Nord prévoit d’envoyer de 2\u202f000 à 2\u202f500 soldats au Mali.\r
Environ 300 soldats y ont été envoyés en mars 2023. Un tiers d’entre eux auraient été tués.
« Nous avons perdu 40 hommes », a déclaré le colonel Petit. 🪖 Douze chars T-72 ont brûlé.
"""
NAMES = ("claims", "dates", "figures")
COLUMNS = dict(zip(NAMES, (CLAIM_COLUMNS, DATE_COLUMNS, FIGURE_COLUMNS), strict=True))
FOUND = dict(zip(NAMES, rows(TEXT), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_row_stands_where_it_says(name):
    assert FOUND[name]
    for row in FOUND[name]:
        assert TEXT[row["start"] : row["end"]] == row["quote"]
        assert row["quote"] in row.get("sentence", row["quote"])
        assert row["quote"].strip() == row["quote"]


@pytest.mark.parametrize("name", NAMES)
def test_the_columns_in_their_order(name):
    assert all(set(COLUMNS[name]) <= set(row) for row in FOUND[name])
    assert tuple(tables.frame(name, FOUND[name]).columns) == COLUMNS[name]
    assert tuple(tables.frame(name, []).columns) == COLUMNS[name]


def test_rows_in_the_order_of_the_text():
    for found in FOUND.values():
        starts = [row["start"] for row in found]
        assert starts == sorted(set(starts))


VOCABULARIES = {"bound": BOUNDS, "unit": UNITS, "kind": KINDS, "status": STATUSES}


@pytest.mark.parametrize("column", VOCABULARIES)
def test_words_of_the_vocabularies(column):
    assert {row[column] for row in FOUND["claims"]} <= set(VOCABULARIES[column])


def test_sections_and_tenses():
    assert FOUND["claims"][0]["section"] == "headline"
    assert {row["section"] for row in FOUND["claims"]} == set(SECTIONS)
    assert {row["tense"] for row in FOUND["dates"]} <= set(TENSES)


def test_a_claim_is_a_figure_too():
    taken = {row["claim"]: row["start"] for row in FOUND["figures"] if row["role"] == "claim"}
    assert taken == {row["claim"]: row["start"] for row in FOUND["claims"]}
    assert all(row["claim"] is None for row in FOUND["figures"] if row["role"] != "claim")


def test_references_are_claims_of_the_table():
    ids = {row["claim"] for row in FOUND["claims"]}
    for row in FOUND["claims"]:
        assert row["of"] is None or row["of"] in ids - {row["claim"]}
        assert row["restates"] is None or row["restates"] in ids - {row["claim"]}
    assert any(row["of"] for row in FOUND["claims"])
    assert any(row["restates"] for row in FOUND["claims"])


def test_what_is_inherited_names_a_column_and_a_place():
    for row in FOUND["claims"]:
        for column, (start, end) in row["inherited"].items():
            assert column in CLAIM_COLUMNS
            assert 0 <= start < end <= len(TEXT)


def test_lists_are_tuples_and_missing_is_none():
    for row in FOUND["claims"]:
        assert all(isinstance(row[c], tuple) for c in ("who", "via", "hedge", "who_code", "flags"))
        assert row["low"] is None or isinstance(row["low"], float)


def ids(text: str, **changed: str) -> list[str]:
    made = dataclasses.replace(article(text), **changed)
    return [row["claim"] for row in tables.claims(made, read(made, lexicon("fr")))]


def test_ids_survive_a_second_run_and_another_name():
    assert ids(TEXT) == ids(TEXT) == ids(TEXT, id="b", source="b.txt", url="x")
    assert all(len(one) == 11 and one[0] == "c" for one in ids(TEXT))
    assert len(set(ids(TEXT))) == len(ids(TEXT))


def test_ids_tell_articles_apart():
    assert not set(ids(TEXT)) & set(ids(TEXT + "\n"))


def test_whole_numbers_in_frames():
    frame = tables.frame("claims", FOUND["claims"])
    assert str(frame["start"].dtype) == str(frame["end"].dtype) == "int64"
    assert str(frame["low"].dtype) == str(frame["high"].dtype) == "float64"
    assert frame["low"].isna().sum() == sum(row["low"] is None for row in FOUND["claims"])


def test_an_empty_frame_has_the_same_types():
    full, empty = tables.frame("claims", FOUND["claims"]), tables.frame("claims", [])
    assert (full.dtypes == empty.dtypes).all()


def test_the_row_of_an_article():
    made = article(TEXT)
    row = tables.article_row(made, read(made, lexicon("fr")))
    assert (row["article"], row["language"], row["characters"]) == ("a", "fr", len(TEXT))
    assert (row["claims"], row["figures"]) == (len(FOUND["claims"]), len(FOUND["figures"]))
