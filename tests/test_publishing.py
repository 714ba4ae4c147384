"""A notebook becomes a page: prose of one language, outputs in place, links whole."""

import json
import subprocess
import sys

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import get_exporter
from nbconvert.utils.exceptions import ConversionException
from nbformat import v4
from small import PARAMETERS, executed, notebook, shown

from analysis import style
from analysis.model import KINDS, Problem
from analysis.publishing import exporter, links, notebooks, page, parameters, provenance
from analysis.wording import wording

SVG = """<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"
 viewBox="0 0 9 9"><a xlink:href="#claim-c1"><text>900</text></a></svg>"""


def soup(made, name="x"):
    return BeautifulSoup(exporter.render(made, name), "html.parser")


def chart(**about):
    told = {"name": "c", "title": "<T>", "caption": "C", "alt": "A & B", "data_html": "<table/>"}
    return v4.new_output(
        "display_data",
        data={"image/svg+xml": SVG, "image/png": "", "text/plain": "T"},
        metadata={"image/svg+xml": {"effectifs": told | about}},
    )


def test_the_exporter_stands_in_the_menu():
    assert get_exporter("effectifs") is exporter.EffectifsExporter
    assert exporter.EffectifsExporter.export_from_notebook


def test_a_chart_is_put_into_the_page_with_its_words():
    row = shown('<table><tr id="claim-c1"><td>900</td></tr></table>')
    made = soup(executed(chart(), row)).select_one("figure.chart")
    assert made.svg.a["xlink:href"] == "#claim-c1"
    assert made.svg["aria-label"] == "<T>" and made.svg["role"] == "group"
    assert "Figure 1. <T>" in made.figcaption.get_text() and "A & B" in made.details.get_text()
    assert "<?xml" not in exporter.render(executed(chart()), "x")


def test_a_chart_too_tall_for_paper_is_known():
    made = executed(
        *(chart(name=f"c{height}", untitled=f"0 0 100 {height}") for height in (400, 150))
    )
    figures = soup(made).select("figure.chart")
    assert ["data-tall" in each.attrs for each in figures] == [True, False]
    assert [each.select_one(".number").get_text() for each in figures] == [
        "Figure 1. ",
        "Figure 2. ",
    ]


def test_a_link_without_its_place_is_led_elsewhere_or_undone():
    html = shown('<a class="n" href="#claim-c9">7</a><b id="words-c9">x</b><a href="#no">8</a>')
    made = soup(executed(html))
    assert made.select_one("a.n")["href"] == "#words-c9"
    assert made.find("a", href="#no") is None and "8" in made.get_text()


def test_references_name_the_table():
    html = '<figure class="sheet" id="table-a"><span class="number" data-no-claim></span></figure>'
    words = wording("en")["page"]
    numbered = links.numbered(f'<a href="#table-a">claims</a>{html}{html}', words)
    assert "claims <span data-no-claim>(table 2)</span>" in numbered


@pytest.mark.parametrize(
    "language, kept, left", [("en", "Hello", "Bonjour"), ("fr", "Bonjour", "Hello")]
)
def test_prose_twins(language, kept, left):
    made = executed()
    made.cells[0].source = f'language: str = "{language}"  # labels'
    for text, tag in (("Hello", "lang-en"), ("Bonjour", "lang-fr")):
        made.cells.append(v4.new_markdown_cell(f"## {text}", metadata={"tags": [tag]}))
    html = soup(made)
    assert html.html["lang"] == language
    assert kept in html.get_text() and left not in html.get_text()


def test_markdown_shows_tags_and_does_not_obey_them():
    made = executed()
    made.cells[1].source = "## A\n\n<script>1</script>\n\n**b** <i onclick='x'>c</i>"
    assert soup(made).find(["script", "i"]) is None and soup(made).find("strong").string == "b"


def test_code_is_folded_and_injected_parameters_are_not_shown():
    made = executed(shown("<p>x</p>"))
    injected = v4.new_code_cell("# Parameters\nlanguage = 'fr'", execution_count=1)
    injected.metadata["tags"] = ["injected-parameters"]
    made.cells.insert(1, injected)
    html = soup(made)
    assert "show(0)" in html.select("details.code")[-1].get_text()
    assert "# Parameters" not in html.get_text() and html.html["lang"] == "fr"
    assert html.select_one("input[type=checkbox]#all-code")


def test_standard_error_is_left_out_and_plain_text_escaped():
    streams = [
        v4.new_output("stream", name=name, text=f"<{name}>\x1b[31m")
        for name in ("stdout", "stderr")
    ]
    html = soup(executed(*streams))
    assert "<stdout>␛[31m" in html.get_text() and "<stderr>" not in html.get_text()


@pytest.mark.parametrize(
    "output, line",
    [
        (v4.new_output("error", ename="ValueError", evalue="no", traceback=[]), "cell 3 failed"),
        (None, "cell 3 was not run"),
    ],
)
def test_a_notebook_that_did_not_end_is_no_page(output, line):
    made = executed(output or shown("<p>x</p>"))
    if output is None:
        made.cells[2].execution_count = None
    with pytest.raises(ConversionException, match=line):
        exporter.EffectifsExporter().from_notebook_node(made)


def test_provenance_prints_names_and_hashes():
    made = executed(shown("<p>x</p>"))
    told = {
        "provenance": {"articles": [{"source": "a.txt", "sha256": "ab"}], "versions": {"p": "1"}}
    }
    made.cells[2].outputs[0].metadata = {"text/html": {"effectifs": told}}
    made.cells[0].source = 'seeds: str = "/home/somebody/texts"  # folder'
    text = soup(made).footer.get_text()
    assert "a.txt" in text and "sha256 ab" in text and "texts" in text and "somebody" not in text


