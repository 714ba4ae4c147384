"""People whose noun is in no list, known by what befalls none but the living."""

from __future__ import annotations

from analysis.reading.figures import Number
from analysis.reading.kinds import Scope, nearest
from analysis.reading.nouns import Counted
from analysis.reading.text import Text

BEFALLS = ("killed", "wounded", "killed_or_wounded", "missing", "displaced", "captured")
FINAL = 8  # cost from a noun to the participle at the end of its clause


def only_people(text: Text, number: Number, counted: Counted, made: Scope) -> bool:
    """An unlisted noun of whom it is said that they were killed or wounded: people."""
    end = counted.j
    placed = number.i > 0 and text.has(number.i - 1, "place", "at")  # "held in six jails"
    within = number.j <= end <= made.j
    if number.share or counted.role != "count" or counted.stop != "unknown" or not within:
        return False
    best = nearest(made, number.i, end, left=end, right=made.j)
    if best and best[0].kind in BEFALLS and best[0].form == "done" and not placed:
        ends = text.lexicon.grammar["verb_second"] and text.has(end, "function", "be", "have")
        if best[1] <= (FINAL if ends else 3):  # "40 Gärtner wurden am Montag in Kivo getötet"
            return True
    best = nearest(made, number.i, number.j, left=made.i, right=number.i)
    if best is None or best[0].kind not in BEFALLS:
        return False
    held = best[0].kind in ("captured", "displaced")  # "hold two passports", "évacuer deux camps"
    return (best[0].heads == number.i and best[0].kind != "displaced") or (
        best[1] <= 1 and best[0].form == "done" and not held
    )
