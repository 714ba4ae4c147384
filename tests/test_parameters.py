"""Parameters as they come from papermill, a shell or a notebook: clean, or one clear line."""

import pytest

from analysis import parameters
from analysis.model import KINDS, LANGUAGES, Problem


@pytest.mark.parametrize(
    "given, clean",
    [
        (None, None),
        ("killed", ("killed",)),
        ("killed,wounded", ("killed", "wounded")),
        (["wounded", "killed", "wounded"], ("wounded", "killed")),
    ],
)
def test_choices(given, clean):
    assert parameters.choices("kinds", given, KINDS) == clean


@pytest.mark.parametrize("given", ["000", 0, ["000"], (0,)])
def test_an_article_whose_name_papermill_made_a_number(given):
    assert parameters.articles("articles", given, ("000", "001")) == ("000",)


@pytest.mark.parametrize(
    "call, line",
    [
        (
            lambda: parameters.choice("language", "frr", LANGUAGES),
            "parameter language: 'frr' is none of en, fr; did you mean 'fr'?",
        ),
        (
            lambda: parameters.choice("language", 3, LANGUAGES),
            "parameter language: 3 is none of en, fr",
        ),
        (
            lambda: parameters.choices("kinds", "kiled", KINDS),
            "parameter kinds: 'kiled' is none of " + ", ".join(KINDS) + "; did you mean 'killed'?",
        ),
        (
            lambda: parameters.names("kinds", 1.5),
            "parameter kinds: 1.5 is not a list of names; give it as a,b",
        ),
        (
            lambda: parameters.articles("articles", "00_a", ("000_a", "001_b")),
            "parameter articles: no article '00_a'; did you mean '000_a'?",
        ),
        (
            lambda: parameters.amount("arrivals", "many"),
            "parameter arrivals: 'many' is not a number of persons; give 0 or more",
        ),
        (
            lambda: parameters.amount("arrivals", -1),
            "parameter arrivals: -1 is not a number of persons; give 0 or more",
        ),
        (
            lambda: parameters.codes("parties", "UKR"),
            "parameter parties: 'UKR' is not an ISO 3166 code such as UA or KP",
        ),
        (
            lambda: parameters.text("seeds", 0),
            "parameter seeds: 0 is not a text; write it in quotation marks",
        ),
        (
            lambda: parameters.check_injected(["language = 'en'", "# Parameters\nlangage = 'fr'"]),
            "parameter langage: the notebook has none of that name; did you mean 'language'?",
        ),
    ],
)
def test_one_clear_line(call, line):
    with pytest.raises(Problem) as told:
        call()
    assert str(told.value) == line


def test_amounts():
    assert parameters.amount("arrivals", "1500") == 1500
    assert parameters.amount("arrivals", 2.5) == 2.5
    with pytest.raises(Problem):
        parameters.amount("arrivals", True)


def test_outside_a_notebook_nothing_is_checked():
    parameters.check_injected()
