"""What a word of plan, doubt or hearsay says of a figure, read with its verb."""

from __future__ import annotations

from analysis.model import LOSSES
from analysis.reading.cues import Cue
from analysis.reading.kinds import Scope
from analysis.reading.signals import Signal
from analysis.reading.text import QUOTES, Text

REACH = {"planned": 22, "estimated": 26, "confirmed": 20, "denied": 30}
BODILY = ("killed", "wounded", "killed_or_wounded", "out_of_action")
NEAR = 20  # cost from a modal verb to the verb it goes with
WITH = 3  # tokens from "probably" to the figure or verb it goes with
SUBJECT = 7  # tokens from the people counted to the verb of their clause
FINAL = 18  # tokens from a modal verb to the infinitive at the end of its clause
COORDINATED = 10  # tokens from a verb to the second of the figures that it governs
GOVERNS = 20  # cost from "will be" to a figure of its clause, of whom nothing else is said
BESIDE = 8  # cost from a modal verb to a figure right after it


def frames(text: Text, scope: Scope, sign: Signal, place: tuple[int, int], cue: Cue) -> bool:
    """As in "300 Soldaten würden verlegt": an indirect mood around the figure, and its verb."""
    before = sign.j <= place[0] <= place[1] <= cue.i
    between = place[1] <= sign.i < cue.i
    if not text.has(sign.i, "modal", "indirect") or not (before or between):
        return False
    gap = (sign.j, place[0]) if before else (place[1], cue.i)
    return not scope.parts(text, *gap)


def _state(text: Text, k: int, held: int) -> bool:
    """A word that tells how things are, or are done: not the "have" of "will have 500 men"."""
    done = text.has(k, "modal", "completed")
    return text.has(k, "modal", "now") is not None or (done is not None and done.j != held)


def distance(scope: Scope, sign: Signal, place: tuple[int, int]) -> int:
    if sign.j <= place[0]:
        return scope.between(sign.j, place[0])
    return scope.between(place[1], sign.i)


def cue_distance(scope: Scope, sign: Signal, cue: Cue | None) -> int:
    if cue is None:
        return 99
    if sign.j <= cue.i:
        return scope.between(sign.j, cue.i) + 4
    return scope.between(cue.j, sign.i) + 4


def means(
    text: Text, scope: Scope, sign: Signal, place: tuple[int, int], cue: Cue | None
) -> str | None:
    """What a sign says of the figure, its modal verb read with the verb it governs."""
    if sign.says in REACH:
        return sign.says
    if sign.says in ("now", "completed", "indirect", "factual", "false"):
        return "denied" if sign.says == "false" else None
    near = cue_distance(scope, sign, cue) <= NEAR or _brackets(text, scope, sign, place, cue)
    if sign.says == "doubt":
        return "estimated" if _doubts(text, sign, place, cue) else None
    if sign.says == "hearsay":
        reach = cue_distance(scope, sign, cue) if cue else distance(scope, sign, place)
        return "estimated" if reach <= (REACH["estimated"] if cue else BESIDE) else None
    if sign.says == "conditional":
        told = any(text.has(k, "source", "said") for k in range(scope.i, sign.i))
        if _both_lost(text, scope, sign, place, cue):
            return "estimated"
        beside = cue is None and distance(scope, sign, place) <= BESIDE
        return ("planned" if told else "estimated") if near or beside else None
    return _modal(text, scope, sign, place, cue, near)


def _both_lost(
    text: Text, scope: Scope, sign: Signal, place: tuple[int, int], cue: Cue | None
) -> bool:
    """As in "compterait 80 tués et 300 blessés": the mood holds for both."""
    if cue is None or cue.kind not in BODILY or sign.j > place[0]:
        return False
    joined = text.has(place[0] - 1, "function", "and") and text.words[place[0]][0].isdecimal()
    return bool(joined) and place[0] - sign.j <= COORDINATED


def _doubts(text: Text, sign: Signal, place: tuple[int, int], cue: Cue | None) -> bool:
    """Whether "probably" goes with the figure: it opens the clause, or stands at it or its verb."""
    i, j = place
    if sign.j <= i:
        before = text.words[sign.i - 1] if sign.i else "."
        opens = not before[0].isalnum() or text.has(sign.i - 1, "function", "and") is not None
        return opens or i - sign.j <= WITH
    at_verb = cue is not None and sign.j <= cue.i <= sign.j + WITH
    return at_verb or sign.i - j <= 1


def _brackets(
    text: Text, scope: Scope, sign: Signal, place: tuple[int, int], cue: Cue | None
) -> bool:
    """As in "könnte sich mit 300 Soldaten beteiligen": the verb ends the clause."""
    if cue is None or not text.lexicon.grammar["verb_second"]:
        return False
    inside = sign.j <= place[0] and place[1] <= cue.i
    return inside and not _parts(text, scope, sign.j, cue.i)


