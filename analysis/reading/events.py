"""Rows of the table of dates: each date, and denials and confirmations without a number."""

from __future__ import annotations

from dataclasses import replace

from analysis.model import DateMention
from analysis.reading import places
from analysis.reading.days import Found
from analysis.reading.elision import Mention
from analysis.reading.speech import Speech
from analysis.reading.text import Sentence, Text


def rows(
    text: Text, dates: list[Found], mentions: list[Mention], speech: Speech
) -> list[DateMention]:
    """The dates of an article in order, with tense, standing, source and claim."""
    claims = _claims_by_date(text, mentions)
    counted = {m.sentence for m in mentions if m.is_person}
    made: dict[int, DateMention] = {}
    by_sentence: dict[int, list[Found]] = {}
    for date in dates:
        by_sentence.setdefault(text.sentence_of(date.i), []).append(date)
    for number, sentence in enumerate(text.sentences):
        here = by_sentence.get(number, [])
        stands = _standings(text, sentence) if number not in counted else []
        if not here and not stands:
            continue
        for date in here:
            made[date.i] = _row(text, sentence, date, claims.get(date.i), speech.of(number))
        for i, j, status in stands:
            _stand(text, sentence, here, made, (i, j), status)
    return [made[i] for i in sorted(made)]


def _claims_by_date(text: Text, mentions: list[Mention]) -> dict[int, int]:
    found: dict[int, int] = {}
    for mention in mentions:
        date = mention.facts.get("date") if mention.is_person else None
        if date:
            found.setdefault(date.i, text.starts[mention.number.i])
    return found


def _row(text: Text, sentence: Sentence, date: Found, claim: int | None, said) -> DateMention:
    return DateMention(
        start=text.starts[date.i],
        end=text.ends[date.j - 1],
        date=date.date,
        date_start=date.start,
        date_end=date.end,
        tense=date.tense if date.tense != "none" or not date.date else _tense(text, sentence, date),
        who=(said.who,) if said and said.who else (),
        who_code=places.codes(text, said.i, said.j) if said and said.who else (),
        claim=claim,
        sentence=sentence.span,
        section=sentence.section,
    )


def _tense(text: Text, sentence: Sentence, date: Found) -> str:
    """Ahead where the sentence plans or expects, else past: it tells of the date."""
    for k in range(sentence.i, sentence.j):
        for hit in text.hits.get(k, ()):
            if hit.group == "modal" and hit.value in ("plan", "either", "able", "future"):
                return "ahead"
            if hit.group == "status" and hit.value == "planned" and k < date.i:
                return "ahead"
            if hit.group.startswith("cue.") and hit.value == "future":
                return "ahead"
    return "past"


def _standings(text: Text, sentence: Sentence) -> list[tuple[int, int, str]]:
    """Words of denial and confirmation in a sentence without a figure of people."""
    return [
        (hit.i, hit.j, hit.value)
        for k in text.within("status", sentence.i, sentence.j)
        if (hit := text.has(k, "status", "denied", "confirmed")) is not None
    ]


def _stand(text: Text, sentence: Sentence, here, made, place: tuple[int, int], status: str) -> None:
    """A country's denial or confirmation: at its date where one follows, else at its own words."""
    i, j = place
    who = places.subject(text, sentence.i, i, reach=24)
    if who.words is None:
        return
    codes = (who.code,) if who.code else ()
    date = next((d for d in here if d.date and j <= d.i <= j + 6), None)
    if date is not None and made[date.i].status is None:
        made[date.i] = replace(made[date.i], status=status, who=(who.words,), who_code=codes)
    elif i not in made:
        start, end = text.starts[i], text.ends[j - 1]
        made[i] = DateMention(
            start,
            end,
            None,
            None,
            None,
            status=status,
            who=(who.words,),
            who_code=codes,
            sentence=sentence.span,
            section=sentence.section,
        )
