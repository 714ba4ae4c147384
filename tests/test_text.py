"""A text folded at its own length, cut into tokens, sentences, headline and body."""

import pytest
from one_text import figures

from analysis.reading.lexicon import lexicon
from analysis.reading.text import fold, prepare

FOLDED = [
    ("", ""),
    ("Élite ÀÉÎ", "élite àéî"),
    ("12\u00a0000 \u2013 15\u202f000", "12 000 - 15 000"),
    ("l’armée d‘hier", "l'armée d'hier"),
    ("\ufeffZwölf", "\u200bzwölf"),
    ("İstanbul", "istanbul"),
    ("straße ẞ", "straße ß"),
    ("ΣΑΣ ǅ ﬁ", None),
    ("a\r\n\tb\u2028c", None),
    ("🪖 12 👩‍👧", None),
    ("\ud800\udfff", None),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_folding_keeps_the_length(text, expected):
    assert len(fold(text)) == len(text)
    assert expected is None or fold(text) == expected


def cut(text: str, language: str) -> list[str]:
    made = prepare(text, lexicon(language))
    return [text[s.span.start : s.span.end] for s in made.sentences]


# Each list is one text: its sentences, joined by a blank.
SENTENCES = [
    ("fr", ["Le convoi est parti.", "Il compte 40 hommes."]),
    ("fr", ["Qui commande ?", "Personne !", "On attend…", "Rien ne vient."]),
    ("fr", ["Le gén. Morel a parlé.", "M. Duval et Mme. Roy se taisent."]),
    ("fr", ["Le col. A. B. Petit tient le pont."]),
    ("fr", ["Le prix est de 3.50 euros.", "Le site www.exemple.fr l’affirme."]),
    ("fr", ["« Nous partons. »", "Le chef se tait."]),
    ("fr", ["“Nous partons.”", "Le chef se tait."]),
    ("fr", ["Elle (la brigade) part.", "Elle revient (dit-on.)", "Fin."]),
    ("fr", ["Le bilan est lourd... mais provisoire.", "Il montera."]),
    ("fr", ["Le poste tient.", "12 soldats le gardent."]),
    ("en", ["The convoy left.", "It counts 40 men."]),
    ("en", ["Gen. Moore spoke.", "Mr. Hill and Mrs. Roe said nothing."]),
    ("en", ["Lt. Col. J. R. Hart holds the bridge."]),
    ("en", ["“We leave.”", "The chief is silent."]),
    ("en", ['"We leave," he said.', '"All of us."', "They left."]),
    ("en", ["Who leads?", "Nobody!", "Then silence…", "Nothing came."]),
    ("en", ["It cost 3.5 million.", "About 4.7 per cent was spent."]),
    ("de", ["Der Zug fuhr los.", "Er zählt 40 Mann."]),
    ("de", ["Am 8. Oktober fuhr die 22. Brigade los.", "Sie zählt 40 Mann."]),
    ("de", ["Im 3. Bataillon dienen 400 Soldaten.", "Das ist viel."]),
    ("de", ["Gen. Maier und Dr. Kurz schwiegen.", "Prof. Lang sprach."]),
    ("de", ["„Wir gehen.“", "Der Chef schweigt."]),
    ("de", ["Es fielen z. B. zwölf Mann.", "Die anderen flohen."]),
]


@pytest.mark.parametrize(("language", "sentences"), SENTENCES, ids=lambda v: str(v)[:40])
def test_sentences(language, sentences):
    assert cut(" ".join(sentences), language) == sentences


# Lines that stand by themselves, and lines that a narrow column broke.
LINES = [
    ("Bilan du jour\n- 12 blessés\n- 3 morts\n", ["Bilan du jour", "- 12 blessés", "- 3 morts"]),
    ("• 12 blessés\n• 3 morts", ["• 12 blessés", "• 3 morts"]),
    ("Un titre sans point\n\nLe texte suit.", ["Un titre sans point", "Le texte suit."]),
    ("Un titre\r\n\r\nLe texte suit.\r\n", ["Un titre", "Le texte suit."]),
    (
        "Une phrase coupée\nau milieu par une ligne.",
        ["Une phrase coupée\nau milieu par une ligne."],
    ),
    ("Fini.\n \t\n\n\nUn autre.", ["Fini.", "Un autre."]),
    (
        "Le convoi a quitté la garnison à l’aube, sous la pluie, avec\n"
        "Morel en tête et quarante hommes derrière lui. Nul ne sait où\n"
        "il va.",
        [
            "Le convoi a quitté la garnison à l’aube, sous la pluie, avec\n"
            "Morel en tête et quarante hommes derrière lui.",
            "Nul ne sait où\nil va.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "sentences"), LINES, ids=lambda v: str(v)[:30])
def test_lines(text, sentences):
    assert cut(text, "fr") == sentences


HEADLINES = [
    ("Un titre sans point\n\nLe texte suit.", ["headline", "body"]),
    (
        "Un titre\nUn chapeau sans point\n\nLe texte. La suite.",
        ["headline", "headline", "body", "body"],
    ),
    ("Le texte commence ici.\n\nUn intertitre\n\nLa suite.", ["body", "body", "body"]),
    ("Une seule ligne sans point", ["body"]),
    ("Titre : 40 hommes\nPremière ligne.\nDeuxième ligne.", ["headline", "body", "body"]),
]


@pytest.mark.parametrize(("text", "sections"), HEADLINES)
def test_headline_and_body(text, sections):
    assert [s.section for s in prepare(text, lexicon("fr")).sentences] == sections


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\ufeff\r\n"])
def test_nothing_to_read(text):
    assert prepare(text, lexicon("fr")).sentences == []
    assert figures(text) == []


SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u2008", "\u200a", "\u205f", "\u3000"]
INSIDE = ["\u200b", "\u2060", "\ufeff", "\u00ad"]


@pytest.mark.parametrize("space", SPACES, ids=ascii)
@pytest.mark.parametrize("language", ["fr", "de"])
def test_every_space_inside_a_number(language, space):
    text = {"fr": f"Il y a 12{space}500 soldats.", "de": f"Es sind 12{space}500 Soldaten."}[
        language
    ]
    (figure,) = figures(text, language)
    assert (figure["quote"], figure["low"]) == (f"12{space}500", 12_500)


@pytest.mark.parametrize("mark", INSIDE, ids=ascii)
def test_characters_without_width_inside_a_number(mark):
    (figure,) = figures(f"Il y a 12{mark} {mark}500 soldats et rien{mark} d’autre.")
    assert figure["low"] == 12_500
    (figure,) = figures(f"Il y a 4{mark}50 soldats.")
    assert (figure["quote"], figure["low"]) == (f"4{mark}50", 450)
