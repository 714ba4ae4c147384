"""Tallies: "the death toll rose to 7", "le nombre de blessés": what a number of them counts."""

from __future__ import annotations

from analysis.reading.cues import STATES, Cue
from analysis.reading.figures import Number
from analysis.reading.kinds import Scope
from analysis.reading.lexicon import Hit
from analysis.reading.listed import place_by_place
from analysis.reading.text import Text

AFTER = 6  # tokens after "the number of" that tell what is counted
TALLIED = 36  # tokens, and their cost, from "the number of" to the figure


def tallied(text: Text, number: Number, made: Scope) -> Cue | None:
    """The state that a tally counts: "Le bilan passe à 54 morts", "the number of dead is 7"."""
    ahead = _tally_follows(text, made, number)
    if ahead:
        return ahead
    listed = place_by_place(text, number.i)
    if listed is not None:
        return _state_near(text, made, made.i, listed)
    for k in range(number.i - 1, max(made.i, number.i - TALLIED) - 1, -1):
        hit = text.has(k, "tally")
        if hit is None:
            continue
        state = _counted_by(text, made, hit, number.i)
        if state and made.between(hit.j, number.i) <= TALLIED:
            return state
    return None


def _tally_follows(text: Text, made: Scope, number: Number) -> Cue | None:
    """As in "chiffre à 4 210 le nombre de femmes tuées": what is counted comes after."""
    article = text.has(number.j, "function", "article")
    j = article.j + (text.words[article.j : article.j + 1] == ["'"]) if article else None
    tally = text.has(j, "tally") if j else None
    return _counted_by(text, made, tally, min(tally.j + AFTER, made.j)) if tally else None


def _counted_by(text: Text, made: Scope, tally: Hit, i: int) -> Cue | None:
    """The state that a tally counts; of "troop numbers" it is that they are deployed."""
    before = text.has(tally.i - 1, "person", *STATES)  # "the refugee number"
    state = _state_near(text, made, tally.i - bool(before), i)
    near = (tally.i - 1, *range(tally.i, min(tally.j + 4, i)))
    troops = text.has(tally.i, "cue.deployed", "noun") or any(
        text.has(k, "person", "troops") for k in near
    )
    if state is None and troops:
        return Cue(tally.i, tally.j, "deployed", "noun")
    return state


def _state_near(text: Text, made: Scope, i: int, j: int) -> Cue | None:
    """The last state named from token i to j, the longest of those that cover a word."""
    last: Hit | None = None
    for k in range(i, j):
        for hit in text.hits.get(k, ()):
            if hit.group == "person" and hit.value in STATES and not text.has(k - 1, "role"):
                last = hit if last is None or hit.j > last.j else last
    if last:
        return Cue(last.i, last.j, last.value, "state")
    return next((c for c in made.cues if i <= c.i < j and c.kind in STATES), None)


def state_in(text: Text, i: int, j: int) -> str | None:
    """The state of people that tokens i to j name: "the fatalities were as follows"."""
    for k in range(i, j):
        for hit in text.hits.get(k, ()):
            told = hit.group == "person" or hit.group.startswith("cue.")
            kind = hit.value if hit.group == "person" else hit.group[4:]
            if told and kind in STATES:
                return kind
    return None
