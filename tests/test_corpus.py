"""A source loaded: its frames, its problems, and parameters checked in one line."""

import json

import pytest

import analysis
from analysis.corpus import rows
from analysis.model import (
    ARTICLE_COLUMNS,
    CLAIM_COLUMNS,
    DATE_COLUMNS,
    FIGURE_COLUMNS,
    PROBLEM_COLUMNS,
    Article,
    Problem,
)
from analysis.seeds import Unread

FRENCH = "Selon l’armée, 300 soldats ont été envoyés au Mali en mars 2023 et 40 ont été tués."
ENGLISH = "The ministry said that 120 soldiers had been sent to the border, and 15 were wounded."
POLISH = "Żołnierze zostali wysłani do regionu przez rząd, a minister nic nie powiedział."
QUIET = "Le convoi avance dans la plaine et le général ne dit rien de plus aux journalistes."
RECRUITS = "L’armée a recruté 5 000 volontaires dans le nord du pays, selon le ministère."


@pytest.fixture
def folder(tmp_path):
    texts = {"fr": FRENCH, "en": ENGLISH, "recruits": RECRUITS}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def test_its_frames(folder):
    corpus = analysis.load(folder)
    columns = {
        "articles": ARTICLE_COLUMNS,
        "claims": CLAIM_COLUMNS,
        "dates": DATE_COLUMNS,
        "figures": FIGURE_COLUMNS,
        "problems": PROBLEM_COLUMNS,
    }
    for name, expected in columns.items():
        assert tuple(getattr(corpus, name).columns) == expected
    assert corpus.articles["article"].tolist() == ["en", "fr", "recruits"]
    assert corpus.articles["language"].tolist() == ["en", "fr", "fr"]
    assert corpus.problems.empty
    assert [document.text for document in corpus.documents] == [ENGLISH, FRENCH, RECRUITS]


def test_counts_of_an_article_are_its_rows(folder):
    corpus = analysis.load(folder)
    for row in corpus.articles.itertuples():
        assert row.claims == (corpus.claims["article"] == row.article).sum()
        assert row.figures == (corpus.figures["article"] == row.article).sum()


def test_other_persons_are_kept_but_not_charted(folder):
    corpus = analysis.load(folder)
    assert "other" in set(corpus.claims["kind"])
    assert "other" not in set(corpus.charted["kind"])
    killed = analysis.load(folder, kinds="killed")
    assert set(killed.charted["kind"]) == {"killed"}
    assert len(killed.claims) == len(corpus.claims)


@pytest.mark.parametrize("wanted", ["fr", "fr, en", ["en", "fr"], ("recruits",)])
def test_some_articles_only(folder, wanted):
    names = [w.strip() for w in wanted.split(",")] if isinstance(wanted, str) else list(wanted)
    corpus = analysis.load(folder, articles=wanted)
    assert set(corpus.articles["article"]) == set(names)
    assert set(corpus.claims["article"]) == set(names)


def test_parties_as_stated_or_as_given(folder):
    assert analysis.load(folder).parties == ()
    (folder / "seeds.toml").write_text('parties = ["UA", "RU"]\n')
    assert analysis.load(folder).parties == ("UA", "RU")
    assert analysis.load(folder, parties="ml,fr").parties == ("ML", "FR")


def test_what_is_given_is_kept(folder):
    corpus = analysis.load(folder, language="fr", evidence="sentences")
    assert (corpus.language, corpus.evidence) == ("fr", "sentences")
    assert folder.name in repr(corpus)


WRONG = [
    ({"language": "de"}, "en, fr"),
    ({"language": "engl"}, "did you mean 'en'"),
    ({"evidence": "fulll"}, "did you mean 'full'"),
    ({"kinds": "kiled"}, "did you mean 'killed'"),
    ({"kinds": 3.5}, "as a,b"),
    ({"articles": "frr"}, "did you mean 'fr'"),
    ({"parties": "Ukraine"}, "ISO 3166"),
]


@pytest.mark.parametrize(("given", "mend"), WRONG, ids=str)
def test_a_wrong_parameter_is_one_line(folder, given, mend):
    with pytest.raises(Problem, match=mend) as told:
        analysis.load(folder, **given)
    (name,) = given
    assert str(told.value).startswith(f"parameter {name}: ")
    assert len(str(told.value).splitlines()) == 1


BAD = {
    "latin.txt": ("Séoul".encode("latin-1"), "not UTF-8"),
    "empty.txt": (b"", "empty"),
    "polish.txt": (POLISH.encode(), "language"),
    "quiet.txt": (QUIET.encode(), "no number"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_article_not_read_is_a_problem_and_stops_nothing(folder, name, capsys):
    raw, told = BAD[name]
    (folder / name).write_bytes(raw)
    corpus = analysis.load(folder)
    (row,) = corpus.problems.to_dict("records")
    assert row["article"] == name.removesuffix(".txt")
    assert told in row["problem"]
    assert row["mend"]
    assert set(corpus.claims["article"]) == {"en", "fr", "recruits"}
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("warning: ")
    assert row["article"] in line


def test_an_article_without_a_figure_is_still_an_article(folder):
    (folder / "quiet.txt").write_text(QUIET, "utf-8")
    corpus = analysis.load(folder, articles="quiet")
    assert corpus.articles["figures"].tolist() == [0]
    assert corpus.claims.empty
    assert corpus.charted.empty


@pytest.mark.parametrize("name", ["latin.txt", "empty.txt", "polish.txt"])
def test_nothing_could_be_read(tmp_path, name):
    (tmp_path / name).write_bytes(BAD[name][0])
    with pytest.raises(Problem, match="no article could be read") as told:
        analysis.load(tmp_path)
    assert name.removesuffix(".txt") in str(told.value)
    assert len(str(told.value).splitlines()) == 1


def test_a_stated_language_goes_before_the_detected_one(tmp_path):
    lines = [
        {"id": "a", "text": "40 soldats tués.", "language": "fr"},
        {"id": "b", "text": "Zabito 40 żołnierzy.", "language": "pl"},
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    corpus = analysis.load(path)
    assert corpus.articles["article"].tolist() == ["a"]
    (problem,) = corpus.problems.to_dict("records")
    assert (problem["article"], "pl" in problem["problem"]) == ("b", True)


@pytest.mark.parametrize("table", ["claims", "dates", "figures"])
def test_rows_article_by_article_are_those_of_the_frame(folder, table):
    streamed = list(rows(folder, table))
    names = [item.id for item in streamed if isinstance(item, Article)]
    assert names == ["en", "fr", "recruits"]
    found = [(r["article"], r["start"]) for r in streamed if isinstance(r, dict)]
    frame = getattr(analysis.load(folder), table)
    assert found == list(zip(frame["article"], frame["start"], strict=True))


def test_rows_tell_what_was_not_read(folder):
    (folder / "polish.txt").write_text(POLISH, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    unread = {r.article for r in rows(folder, "claims") if isinstance(r, Unread)}
    assert unread == {"polish", "empty"}


def test_two_loads_are_the_same(folder):
    first, second = analysis.load(folder), analysis.load(folder)
    for name in ("articles", "claims", "dates", "figures", "problems"):
        assert getattr(first, name).equals(getattr(second, name))
