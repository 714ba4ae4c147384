"""Computed sentences: in both languages, every number a link, plain words, right plurals."""

import json
import re
from html.parser import HTMLParser

import pytest
from hand_made import (
    KOREA,
    RUSSIA,
    changed,
    claim,
    corpus,
    date,
    forty,
    second_contingent,
    seed_claims,
    seed_dates,
    without,
)

from analysis import checks, derived, phrases, say
from analysis.model import LANGUAGES, Problem
from analysis.say.leads import PAGES
from analysis.say.seeing import SEEN

CORPORA = {
    "seed": (seed_claims(), seed_dates()),
    "no plan": (without(seed_claims(), "c66", "c775"), seed_dates()),
    "no losses": (without(seed_claims(), "c234", "c1993"), seed_dates()),
    "two contingents": ([*seed_claims(), second_contingent()], seed_dates()),
    "no claims": ([], []),
    "forty articles": (forty(), []),
    "denied": ([claim("c1", 600, status="denied", who=("Moscou",), kind="killed")], []),
}


def everything(made, **given):
    """All that can be said of a corpus."""
    frame = derived.figures(made.claims, made.dates, language=made.language, **given)
    yield from (say.title(made, page, frame) for page in PAGES)
    yield from (say.summary(made, page) for page in PAGES)
    yield from (say.seen(made, what, frame) for what in SEEN)
    yield say.derived(made, frame)
    yield say.checks(made, frame)
    yield say.published(made)
    yield say.limits(made)


class Stray(HTMLParser):
    """Digits that stand neither in a link nor in a count nor in exempt words."""

    def __init__(self):
        super().__init__()
        self.open, self.found, self.links = [], [], []

    def handle_starttag(self, tag, attributes):
        names = dict(attributes)
        self.open.append(names.get("class") == "n" or "data-no-claim" in names)
        if tag == "a":
            self.links.append(names["href"])

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        if any(char.isdigit() for char in data) and not any(self.open):
            self.found.append(data)


def stray(html):
    parser = Stray()
    parser.feed(str(html))
    assert not parser.open
    return parser


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CORPORA)
def test_every_number_leads_somewhere(name, language):
    made = corpus(*CORPORA[name], language=language)
    frame = derived.figures(made.claims, made.dates, language=language, returned=20)
    anchors = {f"#claim-{one}" for one in made.claims["claim"]}
    anchors |= {f"#derived-{one}" for one in frame["derived"]}
    for shown in everything(made, returned=20):
        parser = stray(shown.html)
        assert not parser.found
        assert set(parser.links) <= anchors
        assert shown.text.strip() and "{" not in shown.text and "<" not in shown.text


def test_a_stray_number_would_be_found():
    assert stray("<p>9 999 <a class='n' href='#claim-c1'>5</a></p>").found == ["9 999 "]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_follow_the_numbers(language):
    claims = changed(seed_claims(), "c1942", low=12_500, high=12_500)
    before = "\n".join(one.text for one in everything(corpus(language=language)))
    after = "\n".join(one.text for one in everything(corpus(claims, language=language)))
    digits = re.sub(r"[\s,.]", "", after)
    assert "12500" in digits and "11000" not in digits and before != after


def test_the_seed_s_titles():
    titles = [say.title(corpus(), page).text for page in PAGES]
    assert titles[0] == (
        "North Korea: about 11,000 are estimated to have been deployed, "
        "and 25,000–30,000 more are planned"
    )
    assert "of about 11,000 deployed, about 4,000 are estimated to have been killed" in titles[1]
    assert titles[2].startswith("6 figures of persons rest on 1 named origin")
    assert str(say.title(corpus(), "sources").html).startswith("<h1>")


@pytest.mark.parametrize("name, page, start", [
    ("no plan", "deployments", "North Korea: about 11,000 are estimated to have been"),
    ("two contingents", "deployments", "North Korea: 2 figures of persons deployed are given"),
    ("no losses", "casualties", "No figure of losses is given"),
    ("no claims", "deployments", "No figure of persons deployed or planned is given"),
    ("no claims", "sources", "No figure of persons is given"),
    ("forty articles", "casualties", "40 figures of losses are given"),
])  # fmt: skip
def test_titles_of_other_articles(name, page, start):
    assert say.title(corpus(*CORPORA[name]), page).text.startswith(start)


def test_one_person_is_one_person_in_both_languages():
    claims = [claim("c1", 1, kind="killed", who=("Kyiv",))]
    assert say.title(corpus(claims, []), "casualties").text == "1 is reported to have been killed"
    french = say.title(corpus(claims, [], "fr"), "casualties").text
    assert french == "1 est donné pour tué, selon le texte"
    assert "1 tué (" in say.summary(corpus(claims, [], "fr"), "casualties").text


