"""What a page owes its reader: every number answers for itself, and the other thirteen points."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from pages import HOSTILE, HOSTILE_NAME, NOTEBOOKS, SEED, Walk, html, names

import analysis
from analysis import style
from analysis.counting import counted, dated
from analysis.model import KINDS
from analysis.publishing.figure import chart
from analysis.shown import visible
from analysis.wording import wording


@pytest.fixture(scope="module")
def soup():
    return lambda name: BeautifulSoup(html(name), "html.parser")


@pytest.mark.parametrize("name", names())
def test_every_number_leads_to_its_claim(name, record_property, capsys):
    walk = Walk(html(name))
    record_property("numbers", len(walk.found))
    with capsys.disabled():
        print(f"\n{name}: walked {len(walk.found)} numbers", end="")
    assert len(walk.found) > 20
    assert walk.stray == []


@pytest.mark.parametrize(
    "before, after",
    [
        ("</p>", " 9 999</p>"),
        ("</li>", " 9 999</li>"),
        ('role="columnheader">', 'role="columnheader">9 999 '),
        ("</figcaption>", " 9 999</figcaption>"),
        ("</svg>", "<text>9 999</text></svg>"),
        ("</h2>", " 9 999</h2>"),
    ],
)
def test_a_stray_number_is_found(before, after):
    page = html("en-deployments")
    main = page.index('</nav>\n<p class="all-code">')
    stray = page[:main] + page[main:].replace(before, after, 1)
    assert ["9 999" in found for found in Walk(stray).stray] == [True]


@pytest.mark.parametrize("part", ["title", "caption", "alt"])
def test_a_stray_short_number_in_the_words_of_a_chart_is_found(part):
    """Counts and dates are marked where they are said: 7 is no count, 2032 no date."""
    about = {part: f"{counted('3')} figures, {dated('2031')}; 7 of 45, 2032"}
    shown = str(chart("<svg></svg>", {"alt": "none"} | about, wording("en")["page"]))
    stray = [found.split(" in ")[0] for found in Walk(shown).stray]
    assert stray == ["7", "45", "2032"]


@pytest.mark.parametrize("name", [f"fr-{notebook}" for notebook in NOTEBOOKS])
def test_french_signs_are_never_left_alone(name, soup):
    page = soup(name)
    for element in page.select("q, pre, code, style, [data-no-claim], [lang]:not(html)"):
        element.clear()
    loose = re.findall(r".{0,20}\S(?: [;:!?»]|« ).{0,20}", page.get_text())
    assert loose == [] and "\u00a0:" in page.get_text() and "\u202f;" in page.get_text()


@pytest.mark.parametrize("name", names())
def test_ids_are_unique_and_links_stay(name):
    walk = Walk(html(name))
    assert [one for one, n in Counter(walk.ids).items() if n > 1] == []
    lost = [
        link
        for link in walk.links
        if not (link.startswith("#") and link[1:] in walk.ids)
        and not link.startswith("data:text/csv;base64,")
    ]
    assert lost == []


@pytest.mark.parametrize("name", names())
def test_nothing_runs_and_nothing_is_loaded(name, soup):
    page = soup(name)
    assert page.find(["script", "iframe", "object", "embed", "link[rel=stylesheet]"]) is None
    policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    loud = [
        (tag.name, key)
        for tag in page.find_all(True)
        for key in tag.attrs
        if key.startswith("on") or (key == "target")
    ]
    assert loud == []
    loading = [tag.get("src") for tag in page.find_all(src=True)]
    assert all(source.startswith("data:") for source in loading)
    assert "url(" not in html(name) or re.findall(r"url\((?!#)", html(name)) == []


@pytest.mark.parametrize("name", names())
def test_one_h1_and_headings_in_order(name, soup):
    page = soup(name)
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.title.string.split() == page.h1.get_text().split()
    contents = [link["href"][1:] for link in page.select("nav.beside a")]
    assert contents == [tag["id"] for tag in page.find_all("h2")]


def test_figures_and_tables_are_numbered(soup):
    page = soup("en-sources")
    tables = [tag.get_text() for tag in page.select("figure.sheet .number")]
    assert tables == [f"Table {n}. " for n in range(1, len(tables) + 1)]
    figures = [tag.get_text() for tag in page.select("figure.chart .number")]
    assert figures == [f"Figure {n}. " for n in range(1, len(figures) + 1)]


def test_tables_have_headers_and_a_place_to_scroll(soup):
    for notebook in NOTEBOOKS:
        for figure in soup(f"en-{notebook}").select("figure.sheet"):
            region = figure.select_one("div.scroll[role=region][tabindex='0']")
            assert region["aria-labelledby"] == figure.figcaption["id"]
            assert all(cell["scope"] == "col" for cell in figure.select("thead th"))
            assert all(row.th["scope"] == "row" for row in figure.select("tbody tr"))
            assert figure.select_one("a.download")["href"].startswith("data:text/csv;base64,")


def test_language_chooses_prose_labels_and_numbers(soup):
    english, french = soup("en-deployments"), soup("fr-deployments")
    assert (english.html["lang"], french.html["lang"]) == ("en", "fr")
    assert "Provenance" in french.get_text() and "Sommaire" in french.get_text()
    assert "25,000–30,000" in english.h1.get_text()
    assert "25 000–30 000" in re.sub(r"\s", " ", french.h1.get_text())
    headings = {tag.get_text() for tag in english.find_all("h2")}
    assert "non indiqué" in french.footer.get_text() and "not set" not in french.get_text()
    assert headings & {tag.get_text() for tag in french.find_all("h2")} == {"Provenance"}


# The design's points, by number.


def test_2_quotes_are_the_text_and_the_hash_is_shown(corpus, soup):
    text = SEED.read_bytes().decode()
    for row in corpus.claims.to_dict("records"):
        assert text[row["start"] : row["end"]] == row["quote"]
        marked = soup("en-deployments").find(id=f"words-{row['claim']}")
        assert marked.get_text() == row["quote"]
    assert corpus.articles["sha256"][0] in soup("en-deployments").footer.get_text()


def test_3_ranges_and_open_ends_stay_so(corpus, soup):
    page = soup("en-casualties")
    for row in corpus.claims.to_dict("records"):
        shown = page.find(id=f"claim-{row['claim']}").th.get_text()
        assert ("–" in shown) == (row["bound"] == "range")
        assert shown.startswith("more than") == (row["bound"] == "more_than")
        assert shown.startswith("about") == (row["bound"] == "about")


def test_4_a_plan_is_added_only_in_a_scenario(corpus, soup):
    planned = set(corpus.claims.query("status == 'planned'")["claim"])
    derived = analysis.derived.figures(corpus.claims, corpus.dates)
    for row in derived.to_dict("records"):
        if "+" in row["expression"] and planned & set(row["inputs"]):
            cell = soup("en-deployments").find(id=f"derived-{row['derived']}")
            assert row["scenario"] and "scenario" in cell.th.get_text()


def test_5_losses_of_different_kinds_are_never_added(corpus):
    kinds = corpus.claims.set_index("claim")["kind"]
    for row in analysis.derived.figures(corpus.claims, corpus.dates).to_dict("records"):
        losses = {kinds[one] for one in row["inputs"]} - {"deployed"}
        assert len(losses) <= 1


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_5_kinds_are_never_relabelled(notebook, corpus, soup):
    page = soup(f"en-{notebook}")
    for row in corpus.claims.to_dict("records"):
        cell = page.find(id=f"claim-{row['claim']}").select_one(".sign")
        assert cell.get_text() == style.kind_label(row["kind"])
        assert f"k-{row['kind']}" in cell["class"]
        assert f"k-{row['kind']}" in page.find(id=f"words-{row['claim']}")["class"]
    for link in page.select("figure.chart svg a[aria-label][href^='#claim-']"):
        claim = corpus.claims.set_index("claim").loc[link["href"].removeprefix("#claim-")]
        others = {style.kind_label(kind) for kind in KINDS} - {style.kind_label(claim["kind"])}
        told = {part.strip() for part in re.split(r"[,;:]", link["aria-label"])}
        assert not told & others, link["aria-label"]


def test_6_each_figure_shows_its_source_and_what_was_carried_over(corpus, soup):
    page = soup("en-sources")
    for row in corpus.claims.to_dict("records"):
        cells = page.find(id=f"claim-{row['claim']}")
        for name in (*row["who"], *row["via"]):
            assert name in cells.get_text()
        assert bool(row["who"]) != ("not attributed in the text" in cells.get_text())
        if set(row["inherited"]) & {"who", "status"}:
            target = cells.select_one("a.carried")["href"]
            assert page.find(id=target[1:]) is not None


def test_7_derived_figures_print_expression_inputs_and_assumption(corpus, soup):
    page = soup("en-deployments")
    for row in analysis.derived.figures(corpus.claims, corpus.dates).to_dict("records"):
        cells = page.find(id=f"derived-{row['derived']}")
        assert row["expression"] in cells.get_text()
        linked = {link["href"] for link in cells.select("a.n")}
        assert {f"#claim-{one}" for one in row["inputs"]} <= linked
        if row["approximate"]:
            assert cells.select_one("td.num").get_text().startswith("about")


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_8_the_publication_date_is_told(notebook, soup):
    assert "Date of publication: not stated; bounded" in soup(f"en-{notebook}").get_text()


def test_9_the_headline_is_held_against_the_body(soup):
    text = soup("en-sources").get_text()
    assert "the top of the body’s" in text and "a headline is not a second source" in text


def test_10_read_and_not_read_add_up(corpus, soup):
    rows = soup("en-sources").select("#table-unread tbody tr")
    assert len(rows) + len(corpus.claims) == len(corpus.figures)


def test_11_parties_are_marked_and_origins_counted(soup):
    assert "party to the war" in soup("sentences-sources").select_one("#table-claims").get_text()
    assert "Nobody is marked" in soup("en-sources").select_one("#table-claims").get_text()
    assert "not several confirmations" in soup("en-sources").get_text()
    assert soup("sentences-sources").select_one("#no-parties")
    assert soup("en-sources").select_one("#no-parties") is None


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_12_no_average_no_model_said_once(notebook, soup):
    assert soup(f"en-{notebook}").footer.get_text().count("averages nothing") == 1


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_12_no_range_becomes_its_middle(notebook, corpus, soup):
    text = soup(f"en-{notebook}").get_text()
    ranges = corpus.claims.query("bound == 'range'").to_dict("records")
    assert ranges
    for row in ranges:
        assert style.count((row["low"] + row["high"]) / 2) not in text


def test_13_words_keep_their_language(soup):
    quotes = soup("en-deployments").select("#table-claims td q")
    assert quotes and {quote.get("lang") for quote in quotes} == {"fr"}
    assert soup("en-deployments").select_one("div.text")["lang"] == "fr"


def test_14_no_clock_and_no_path_of_this_machine():
    for name in names():
        page = html(name)
        assert str(SEED.parent) not in page and "/tmp/" not in page
        assert not re.search(r"\d\d:\d\d:\d\d", page)


def test_sentences_only_is_less_than_the_article(soup):
    full, part = (
        soup(f"{each}-deployments").select_one("div.text") for each in ("en", "sentences")
    )
    assert len(part.get_text()) < len(full.get_text()) * 0.6
    assert part.select("mark") and len(part.select("mark")) == len(full.select("mark"))
    assert "Entre autres choses" not in soup("sentences-deployments").get_text()


def test_hostile_text_is_shown_and_obeyed_nowhere(soup):
    page = soup("hostile-casualties")
    shown = page.select_one("div.text").get_text()
    for line in HOSTILE.splitlines():
        assert not line or visible(line) in shown
    assert HOSTILE_NAME.removesuffix(".txt") in page.select_one("#table-articles").get_text()
    assert "\x1b" not in html("hostile-casualties")
    assert page.find("a", href=re.compile("^javascript")) is None
    assert page.select_one("#table-claims").get_text().count("1") > 0


def test_an_article_without_figures_is_listed_and_nothing_is_empty(soup):
    for notebook in NOTEBOOKS:
        page = soup(f"nothing-{notebook}")
        for section in page.select("main section"):
            assert len(section.get_text(strip=True)) > 60, section.h2
        assert "nothing" in page.select_one("#table-problems").get_text()