def _parts(text: Text, scope: Scope, a: int, b: int) -> bool:
    """Whether a clause ends between: not at a comma of "fünf Panzer, 13 Wagen und 300 Mann"."""
    marks = (k for k in range(a, b) if text.words[k] in ",;" and not scope.beside(k))
    return any(scope.numbers.isdisjoint((k + 1, k + 2)) for k in marks)


def _modal(
    text: Text, scope: Scope, sign: Signal, place: tuple[int, int], cue: Cue | None, near: bool
) -> str | None:
    """What "will", "should", "soll" say of the figure; `near`: that the verb is its own."""
    sure = sign.says not in ("either", "able")
    state = _tells_state(text, scope, sign, place)
    beside = sign.j <= place[0] and _beside(text, scope, sign.j, place[0], sure and cue is None)
    lost = cue is not None and cue.kind in LOSSES
    if lost and sign.says == "able":
        return None
    if lost and not sure and (near or beside):
        return None if _clause_of_its_own(text, scope, sign, place, cue) else "estimated"
    if cue is None or cue.form == "state" or not near:
        led = sure or (cue is None and text.lexicon.grammar["verb_second"])
        state = state and not (cue is None and _by_then(text, scope, place))
        after = cue is None and sign.i >= place[1] and sign.says in ("plan", "future")
        follows = after and _subject(text, scope, place[1], sign.i)
        return "planned" if (beside and led and not state and not lost) or follows else None
    if not sure and (state or cue.kind in LOSSES):
        return "estimated"
    if state or cue.kind in LOSSES:
        return None
    at_once = sure and cue.i - 1 <= sign.j <= cue.i
    framed = sign.says == "plan" and frames(text, scope, sign, place, cue)
    infinitive = cue.form == "bare" or text.has(cue.i, f"cue.{cue.kind}", "bare")
    ahead = infinitive or cue.form == "noun" or (cue.form == "future" and sign.i <= cue.i)
    return "planned" if at_once or framed or ahead else None


def _by_then(text: Text, scope: Scope, place: tuple[int, int]) -> bool:
    """As in "Bis Samstag sollen es 300 sein": a day by which so many are to be there."""
    until = (k for k in range(scope.i, place[0]) if text.has(k, "date", "until"))
    return any(
        text.has(m, group) for k in until for m in (k + 1, k + 2) for group in ("weekday", "month")
    )


def _clause_of_its_own(
    text: Text, scope: Scope, sign: Signal, place: tuple[int, int], cue: Cue
) -> bool:
    """As in "Die Zahl könnte steigen, 12 Soldaten wurden verletzt": a comma, and its own verb."""
    if sign.j > place[0] or not scope.parts(text, sign.j, place[0]):
        return False
    return any(text.has(k, "function", "be", "have") for k in range(place[1], cue.i))


def _subject(text: Text, scope: Scope, i: int, j: int) -> bool:
    """As in "300 troops from several countries will": nothing but the rest of the subject."""
    plain = (text.words[k][0].isalpha() or text.words[k] in QUOTES for k in range(i, j))
    verb = any(text.helps(k) or text.has(k, "function", "relative") for k in range(i, j))
    return j - i <= SUBJECT and all(plain) and not verb and not scope.numbers & set(range(i, j))


def _beside(text: Text, scope: Scope, i: int, j: int, governs: bool) -> bool:
    """Whether a modal verb that ends at token i stands near the figure at j, or governs it."""
    cost = scope.between(i, j)
    return cost <= BESIDE or (governs and cost <= GOVERNS and not scope.parts(text, i, j))


def _tells_state(text: Text, scope: Scope, sign: Signal, place: tuple[int, int]) -> bool:
    """Whether words after the sign, up to the next clause, say how things are already."""
    final = text.lexicon.grammar["verb_second"]  # "soll 300 Soldaten ... geschickt haben"
    span = range(sign.i, min(sign.j + (FINAL if final else 9), scope.j))
    reach = [k for k in span if not scope.beside(k)]
    figure = next((k for k in reach if k in scope.numbers and k >= place[1]), span.stop)
    counted = next((k for k in reach if k in scope.numbers), span.stop)
    comma = next((k for k in reach if k > counted and text.words[k] == ","), figure)
    held = (
        place[0] - (text.words[place[0] - 1] in QUOTES)
        if sign.says not in ("either", "able")
        else -1
    )
    words = (k for k in reach if k < min(figure, comma))
    return any(_state(text, k, held) and not of_number(scope, k, place) for k in words)


def of_number(scope: Scope, k: int, place: tuple[int, int]) -> bool:
    """As in "from the current 900 to 1,200": a word of another number before the figure."""
    return k + 1 in scope.numbers and k + 1 < place[0]
