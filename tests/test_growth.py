"""Twice the text, twice the steps: hostile texts cost no more than long ones."""

import sys
from collections.abc import Callable

import pytest
from one_text import article

from analysis.reading import numbers, read
from analysis.reading.lexicon import lexicon

SIZE = 800  # characters; then twice as many
LIMIT = 2.5
FRENCH = {
    "one long line": "le soldat et le chef de la garde de la base ",
    "a line without a space": "soldat",
    "numbers": "12 500 ",
    "thousands": "000 ",
    "number words": "vingt-deux mille ",
    "and": "et vingt ",
    "of of of": "de ",
    "vague": "des milliers de ",
    "several": "plusieurs dizaines de ",
    "qualifiers": "au moins plus de ",
    "ranges": "10 à 20 à ",
    "dates": "3 mai 2020 ou ",
    "slashes": "1/2/",
    "dashes": "1-",
    "points": "a.",
    "ellipses": "…",
    "opened quotes": "« ",
    "nested quotes": "« “ « ",
    "closed quotes": "» ”",
    "brackets": "([{",
    "newlines": "\n",
    "blank lines": "a\n \n",
    "spaces": " ",
    "marks without a letter": "\u0301e",
    "sources": "selon l’armée, citant la police, ",
    "said": "a déclaré, a dit, « 40 morts », ",
    "claims in one sentence": "40 soldats ont été tués et ",
    "part of part": "40 hommes, dont 3 blessés, dont ",
    "sentences": "40 soldats ont été tués. ",
    "sentences of them": "40 d’entre eux ont été tués. ",
    "headlines": "40 soldats tués\n",
    "names": "Jean Paul Marie ",
}
ENGLISH = {
    "number words": "twenty-two thousand and ",
    "ratios": "one in three in ",
    "them": "40 of them were killed and ",
    "including": "40 men, including 3 wounded, including ",
    "money": "$40 ",
    "notes": "1,",
    "verdicts": "The document is false. ",
    "whose": "2-man U.N. ",
    "pronouns": "Ana Prado came. He said 3 died. ",
    "related": ", who had 3 men ",
    "quoted figures": "“ 40 dead ",
    "ages": "the mayor, 34, said 3 men, ",
    "unlisted": "3 gardeners were killed and ",
}
GERMAN = {
    "as told": "wie ein Polizist mitteilte, 3 Tote, ",
    "put at": "wird auf 300 beziffert ",
    "capitals": "Haus Hof Garten ",
    "one long capital": "Soldaten",
    "compounds": "Elitesoldatenverluste ",
    "days": "8. Oktober 9. ",
    "claims in one sentence": "40 Soldaten wurden getötet und ",
    "number words": "fünfundzwanzigtausend und ",
    "sending": "schickt 3 Soldaten ",
    "attributes": "40 in Mali stationierte ",
    "verb at the end": "dass 40 Soldaten, die 3 Verletzte, die ",
}


def steps(work: Callable[[], object]) -> int:
    """The lines of Python that some work runs through: counted, not timed."""
    count = 0

    def step(frame, event, argument):
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[str], object], piece: str) -> float:
    """How many times the steps of a text one twice as long takes."""
    texts = [piece * (SIZE * times // len(piece)) for times in (1, 2)]
    work(texts[1])
    small, large = (steps(lambda text=text: work(text)) for text in texts)
    return large / small


PIECES = [
    pytest.param(language, piece, id=f"{language}-{name}")
    for language, pieces in {"fr": FRENCH, "en": ENGLISH, "de": GERMAN}.items()
    for name, piece in pieces.items()
]


@pytest.mark.parametrize(("language", "piece"), PIECES)
def test_twice_the_text_is_not_four_times_the_steps(language, piece):
    words = lexicon(language)
    assert growth(lambda text: read(article(text, language), words), piece) < LIMIT


@pytest.mark.parametrize(
    "piece",
    ["numbers", "number words", "and", "ranges", "dashes", "slashes", "dates", "points"],
)
def test_twice_the_text_hands_on_no_more_than_twice_the_number_words(monkeypatch, piece):
    handed, find = [], numbers.find_numbers

    def counted(tokens, *rest):
        handed[-1] += len(tokens)
        return find(tokens, *rest)

    monkeypatch.setattr(numbers, "find_numbers", counted)
    for times in (4, 8):
        handed.append(1_000)  # what a text may cost in any case
        text = FRENCH[piece] * (SIZE * times // len(FRENCH[piece]))
        read(article(text), lexicon("fr"))
    assert handed[1] / handed[0] < LIMIT
