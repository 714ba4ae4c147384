import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import matplotlib
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from story import (
    DATES,
    DIGIT,
    HALF,
    LOST,
    NAMES,
    PLAN,
    SENT,
    STORY,
    SVG,
    VAGUE,
    articles,
    artists,
    claim,
    drawn,
    frame,
    stray,
    texts,
)

from analysis import charts, derived
from analysis.counting import unmarked
from analysis.model import DATE_COLUMNS


@pytest.fixture(scope="module")
def story():
    return drawn(parties=("SE",))


@pytest.mark.parametrize("name", NAMES)
def test_every_number_leads_somewhere_or_is_marked(story, name):
    root = ET.fromstring(story[name].svg())
    walked = stray(root)
    assert walked["linked"] > 0 and walked["stray"] == []


def test_a_stray_number_would_be_found(story):
    root = ET.fromstring(story["figures"].svg())
    ET.SubElement(root, f"{SVG}text").text = "9 999"
    assert stray(root)["stray"] == ["9 999"]


@pytest.mark.parametrize("name", NAMES)
def test_links_have_names_and_stay_on_the_page(story, name):
    root = ET.fromstring(story[name].svg())
    links = list(root.iter(f"{SVG}a"))
    assert links and "target" not in story[name].svg()
    for link in links:
        assert link.get("href").startswith(("#claim-", "#derived-"))
        assert link.find(f"{SVG}title").text == link.get("aria-label") != ""
        assert [one.get("class") for one in link].count("hit") == 1


def test_ids_are_unique_on_a_page(story):
    ids = [
        element.get("id")
        for chart in story.values()
        for element in ET.fromstring(chart.svg()).iter()
        if element.get("id")
    ]
    assert len(ids) == len(set(ids))
    for chart in story.values():
        svg = chart.svg()
        held = set(re.findall(r'\bid="([^"]+)"', svg))
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= held
        assert set(re.findall(r'xlink:href="#([^"]+)"', svg)) <= held


def test_colours_follow_the_page(story):
    for chart in story.values():
        bare = re.sub(r"var\(--\w+, #\w+\)", "", chart.svg())
        colours = re.findall(r"(?:fill|stroke): (#\w+)", bare)
        assert not colours, (chart.name, colours)


def test_the_same_data_gives_the_same_bytes(story):
    for name, again in drawn(parties=("SE",)).items():
        assert again.svg() == story[name].svg() == again.svg()
        assert again.png() == story[name].png()
        assert repr(again) == repr(story[name])


def test_the_readers_own_settings_change_nothing(story):
    with matplotlib.rc_context({"font.size": 30, "text.color": "red", "svg.fonttype": "path"}):
        again = drawn(parties=("SE",))["figures"]
        assert again.svg() == story["figures"].svg()
        assert matplotlib.rcParams["font.size"] == 30


HOSTILE = "<script>alert(1)</script> & $x^2$ \\frac{1}{2} \x1b[31mred\nnext `rm` ﷽ 한국 🪖"


def test_words_of_articles_stay_words():
    rows = [row | {"quote": HOSTILE, "who": (HOSTILE,), "via": (HOSTILE,)} for row in STORY]
    when = [row | {"quote": HOSTILE, "sentence": HOSTILE} for row in DATES]
    for chart in drawn(rows, when).values():
        svg = chart.svg()
        ET.fromstring(svg)
        assert "<script" not in svg and "\x1b" not in svg + repr(chart) + chart.alt
        assert "<script" not in chart.about()["data_html"]
        assert not any(text.get_parse_math() for text in artists(chart, matplotlib.text.Text)
                       if text.get_text() and text.get_gid())  # fmt: skip
    assert any("$x^2$" in text for text in texts(charts.who(frame(rows))))


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_shows_itself(story, name):
    bundle, metadata = story[name]._repr_mimebundle_()
    assert [*bundle] == ["image/png", "image/svg+xml", "text/plain"]
    assert bundle["image/png"].startswith(b"\x89PNG")
    about = metadata["image/svg+xml"]["effectifs"]
    told = [unmarked(about[key]) for key in ("title", "caption", "alt")]
    assert told == [story[name].title, story[name].caption, story[name].alt]
    for part in (told[0], told[2], *(str(x) for x in story[name].data.columns[:1])):
        assert part in bundle["text/plain"]
    assert table_of(story[name]).tag == "table"


def test_words_of_articles_say_their_language():
    """In a chart of another language: whole texts, stretches, lines and cut names."""
    rows = [row | {"who": ("l’état-major de la garde",)} for row in STORY]
    when = [row | {"sentence": f"C’était {row['quote']}, selon trois hommes."} for row in DATES]
    about = articles("north-1", language="fr")
    made = [charts.figures(frame(rows), articles=about)]
    made += [charts.timeline(frame(rows), frame(when, DATE_COLUMNS), about)]
    words = [
        (each.tag.removeprefix(SVG), "".join(each.itertext()))
        for chart in made
        for each in ET.fromstring(chart.svg()).iter()
        if each.get("lang") == "fr"
    ]
    assert ("text", "l’état-major de la garde") in words
    assert ("tspan", "thousands") in words and ("tspan", "reportedly") in words
    assert any(text.startswith("C’était") for _, text in words)
    assert not any("planned" in text or "deployed" in text for _, text in words)
    same = charts.figures(frame(rows), articles=about, language="fr")
    assert "lang=" not in same.svg()


