"""Tables on pages: every row an anchor, cut with a count, the data whole in the link."""

import base64
import csv
import io

import pandas as pd
import pytest
from bs4 import BeautifulSoup

import analysis
from analysis import sheets
from analysis.sheets import data
from analysis.sheets.table import ROWS, Column, table


def soup(shown):
    return BeautifulSoup(shown.html, "html.parser")


def downloaded(page):
    held = page.select_one("a.download")["href"].removeprefix("data:text/csv;base64,")
    return list(csv.DictReader(io.StringIO(base64.b64decode(held).decode())))


def test_each_claim_has_its_row_and_a_link_to_its_words(corpus):
    page = soup(sheets.claims(corpus))
    assert [row["id"] for row in page.select("tbody tr")] == [
        f"claim-{one}" for one in corpus.claims["claim"]
    ]
    for row in page.select("tbody tr"):
        assert row.th.a["href"] == row["id"].replace("claim-", "#words-")
        assert row.th["class"] == ["num"] and row.details


def test_headers_name_the_unit_and_the_first_cell_heads_the_row(corpus):
    page = soup(sheets.claims(corpus))
    assert "persons" in page.select_one("thead th").get_text()
    assert {cell["scope"] for cell in page.select("thead th")} == {"col"}
    assert {row.th["scope"] for row in page.select("tbody tr")} == {"row"}


def test_the_download_is_the_frame(corpus):
    rows = downloaded(soup(sheets.claims(corpus)))
    assert [row["claim"] for row in rows] == list(corpus.claims["claim"])
    assert [row["quote"] for row in rows] == list(corpus.claims["quote"])
    assert not any(row["low"].endswith(".0") for row in rows)


def test_long_tables_are_cut_with_a_count_and_the_data_holds_all():
    frame = pd.DataFrame({"n": range(ROWS + 5)})
    page = soup(table("claims", frame, [Column("n", lambda row: str(row["n"]))], "en"))
    assert len(page.select("tbody tr")) == ROWS
    assert f"{ROWS} of {ROWS + 5} rows" in page.get_text()
    assert len(downloaded(page)) == ROWS + 5


@pytest.mark.parametrize("name", ["claims", "dates", "unread", "problems", "articles", "words"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_empty_table_is_a_sentence(corpus, name, language):
    empty = analysis.Corpus(
        **{
            each: getattr(corpus, each).head(0)
            for each in ("articles", "claims", "dates", "figures", "problems")
        },
        language=language,
    )
    shown = getattr(sheets, name)(empty)
    assert "<table" not in shown.html and len(shown.text) > 15


def test_derived_rows_are_anchors_with_links_to_their_inputs(corpus):
    derived = analysis.derived.figures(corpus.claims, corpus.dates)
    page = soup(sheets.derived(corpus, derived))
    for row in derived.to_dict("records"):
        cells = page.find(id=f"derived-{row['derived']}")
        links = {link["href"] for link in cells.select("a")}
        assert links == {f"#claim-{one}" for one in row["inputs"]}


def test_numbers_that_are_no_claims_stand_between_their_words(corpus):
    page = soup(sheets.unread(corpus))
    for row in page.select("tbody tr"):
        assert row.th.get_text().strip("“”") in row.select_one("td.long").get_text()


def test_the_articles_tell_the_page_its_provenance(corpus):
    told = sheets.articles(corpus).about["provenance"]
    assert told["articles"] == corpus.articles[["source", "sha256"]].to_dict("records")
    assert "effectifs" in told["versions"] and "pandas" in told["versions"]


def test_an_address_that_is_not_of_the_web_is_no_link(corpus):
    articles = corpus.articles.assign(url="javascript:alert(1)", publisher="<b>P")
    made = analysis.Corpus(articles, corpus.claims, corpus.dates, corpus.figures, corpus.problems)
    shown = sheets.articles(made)
    assert "javascript" not in shown.html.split("</table>")[0] and "&lt;b&gt;P" in shown.html


def test_a_corpus_at_a_glance(corpus):
    page = BeautifulSoup(corpus._repr_html_(), "html.parser")
    assert len(page.select("mark[id]")) == len(corpus.claims)
    assert f"Claims: {len(corpus.claims)}" in page.get_text()


def test_csv_cells():
    frame = pd.DataFrame({"a": [1.0, None, 0.5], "b": [True, False, True], "c": [(), {}, "x"]})
    assert data.csv_text(frame) == "a,b,c\n1,true,[]\n,false,{}\n0.5,true,x\n"
