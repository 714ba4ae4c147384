"""Whether a figure is planned, reported, estimated, confirmed or denied, and in which words."""

from __future__ import annotations

from bisect import bisect_left

from analysis.model import LOSSES
from analysis.reading.kinds import Cue, Scope
from analysis.reading.negation import negation
from analysis.reading.signals import Signal
from analysis.reading.text import QUOTES, Text

REACH = {"planned": 22, "estimated": 26, "confirmed": 20, "denied": 30}
BODILY = ("killed", "wounded", "killed_or_wounded", "out_of_action")
NEAR = 20  # cost from a modal verb to the verb it goes with
WITH = 3  # tokens from "probably" to the figure or verb it goes with
COORDINATED = 10  # tokens from a verb to the second of the figures that it governs
THERE = 7  # tokens from a figure to "are already"
GOVERNED = 12  # tokens from a verb back to the one that governs it: "begann, 300 ... zu verlegen"
CLAUSE = 30  # tokens from the beginning of a clause to its figure or verb
RISES = 4  # tokens from "could" to "rise"
BESIDE = 8  # cost from a modal verb to a figure right after it


def judge(
    text: Text,
    scope: Scope,
    signs: list[Signal],
    place: tuple[int, int],
    cue: Cue | None,
    barriers: list[int],
) -> tuple[str, tuple[str, ...]]:
    """Status and hedge of the figure at tokens `place`, told by `cue`."""
    said = _meant(text, scope, signs, place, cue, barriers)
    _set_aside(text, said, place, cue)
    hedge = tuple(text.quote(s.i, s.j) for s in said.get("estimated", ()))
    denial = negation(text, place, cue)
    if said.get("denied") or denial == "denied":
        return "denied", hedge
    believed = cue is not None and any(
        cue.i - 2 <= sign.j <= cue.i for sign in said.get("estimated", ())
    )
    if _underway(text, scope, place, cue) and not (believed or _already(text, scope, place, cue)):
        return "planned", hedge
    ahead = (_unrealised(text, cue) and not believed) or said.get("planned")
    promised = any(s.says == "planned" and s.j == place[0] for s in signs)  # "the promised 300"
    if promised or denial == "planned" or (ahead and not _stands(text, scope, said, place, cue)):
        return "planned", hedge
    for status in ("confirmed", "estimated"):
        if said.get(status):
            return status, hedge
    return "reported", hedge


def _meant(
    text: Text,
    scope: Scope,
    signs: list[Signal],
    place: tuple[int, int],
    cue: Cue | None,
    barriers: list[int],
) -> dict[str, list[Signal]]:
    """The signs that speak of the figure, by the status that they give it."""
    said: dict[str, list[Signal]] = {}
    for sign in signs:
        governs = cue is not None and place[1] <= sign.i <= cue.i <= sign.j + 1
        if not governs and _elsewhere(text, sign, place, barriers, scope.numbers):
            continue
        if place[1] <= sign.i and _of_rising(text, sign):
            continue
        if cue is not None and sign.j in scope.numbers and sign.j < cue.i < place[0]:
            continue  # "destroyed an estimated 90 homes and injured 40 people"
        means = _means(text, scope, sign, place, cue)
        cost = min(_distance(scope, sign, place), _cue_distance(scope, sign, cue))
        if means and cost <= REACH[means]:
            said.setdefault(means, []).append(sign)
    return said


def _of_rising(text: Text, sign: Signal) -> bool:
    """As in "43 dead, a toll that could still rise": what may come, beside what was counted."""
    if sign.says not in ("either", "able", "conditional", "plan"):
        return False
    return any(text.has(k, "tally", "rising") for k in range(sign.j, sign.j + RISES))


def _set_aside(
    text: Text, said: dict[str, list[Signal]], place: tuple[int, int], cue: Cue | None
) -> None:
    """Drop plans for what befell people, and what hearsay says beside a standing force."""
    if cue is not None and cue.kind in BODILY and cue.form in ("done", "state", "noun"):
        said.pop("planned", None)
    if cue is not None and cue.kind == "displaced" and cue.form in ("done", "state"):
        said["planned"] = [s for s in said.get("planned", ()) if s.i < cue.i]
    standing = text.has(place[0] - 1, "modal", "now")  # "of the already 300 men", "from now 300"
    k = place[0] - 2
    if standing and (text.has(k, "function", "article") or text.has(k, "place", "from")):
        said["estimated"] = [s for s in said.get("estimated", ()) if s.says == "estimated"]


def _unrealised(text: Text, cue: Cue | None) -> bool:
    """A future, or an infinitive led in by "to" or "à": not said to have happened."""
    if cue is None or cue.kind in LOSSES:
        return False
    if cue.form == "bare":
        led = any(text.has(k, "function", "to") for k in range(max(0, cue.i - 2), cue.i))
        return led and not _of_fact(text, cue)
    return cue.form == "future"


