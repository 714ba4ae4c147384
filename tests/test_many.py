"""Many claims: twice as many take twice the steps, and a page keeps its size."""

import gzip
import io
from base64 import b64decode
from dataclasses import replace

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from story import LOST, SENT, articles, claim, frame
from test_growth import LIMIT, steps

from analysis import Corpus, charts, derived, say, sheets
from analysis.charts import pairs
from analysis.model import DATE_COLUMNS, FIGURE_COLUMNS, PROBLEM_COLUMNS, Article
from analysis.sheets import data
from analysis.sheets.table import ROWS

SENTENCE = "Of 5000 sent 2000 are lost, 40% it is said. "
SPANS = {"sent": (3, 7), "lost": (13, 17), "half": (27, 30)}
HALF = claim("half", 0.4, unit="share", kind="killed_or_wounded", status="estimated")


def told(number, article, start):
    """A contingent, what it lost, and the share that a text claims of it."""
    names = {name: f"c{name}{number}" for name in SPANS}
    for name, row in zip(SPANS, (SENT, LOST, HALF), strict=True):
        first, last = (start + at for at in SPANS[name])
        place = {"article": article, "start": first, "end": last, "sentence": SENTENCE.strip()}
        carried = {"inherited": {"status": [start + 18, start + 21]}}
        of = None if name == "sent" else names["sent"]
        yield row | place | carried | {"claim": names[name], "of": of, "quote": name}


def many(count, together):
    """A corpus of so many sentences, each of three claims: in one article, or each in its own."""
    texts = [SENTENCE * count] if together else [SENTENCE] * count
    names = [f"a{number}" for number in range(len(texts))]
    places = [("a0", len(SENTENCE) * n) if together else (f"a{n}", 0) for n in range(count)]
    rows = [row for number, place in enumerate(places) for row in told(number, *place)]
    empty = {"dates": DATE_COLUMNS, "figures": FIGURE_COLUMNS, "problems": PROBLEM_COLUMNS}
    return Corpus(
        articles=articles(*names),
        claims=frame(rows),
        documents=tuple(
            Article(*each, "00", "a.txt", "en") for each in zip(names, texts, strict=True)
        ),
        **{name: frame([], columns) for name, columns in empty.items()},
    )


def follows(corpus):
    return derived.figures(corpus.claims)


WORKS = {
    "derived figures": lambda corpus, _: follows(corpus),
    "pairs": lambda corpus, frame: pairs.pairs(frame, corpus.claims),
    "table of claims": lambda corpus, _: sheets.claims(corpus),
    "table of derived figures": sheets.derived,
    "download": lambda corpus, _: data.csv_text(corpus.claims),
    "summary": lambda corpus, _: say.summary(corpus, "sources"),
    "shares seen": lambda corpus, frame: say.seen(corpus, "share", frame),
    "checks": say.checks,
    "articles": lambda corpus, _: sheets.words(corpus),
    "sentences": lambda corpus, _: sheets.words(replace(corpus, evidence="sentences")),
}


@pytest.mark.parametrize("together", [True, False], ids=["one article", "an article each"])
@pytest.mark.parametrize("work", WORKS)
def test_twice_the_claims_is_not_four_times_the_steps(work, together):
    made = [many(count, together) for count in (40, 80)]
    given = [(corpus, follows(corpus)) for corpus in made]
    WORKS[work](*given[0])
    small, large = (steps(lambda each=each: WORKS[work](*each)) for each in given)
    assert large / small < LIMIT


def test_a_large_table_is_a_packed_download_that_pandas_opens():
    corpus = many(400, together=True)
    link = BeautifulSoup(sheets.claims(corpus).html, "html.parser").select_one("a.download")
    kind, held = link["href"].split(";base64,")
    packed = b64decode(held)
    assert (link["download"], kind) == ("claims.csv.gz", "data:application/gzip")
    assert ".csv.gz" in link.get_text()
    assert gzip.decompress(packed).decode() == data.csv_text(corpus.claims)
    read = pd.read_csv(io.BytesIO(packed), compression="gzip")
    assert list(read["claim"]) == list(corpus.claims["claim"])
    assert len(link["href"]) < len(data.csv_text(corpus.claims)) / 4
    assert sheets.claims(corpus).html == sheets.claims(corpus).html


def test_a_download_is_packed_only_where_it_is_large(monkeypatch):
    corpus = many(ROWS, together=True)
    size = len(data.csv_text(corpus.claims).encode())
    for limit, suffix in ((size, "csv"), (size - 1, "csv.gz")):
        monkeypatch.setattr(data, "LARGE", limit)
        assert f'download="claims.{suffix}"' in sheets.claims(corpus).html


@pytest.mark.parametrize("chart", [charts.left, charts.share])
def test_few_of_many_claimed_shares_are_drawn_and_the_caption_counts_them(chart):
    others = [claim(f"s{n}", 0.1, unit="share", kind="killed", of="cx") for n in range(30)]
    own = HALF | {"of": "csent", "quote": "the own"}
    claims = frame([SENT, LOST, *others, own])
    made = chart(derived.figures(claims), claims)
    drawn = made.data[made.data["unit"] == "share"]["claim"].dropna()
    assert list(drawn) == ["cs0", "cs1", "cs2", "chalf"]
    said = "".join(sign for sign in made.caption if sign.isprintable())
    assert "4 of 31" in said
    fewer = frame([SENT, LOST, *others[:3], own])
    assert "31" not in (alone := chart(derived.figures(fewer), fewer)).caption
    assert " of 4" not in "".join(sign for sign in alone.caption if sign.isprintable())


def test_links_of_a_table_tell_the_figures_of_claims():
    corpus = many(2, together=True)
    shown = BeautifulSoup(sheets.derived(corpus, follows(corpus)).html, "html.parser")
    links = {tag["href"]: tag.get_text() for tag in shown.select("td.links a")}
    assert links["#claim-csent1"] == "about 5,000" and links["#claim-clost1"] == "about 2,000"