def test_the_seed_s_checks_say_what_was_found():
    text = say.checks(corpus()).text
    for words in (
        "is compatible with about 4,000 of about 11,000",
        "not proved",
        "fails from a base of 12,000 on",
        "“out of action” is another kind than “killed or wounded”",
        "its base is “Des milliers”",
        "is the top of the body’s 25,000–30,000",
        "the headline says “Ukraine”, the body “Russie”",
        "“Les services secrets sud-coréens”: no number",
        "denied (no date), then confirmed",
        "presence only, no number",
        "not stated; bounded by the text",
        "10 groups of digits: 5 of persons and 5 years",
        "nothing unread",
        "Ukraine: 4 mentions",
        "several mentions of one side are not several confirmations",
    ):
        assert words.casefold() in text.casefold(), words


def test_what_holds_for_several_articles_is_said_once():
    text = " ".join(say.checks(corpus(forty(), [])).text.split())
    assert text.count("not stated, and the text does not bound it") == 1
    assert "article-00, article-01" in text and "and article-39: not stated" in text


def test_a_denial_told_twice_is_told_once():
    told = [date(at, "denied", status="denied", who=("Moscow",)) for at in (5, 40)]
    text = say.checks(corpus([], told)).text
    assert text.count("denied (no date)") == 1 and "denied (no date), then" not in text


def test_words_of_the_article_are_quoted_in_their_language():
    html = str(say.checks(corpus()).html)
    assert '<q lang="fr" data-no-claim>Russie</q>' in html
    french = " ".join(say.checks(corpus(language="fr")).text.split())
    assert "« Russie »" in french


def test_words_of_the_article_cannot_leave_their_place():
    claims = changed(seed_claims(), "c1942", who=("<script>alert(1)</script> & {n}",))
    html = "".join(str(one.html) for one in everything(corpus(claims)))
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_sources_relays_and_carried_words_are_told():
    text = say.summary(corpus(), "deployments").text
    assert "relayed by “CNN”, carried over from another sentence" in text
    assert "not attributed in the text" in text


def test_parties_are_marked_and_never_dropped():
    made = corpus(parties=("UA", "RU"))
    assert "Ukraine (party to the war): 4 mentions" in say.checks(made).text
    assert "Marked as parties to the war: Ukraine and Russia" in say.limits(made).text
    assert "Nobody is marked" in say.limits(corpus()).text


def test_planned_and_done_are_told_apart():
    claims = [claim("c1", 1_000, **KOREA, **RUSSIA),
              claim("c2", 3_000, status="planned", **KOREA, **RUSSIA)]  # fmt: skip
    made = corpus(claims, [])
    for shown in (say.title(made, "deployments"), say.summary(made), say.seen(made, "figures")):
        assert "4,000" not in shown.text
    assert "4,000" in say.seen(made, "scenarios").text


def test_an_unknown_page_or_chart_is_one_clear_line():
    with pytest.raises(Problem, match="did you mean 'casualties'"):
        say.title(corpus(), "casualty")
    with pytest.raises(Problem, match="did you mean 'timeline'"):
        say.seen(corpus(), "time line")


def test_many_figures_are_counted_not_listed():
    text = say.summary(corpus(forty(), []), "deployments").text
    assert "Planned, not done: 40 figures of persons to be deployed" in text


def leaves(table, path=""):
    for key, value in table.items():
        if isinstance(value, dict) and (not path or "one" not in value):
            yield from leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}", value


def test_both_languages_have_the_same_sentences_with_the_same_fields():
    english, french = (dict(leaves(phrases.sentences(one))) for one in ("en", "fr"))
    assert list(english) == list(french)
    for key, sentence in english.items():
        fields = [set(re.findall(r"{(\w+)}", str(one))) for one in (sentence, french[key])]
        assert fields[0] == fields[1], key


def test_no_sentence_template_holds_a_number():
    for language in LANGUAGES:
        for key, sentence in leaves(phrases.sentences(language)):
            assert not re.search(r"\d", json.dumps(sentence, ensure_ascii=False)), key


def test_every_check_and_every_chart_has_its_sentence():
    made = corpus()
    found = checks.run(
        made.claims, made.dates, made.figures, made.articles, derived.figures(made.claims)
    )
    told = say.sentences(made, found)
    assert len(told) == len(found) == 7 and all(str(one).endswith(".") for one in told)