def _underway(text: Text, scope: Scope, place: tuple[int, int], cue: Cue | None) -> bool:
    """As in "Berlin schickt 300", "is sending 300", "300 werden entsandt": they have yet to go."""
    if cue is None or not any(text.has(k, "sending") for k in (cue.i, cue.i - 1)):
        return False
    if text.has(cue.i - 1, "sending", "told"):  # "announced that it was sending 300"
        return any(text.has(k, "source", "said") for k in range(scope.i, cue.i))
    if not text.lexicon.grammar["verb_second"]:
        return True
    first = range(max(scope.i, min(cue.i, place[0]) - CLAUSE), min(cue.i, place[0]))
    clause = max((k + 1 for k in first if text.words[k] in ",;:"), default=first.start)
    span = range(clause, max(cue.i, place[0]))
    helping = [k for k in span if text.has(k, "function", "be", "have")]
    if cue.i < place[0]:
        return not helping
    return any(text.has(k, "modal", "plan") for k in helping)


def _of_fact(text: Text, cue: Cue) -> bool:
    """As in "began to send 300", "accusé d'envoyer 300": an infinitive said to happen."""
    for k in range(cue.i - 1, max(-1, cue.i - GOVERNED), -1):
        if text.words[k] in ".;":
            return False
        if text.has(k, "modal", "factual"):
            return True
    return False


def _frames(text: Text, sign: Signal, place: tuple[int, int], cue: Cue) -> bool:
    """As in "300 Soldaten würden verlegt": an indirect mood around the figure, and its verb."""
    if not text.has(sign.i, "modal", "indirect") or not sign.j <= place[0] <= place[1] <= cue.i:
        return False
    return not any(text.words[k] in ",;" for k in range(sign.j, place[0]))


def _state(text: Text, k: int, held: int) -> bool:
    """A word that tells how things are, or are done: not the "have" of "will have 500 men"."""
    done = text.has(k, "modal", "completed")
    return text.has(k, "modal", "now") is not None or (done is not None and done.j != held)


def _stands(
    text: Text,
    scope: Scope,
    said: dict[str, list[Signal]],
    place: tuple[int, int],
    cue: Cue | None,
) -> bool:
    """Whether it is a fact beside a plan: losses estimated, troops already there, things done."""
    if cue is not None and cue.kind in LOSSES and said.get("estimated"):
        return True
    planned = said.get("planned", [])
    return _already(text, scope, place, cue) or _happened(text, scope, planned, place, cue)


def _already(text: Text, scope: Scope, place: tuple[int, int], cue: Cue | None) -> bool:
    """As in "the 300 soldiers already there": these are not what is planned."""
    after = range(place[1], min(place[1] + THERE, len(text.words)))
    ends = (k for k in after if text.words[k] in ",;:.!?" or k in scope.numbers)
    end = next(ends, after.stop)
    before = range(max(0, place[0] - 4), place[0])
    opens = max((k for k in before if text.words[k] == ","), default=before.start)
    if cue is not None and cue.form == "noun" and opens <= cue.i < place[0]:
        opens = cue.j  # "lately decided the dispatch of 460": not said of the 460
    near = (*range(opens, place[0]), *range(place[1], end))
    return any(text.has(k, "modal", "now") and not _of_number(scope, k, place) for k in near)


def joined(text: Text, i: int) -> bool:
    """As in "will join the 1,200 peacekeepers": whom the others join is there."""
    k = i - 1
    while k > 0 and (text.has(k, "function", "article") or text.has(k, "part", "definite")):
        k -= 1
    before = (text.has(m, "function", "joins") for m in range(max(0, k - 3), k + 1))
    return any(hit is not None and k < hit.j <= i for hit in before)


def _of_number(scope: Scope, k: int, place: tuple[int, int]) -> bool:
    """As in "from the current 900 to 1,200": a word of another number before the figure."""
    return k + 1 in scope.numbers and k + 1 < place[0]


def _happened(
    text: Text, scope: Scope, plans: list[Signal], place: tuple[int, int], cue: Cue | None
) -> bool:
    """A finished verb at the figure, or "now" and "already": what is planned is something else."""
    if cue is None or cue.form != "done":
        return False
    here = range(place[1], min(place[1] + 5, scope.j))
    if any(text.has(k, "modal", "now") for k in here):
        return True
    if cue.i < place[1] or scope.between(place[1], cue.i) > 6:
        return False
    return not any(place[1] <= sign.i < cue.i or _frames(text, sign, place, cue) for sign in plans)


def _elsewhere(
    text: Text, sign: Signal, place: tuple[int, int], barriers: list[int], numbers: set[int]
) -> bool:
    """A sign of another speaker's clause, or one that goes with the next number."""
    # "erroneously stated that": a word at the verb of saying speaks of what is said
    begins = sign.j + (sign.says == "denied")
    first, last = (begins, place[0]) if sign.j <= place[0] else (place[1], sign.i)
    k = bisect_left(barriers, first)
    if k < len(barriers) and barriers[k] <= last:
        return True
    if sign.i < place[1]:
        return False
    if text.has(sign.i - 1, "function", "article") and _noun_after(text, sign.j):
        return True  # "15 dead and the estimated disappearance of 195"
    if sign.says == "denied" and _denies_what_follows(text, sign):
        return True
    for k in range(sign.j, min(sign.j + 4, len(text.words))):
        if k in numbers:
            return True
        if text.words[k] == "," or text.has(k, "function", "and"):
            return False
    return False