def test_many_articles_are_listed_with_a_count_and_the_index_is_told_some():
    made = executed(shown('<table id="table-articles"></table>'))
    many = [{"source": f"a{n}.txt", "sha256": f"{n:04}"} for n in range(exporter.LISTED + 1)]
    told = {"provenance": {"articles": many, "versions": {"p": "1"}}}
    made.cells[2].outputs[0].metadata = {"text/html": {"effectifs": told}}
    html = soup(made)
    text = html.footer.get_text()
    assert "sha256 0199" in text and "sha256 0200" not in text and "200 of 201 articles" in text
    assert html.footer.select_one("a")["href"] == "#table-articles"
    named = json.loads(html.select_one("meta[name='effectifs:articles']")["content"])
    assert named == [*(f"a{n}.txt" for n in range(exporter.NAMED)), "… (201)"]


def test_cells_run_out_of_order_are_told():
    made = executed(shown("<p>x</p>"), shown("<p>y</p>"))
    assert "not run from top to bottom" not in soup(made).get_text()
    made.cells[2].execution_count = 9
    assert "not run from top to bottom" in soup(made).get_text()


def test_the_hash_of_the_sources_is_of_nothing_else():
    plain, run = notebook("show(0)"), executed(shown("<p>x</p>"))
    assert notebooks.sources_sha256(plain) == notebooks.sources_sha256(run)
    run.cells.insert(
        1, v4.new_code_cell("# Parameters", metadata={"tags": ["injected-parameters"]})
    )
    assert notebooks.sources_sha256(plain) == notebooks.sources_sha256(run)
    plain.cells[1].source += " "
    assert notebooks.sources_sha256(plain) != notebooks.sources_sha256(run)


def test_parameters_are_declared_with_type_default_and_help():
    known = parameters.declared(notebook())
    assert list(known) == ["language", "articles", "arrivals"]
    assert known["articles"].type == "list[str] | None" and known["arrivals"].default == 0
    assert known["language"].help == "of the labels"
    assert "(int, default: 0)" in parameters.described("x", notebook())


@pytest.mark.parametrize(
    "words, values",
    [
        ({"articles": "a,b"}, {"articles": ["a", "b"]}),
        ({"articles": "none"}, {"articles": None}),
        ({"articles": 0}, {"articles": ["0"]}),
        ({"arrivals": "500"}, {"arrivals": 500}),
        ({"language": "fr"}, {"language": "fr"}),
    ],
)
def test_words_become_values(words, values):
    assert parameters.converted(words, parameters.declared(notebook())) == values


@pytest.mark.parametrize(
    "words, line",
    [
        ({"langage": "fr"}, "did you mean 'language'"),
        ({"language": "xx"}, "none of en, fr"),
        ({"arrivals": "many"}, "not a number of persons"),
    ],
)
def test_wrong_words_are_one_line(words, line):
    with pytest.raises(Problem, match=line) as told:
        parameters.converted(words, parameters.declared(notebook()))
    assert "\n" not in str(told.value)


def test_values_are_those_that_were_injected():
    made = notebook()
    injected = v4.new_code_cell("# Parameters\narrivals = 7\n")
    injected.metadata["tags"] = ["injected-parameters"]
    made.cells.insert(1, injected)
    assert parameters.given(made) == {"language": "en", "articles": None, "arrivals": 7}
    assert provenance.of(made).changed == ("arrivals",)


def test_signs_are_those_of_the_charts():
    for kind in KINDS:
        assert f'.k-{kind} {{ --sign: "{style.kind_sign(kind)}"' in exporter.kinds_css()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_phrase_is_there_in_both_languages(language):
    other = {"en": "fr", "fr": "en"}[language]
    for group, phrases in wording(language).items():
        assert set(phrases) == set(wording(other)[group])
        for key, phrase in phrases.items():
            fields = [part.split("}")[0] for part in phrase.split("{")[1:]]
            found = [part.split("}")[0] for part in wording(other)[group][key].split("{")[1:]]
            assert sorted(fields) == sorted(found), (group, key)


def test_nbconvert_gives_the_same_page(tmp_path):
    path = tmp_path / "out.ipynb"
    nbformat.write(executed(chart(), shown("<h1>Seven</h1>")), path)
    command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", "effectifs", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "out.html").read_text("utf-8") == exporter.render(
        nbformat.read(path, as_version=4), "out"
    )


def test_a_page_without_headings_is_a_page_still():
    made = executed(shown("<p>x</p>"))
    made.cells = [cell for cell in made.cells if cell.cell_type == "code"]
    html = soup(made, "mine")
    assert html.h1.string == "mine" and html.title.string == "mine"


def test_the_page_tells_the_index_of_itself():
    made = executed(shown("<h1>Seven</h1>"))
    html = soup(made)
    told = {tag["name"]: json.loads(tag["content"]) for tag in html.select("meta[name^=effectifs]")}
    assert told == {"effectifs:parameters": {}, "effectifs:articles": []}


def test_sections_are_headed():
    parts = page.sections(executed(shown("<p>x</p>")), "en", wording("en")["page"])
    assert [part.heading.id for part in parts[1:]] == ["what-is-it"]
    assert PARAMETERS.splitlines()[0] in str(parts[0].blocks[-1]).replace("&#34;", '"')