def table_of(chart):
    html = chart.about()["data_html"]
    return ET.fromstring(html.replace("data-no-claim", 'data-no-claim=""'))


def test_each_number_of_the_data_is_a_link_or_exempt(story):
    for chart in story.values():
        table = table_of(chart)
        for cell in [*table.iter("td"), *table.iter("th")]:
            for element in cell.iter():
                if element.tag in ("td", "th"):
                    assert not DIGIT.search(element.text or ""), (chart.name, element.text)


CASES = {
    "story": STORY,
    "nothing": [],
    "words": [VAGUE],
    "no plan": [SENT, LOST],
    "only a plan": [PLAN],
    "no losses": [SENT, PLAN],
    "two contingents": [SENT, claim("more", 400, who=("a clerk",)), LOST, PLAN],
    "two losses": [SENT, claim("two", 300, of="csent", kind="killed"), LOST, PLAN],
    "open": [
        SENT | {"low": None, "bound": "at_most"},
        LOST | {"high": None, "bound": "at_least"},
        PLAN,
    ],
    "share": [HALF],
    "zero": [claim("none", 0), LOST | {"low": 0, "high": 0}],
}


@pytest.mark.parametrize("case, language", [(case, "en") for case in CASES] + [("story", "fr")])
def test_every_chart_has_an_answer(case, language):
    for chart in drawn(CASES[case], DATES if CASES[case] else (), language).values():
        assert chart.title and not re.search(r"\bnan\b|None|[{}]", repr(chart) + chart.caption)
        if chart.figure:
            assert stray(ET.fromstring(chart.svg()))["stray"] == []
            continue
        bundle, _ = chart._repr_mimebundle_()
        assert bundle["text/plain"] == chart.title and chart.title.endswith(".")
        assert bundle["text/html"].startswith('<p class="nothing">')
        assert not DIGIT.search(re.sub("<a .*?</a>", "", bundle["text/html"]))


def test_a_chart_without_its_frame_is_a_sentence():
    none = pd.DataFrame()
    for chart in (
        charts.figures(none),
        charts.planned(none),
        charts.left(none, none),
        charts.share(none, none),
        charts.timeline(none, none),
        charts.who(none),
        charts.scenarios(none),
    ):
        assert chart.figure is None and chart.title.endswith(".")


def test_many_rows_are_cut_and_the_count_is_told():
    rows = [
        row | {"claim": f"{row['claim']}{number}", "article": f"a{number:04}"}
        | ({"of": f"{row['of']}{number}"} if row["of"] else {})
        for number in range(300)
        for row in STORY
    ]  # fmt: skip
    when = [row | {"article": f"a{number:04}"} for number in range(40) for row in DATES]
    claims = frame(rows)
    chart = charts.figures(claims)
    assert len(chart.data) == 40 and "40 of 1,800 rows are drawn" in chart.caption
    assert {*chart.data["kind"]} == {row["kind"] for row in STORY}
    assert len(charts.who(claims).data) == len(charts.planned(claims).data) == 40
    few = claims.head(240)
    follows = derived.figures(few)
    assert "8 of 40 rows" in charts.left(follows, few).caption
    assert "4 of 40 rows" in charts.share(follows, few).caption
    assert "40 of 80 rows" in charts.scenarios(follows).caption
    dated = charts.timeline(few, frame(when, DATE_COLUMNS))
    assert len(dated.data) == 52 and "tables hold all" in dated.caption


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_draws_where_it_is_told(name):
    ax = Figure().add_subplot()
    others = {"figures": STORY, "share": [SENT, LOST], "left": [SENT, LOST]}
    claims = frame(others.get(name, STORY))
    follows = derived.figures(claims)
    arguments = {
        "left": (follows, claims),
        "share": (follows, claims),
        "scenarios": (follows,),
        "timeline": (claims, frame(DATES, DATE_COLUMNS)),
    }
    chart = getattr(charts, name)(*arguments.get(name, (claims,)), ax=ax)
    assert chart.figure is ax.figure and isinstance(ax, Axes) and ax.child_axes
    assert chart.svg() and chart.png()


def test_titles_name_the_source(story):
    for name in ("figures", "planned", "left", "share", "who"):
        assert "“the staff”" in story[name].title, name
    assert "“a clerk”" in story["planned"].title


def test_an_alternative_tells_what_is_drawn(story):
    for name in ("figures", "planned", "who"):
        for amount in ("8,000–9,000", "bout 5,000", "a clerk"):
            assert amount in story[name].alt
    assert "40\u00a0%" in story["left"].alt and "about 3,000" in story["left"].alt


def test_pyplot_is_not_touched():
    code = (
        "import sys, analysis.charts, pandas\n"
        "analysis.charts.figures(pandas.DataFrame())\n"
        "assert 'matplotlib' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