def _noun_after(text: Text, k: int) -> bool:
    """A noun at token k that tells of what befell people."""
    return any(h.group.startswith("cue.") and h.value == "noun" for h in text.hits.get(k, ()))


def _denies_what_follows(text: Text, sign: Signal) -> bool:
    """As in "and denied reports of", "which refutes the figures": it has an object of its own."""
    joined = text.has(sign.i - 1, "function", "and", "relative") is not None
    article = text.has(sign.j, "function", "article")
    return joined and text.has(article.j if article else sign.j, "source", "document") is not None


def _distance(scope: Scope, sign: Signal, place: tuple[int, int]) -> int:
    if sign.j <= place[0]:
        return scope.between(sign.j, place[0])
    return scope.between(place[1], sign.i)


def _cue_distance(scope: Scope, sign: Signal, cue: Cue | None) -> int:
    if cue is None:
        return 99
    if sign.j <= cue.i:
        return scope.between(sign.j, cue.i) + 4
    return scope.between(cue.j, sign.i) + 4


def _means(
    text: Text, scope: Scope, sign: Signal, place: tuple[int, int], cue: Cue | None
) -> str | None:
    """What a sign says of the figure, its modal verb read with the verb it governs."""
    if sign.says in REACH:
        return sign.says
    if sign.says in ("now", "completed", "indirect", "factual", "false"):
        return "denied" if sign.says == "false" else None
    near = _cue_distance(scope, sign, cue) <= NEAR or _brackets(text, sign, place, cue)
    if sign.says == "doubt":
        return "estimated" if _doubts(text, sign, place, cue) else None
    if sign.says == "hearsay":
        return "estimated" if _cue_distance(scope, sign, cue) <= REACH["estimated"] else None
    if sign.says == "conditional":
        told = any(text.has(k, "source", "said") for k in range(scope.i, sign.i))
        if _both_lost(text, scope, sign, place, cue):
            return "estimated"
        return ("planned" if told else "estimated") if near else None
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


def _brackets(text: Text, sign: Signal, place: tuple[int, int], cue: Cue | None) -> bool:
    """As in "könnte sich mit 300 Soldaten beteiligen": the verb ends the clause."""
    if cue is None or not text.lexicon.grammar["verb_second"]:
        return False
    inside = sign.j <= place[0] and place[1] <= cue.i
    return inside and not any(text.words[k] in ",;" for k in range(sign.j, cue.i))


def _modal(
    text: Text, scope: Scope, sign: Signal, place: tuple[int, int], cue: Cue | None, near: bool
) -> str | None:
    """What "will", "should", "soll" say of the figure; `near`: that the verb is its own."""
    sure = sign.says not in ("either", "able")
    state = _tells_state(text, scope, sign, place)
    beside = sign.j <= place[0] and scope.between(sign.j, place[0]) <= BESIDE
    lost = cue is not None and cue.kind in LOSSES
    if lost and sign.says == "able":
        return None
    if lost and not sure and (near or beside):
        return "estimated"
    if cue is None or cue.form == "state" or not near:
        led = sure or (cue is None and text.lexicon.grammar["verb_second"])
        follows = cue is None and 0 <= sign.i - place[1] <= 1 and sign.says in ("plan", "future")
        return "planned" if (beside and led and not state and not lost) or follows else None
    if not sure and (state or cue.kind in LOSSES):
        return "estimated"
    if state or cue.kind in LOSSES:
        return None
    at_once = sure and cue.i - 1 <= sign.j <= cue.i
    framed = sign.says == "plan" and _frames(text, sign, place, cue)
    ahead = cue.form in ("bare", "noun") or (cue.form == "future" and sign.i <= cue.i)
    return "planned" if at_once or framed or ahead else None


def _tells_state(text: Text, scope: Scope, sign: Signal, place: tuple[int, int]) -> bool:
    """Whether words after the sign, up to the next clause, say how things are already."""
    reach = range(sign.i, min(sign.j + 9, scope.j))
    figure = next((k for k in reach if k in scope.numbers and k >= place[1]), reach.stop)
    counted = next((k for k in reach if k in scope.numbers), reach.stop)
    comma = next((k for k in reach if k > counted and text.words[k] == ","), figure)
    held = (
        place[0] - (text.words[place[0] - 1] in QUOTES)
        if sign.says not in ("either", "able")
        else -1
    )
    words = range(sign.i, min(figure, comma))
    return any(_state(text, k, held) and not _of_number(scope, k, place) for k in words)
