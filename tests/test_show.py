"""A claim's sentence in its place: marked once, between its neighbours, with what it rests on."""

import gc

import pytest
from bs4 import BeautifulSoup

import analysis
from analysis.jupyter import styles

TEXT = """Titre sans chiffre

Première phrase. Seconde phrase, selon le ministère. Environ 900 soldats <b>ont été tués. La suite.

Selon le général Roux, 300 soldats ont été envoyés au Mali. 40 d'entre eux seraient morts.

Un mot de plus. Encore un mot. Dernière phrase.
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("seeds")
    (folder / "a & b.txt").write_text(TEXT, encoding="utf-8")
    (folder / "seeds.toml").write_text("['a & b.txt']\nlanguage = 'fr'\n", encoding="utf-8")
    return folder


def named(corpus, quote):
    return corpus.claims[corpus.claims["quote"] == quote].iloc[0]


def soup(shown):
    return BeautifulSoup(shown.html, "html.parser")


def test_the_sentence_stands_between_its_neighbours(small):
    corpus = analysis.load(small)
    shown = corpus.show(named(corpus, "Environ 900"))
    passage = soup(shown).select_one("blockquote")
    assert passage.get_text().strip() == (
        "[…] Seconde phrase, selon le ministère. Environ 900 soldats <b>ont été tués. La suite."
    )
    assert passage["lang"] == "fr" and "[…] Seconde phrase" in shown.text
    assert "⟦Environ 900⟧ soldats <b>ont" in shown.text and shown.text.startswith("a & b\n")


def test_its_words_alone_are_marked_by_kind_and_status(small):
    corpus = analysis.load(small)
    row = named(corpus, "40")
    (mark,) = soup(corpus.show(row)).select("mark")
    assert mark.get_text() == "40"
    assert mark["class"] == [f"k-{row['kind']}", f"s-{row['status']}"]


def test_an_id_a_row_and_a_dict_show_the_same(small):
    corpus = analysis.load(small)
    row = corpus.claims.iloc[0]
    ways = [row, row.to_dict(), row["claim"]]
    assert len({str(analysis.show(way, corpus).html) for way in ways}) == 1


def test_without_a_corpus_it_is_the_last_one_loaded(small):
    corpus = analysis.load(small)
    assert analysis.show(corpus.claims.iloc[0]).html == corpus.show(corpus.claims.iloc[0]).html
    del corpus
    gc.collect()
    with pytest.raises(analysis.Problem, match=r"no corpus is loaded; write corpus = "):
        analysis.show("c0123456789")


def test_what_was_carried_over_is_marked_and_so_is_where_from(corpus):
    row = next(
        row
        for row in corpus.claims.to_dict("records")
        if "who" in row["inherited"] and row["sentence"] != corpus.claims.iloc[0]["sentence"]
    )
    page = soup(corpus.show(row))
    start, end = row["inherited"]["who"]
    words = corpus.documents[0].text[start:end]
    assert words in [each.get_text() for each in page.select("blockquote .carried-from")]
    below = page.select_one("p.below")
    assert row["who"][0] in below.get_text() and below.select_one(".carried")


def test_every_claim_of_the_seed_has_its_place(corpus):
    for row in corpus.claims.to_dict("records"):
        shown = corpus.show(row)
        page = soup(shown)
        assert page.mark.get_text() == row["quote"] and f"⟦{row['quote']}⟧" in shown.text
        assert page.select_one("p.below a")["href"] == f"#claim-{row['claim']}"
        assert not page.select("[id]")


def test_only_its_own_sentence_where_the_article_is_not_republished(small):
    corpus = analysis.load(small, evidence="sentences")
    told = soup(corpus.show(named(corpus, "Environ 900"))).get_text()
    assert "Environ 900 soldats" in told
    assert "Seconde phrase" not in told and "La suite" not in told


def test_labels_are_in_the_readers_language(small):
    corpus = analysis.load(small, language="fr")
    assert "environ 900 · tués" in corpus.show(named(corpus, "Environ 900")).text


@pytest.mark.parametrize("swapped", [True, False])
def test_an_unknown_id_is_one_line_with_what_was_meant(small, swapped):
    corpus = analysis.load(small)
    known = corpus.claims["claim"].iloc[0]
    given = known[:-1] + ("0" if known[-1] != "0" else "1") if swapped else "nothing like it"
    with pytest.raises(analysis.Problem) as caught:
        corpus.show(given)
    mend = f"; did you mean '{known}'?" if swapped else "; corpus.claims lists them"
    assert str(caught.value) == f"show: no claim '{given}' in {small.name}{mend}"


@pytest.mark.parametrize("wrong", [7, None, {"low": 3}])
def test_what_is_no_claim_is_told_how_to_give_one(corpus, wrong):
    with pytest.raises(analysis.Problem, match=r"a claim's id or one row, such as corpus\.claims"):
        corpus.show(wrong)


def test_a_whole_frame_is_no_row(corpus):
    with pytest.raises(analysis.Problem, match="one row"):
        corpus.show(corpus.claims)


def test_it_brings_its_styles_once(corpus):
    for shown in (corpus.show(corpus.claims.iloc[0]), analysis.sheets.overview(corpus)):
        assert shown.html.count(styles()) == 1 and shown.html.startswith(styles())
