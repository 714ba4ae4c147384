"""Articles in words: every claim marked once, no word lost, nothing of it obeyed."""

import pandas as pd
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from analysis import annotate
from analysis.model import Article
from analysis.shown import visible

TEXT = "Titre <b>\n\nEnviron 900 soldats & 40 autres. Ils sont partis.\n\n300 sont revenus."


def article(text=TEXT):
    return Article("a", text, "0" * 64, "a.txt", "fr")


def claim(name, quote, text=TEXT, **more):
    start = text.index(quote)
    row = {"claim": name, "start": start, "end": start + len(quote), "quote": quote}
    row |= {"kind": "deployed", "status": "reported", "inherited": {}}
    return row | {"sentence": more.pop("sentence", quote)} | more


def rows(*claims):
    columns = ["claim", "start", "end", "quote", "kind", "status", "inherited", "sentence"]
    return pd.DataFrame(list(claims), columns=columns)


def soup(shown):
    return BeautifulSoup(shown.html, "html.parser")


def test_marks_hold_the_words_and_lead_to_the_row():
    page = soup(annotate.article(article(), rows(claim("c1", "Environ 900"), claim("c2", "300"))))
    marks = page.select("mark")
    assert [mark["id"] for mark in marks] == ["words-c1", "words-c2"]
    assert [mark.get_text() for mark in marks] == ["Environ 900", "300"]
    assert [mark.a["href"] for mark in marks] == ["#claim-c1", "#claim-c2"]
    assert marks[0]["class"] == ["k-deployed", "s-reported"]


def test_the_text_is_whole_in_paragraphs_and_in_its_language():
    text = soup(annotate.article(article(), rows(claim("c1", "40"))))
    paragraphs = [each.get_text() for each in text.select("div.text p")]
    assert paragraphs == [line for line in TEXT.split("\n") if line]
    assert text.select_one("div.text")["lang"] == "fr"


def test_words_carried_over_are_an_anchor():
    start = TEXT.index("Ils")
    row = claim("c1", "300", inherited={"who": [start, start + 3]})
    page = soup(annotate.article(article(), rows(row)))
    assert page.find(id="carried-c1-who").find_next("span").get_text() == "Ils"


def test_a_claim_inside_another_still_has_its_place():
    page = soup(annotate.article(article(), rows(claim("c1", "Environ 900"), claim("c2", "900"))))
    assert page.find(id="words-c1").name == "mark" and page.find(id="words-c2").name == "a"


def test_sentences_are_shown_without_the_rest():
    row = claim("c1", "900", sentence="Environ 900 soldats & 40 autres.")
    text = soup(annotate.article(article(), rows(row), evidence="sentences")).get_text()
    assert "Environ 900 soldats" in text and "Ils sont partis" not in text and "[…]" in text


def test_an_article_without_claims_says_so_where_only_sentences_are_shown():
    shown = annotate.article(article(), rows(), evidence="sentences")
    assert "No sentence" in shown.html and "Ils sont" not in shown.html


@given(st.text(max_size=80), st.data())
def test_any_text_is_shown_whole(text, data):
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    claims = [
        claim(f"c{n}", text[start:end], text) | {"start": start, "end": end}
        for n, (start, end) in enumerate(zip(ends[::2], ends[1::2], strict=False))
        if start < end
    ]
    shown = annotate.article(article(text), rows(*claims))
    words = "".join(p.get_text() for p in soup(shown).select("div.text p"))
    assert "".join(words.split()) == "".join(visible(text).split())
