"""Whether a figure is planned, reported, estimated, confirmed or denied, and in which words."""

from __future__ import annotations

from bisect import bisect_left

from analysis.model import LOSSES
from analysis.reading import moods
from analysis.reading.cues import Cue
from analysis.reading.kinds import Scope
from analysis.reading.moods import BODILY, REACH
from analysis.reading.negation import negation, says_instead
from analysis.reading.signals import Signal
from analysis.reading.text import QUOTES, Text

THERE = 7  # tokens from a figure to "are already"
GOVERNED = 20  # tokens from a verb back to the one that governs it: "begann, 300 ... zu verlegen"
CLAUSE = 30  # tokens from the beginning of a clause to its figure or verb
NOUN = 3  # tokens from a number to the participle after its noun
RISES = 4  # tokens from "could" to "rise"


def judge(
    text: Text,
    scope: Scope,
    signs: list[Signal],
    place: tuple[int, int],
    cue: Cue | None,
    barriers: list[int],
) -> tuple[str, tuple[str, ...]]:
    """Status and hedge of the figure at tokens `place`, told by `cue`."""
    signs = [sign for sign in signs if not _equated(text, sign, place, cue)]
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
        if _bracketed(text, scope, sign, place) or _of_the_whole(text, sign, place, scope.numbers):
            continue
        governs = cue is not None and place[1] <= sign.i <= cue.i <= sign.j + 1
        if not governs and _elsewhere(text, sign, place, barriers, scope.numbers):
            continue
        if place[1] <= sign.i and _of_rising(text, sign):
            continue
        if cue is not None and sign.j in scope.numbers and sign.j < cue.i < place[0]:
            continue  # "destroyed an estimated 90 homes and injured 40 people"
        means = moods.means(text, scope, sign, place, cue)
        cost = min(moods.distance(scope, sign, place), moods.cue_distance(scope, sign, cue))
        if means and cost <= REACH[means]:
            said.setdefault(means, []).append(sign)
    return said


def _of_the_whole(text: Text, sign: Signal, place: tuple[int, int], numbers: set[int]) -> bool:
    """As in "300 of the 900 troops promised have arrived": said of the second number."""
    if sign.says != "planned" or not text.has(place[1], "function", "of"):
        return False
    whole = [k for k in numbers if place[1] < k < sign.i]
    return bool(whole) and sign.i - max(whole) <= NOUN and text.helps(sign.j)


def _bracketed(text: Text, scope: Scope, sign: Signal, place: tuple[int, int]) -> bool:
    """As in "would do more (it has sent 200)": brackets or dashes part them."""
    brackets = ((a, b) for a, b in scope.asides if text.words[a] in "(-")
    return any((a < place[0] < b) != (a < sign.i < b) for a, b in brackets)


def _of_rising(text: Text, sign: Signal) -> bool:
    """As in "43 dead, a toll that could still rise": what may come, beside what was counted."""
    if sign.says not in ("either", "able", "conditional", "plan"):
        return False
    return any(text.has(k, "tally", "rising") for k in range(sign.j, sign.j + RISES))


def _equated(text: Text, sign: Signal, place: tuple[int, int], cue: Cue | None) -> bool:
    """As in "believe the number of dead to be 200": what it is, not what it is to become."""
    state = cue is not None and cue.kind in LOSSES and cue.j == sign.i
    counted = state or text.has(sign.i - 1, "tally", "words") is not None
    return counted and sign.says == "planned" and sign.j == place[0]


def _set_aside(
    text: Text, said: dict[str, list[Signal]], place: tuple[int, int], cue: Cue | None
) -> None:
    """Drop plans for what befell people, and what hearsay says beside a standing force."""
    if (
        cue is not None
        and cue.kind in (*BODILY, "missing")
        and cue.form in ("done", "state", "noun")
    ):
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
        if cue.kind == "displaced" and _crossed(text, cue):
            return False
        led = any(text.has(k, "function", "to") for k in range(max(0, cue.i - 2), cue.i))
        return led and not _of_fact(text, cue)
    return cue.form == "future"


def _crossed(text: Text, cue: Cue) -> bool:
    """As in "ont traversé la frontière pour fuir": what they did to flee is done."""
    before = range(cue.i - 2, max(-1, cue.i - GOVERNED), -1)
    end = next((k for k in before if text.words[k] in ",;:."), before.stop)
    return any(text.has(k, "function", "have") for k in range(end + 1, cue.i))


def _underway(text: Text, scope: Scope, place: tuple[int, int], cue: Cue | None) -> bool:
    """As in "Berlin schickt 300", "is sending 300", "300 werden entsandt": they have yet to go."""
    if cue is None or cue.kind != "deployed":
        return False
    if not any(text.has(k, "sending") for k in (cue.i, cue.i - 1)):
        return _sends(text, scope, place, cue)
    if text.has(cue.i - 1, "sending", "told"):  # "announced that it was sending 300"
        return any(text.has(k, "source", "said") for k in range(scope.i, cue.i))
    if not text.lexicon.grammar["verb_second"]:
        return True
    span = range(_clause_of(text, scope, min(cue.i, place[0])), max(cue.i, place[0]))
    helping = [k for k in span if text.has(k, "function", "be", "have")]
    if cue.i < place[0]:
        return not helping
    return any(text.has(k, "modal", "plan") for k in helping)


def _sends(text: Text, scope: Scope, place: tuple[int, int], cue: Cue) -> bool:
    """As in "Das Heer schickt 450 Soldaten an die Grenze": the verb stands before them."""
    if not text.lexicon.grammar["verb_second"] or cue.i < place[1] or cue.form != "done":
        return False
    span = range(_clause_of(text, scope, place[0]), place[0])
    sends = any(text.has(k, "sending") and not text.has(k, "sending", "told") for k in span)
    return sends and not any(text.helps(k) for k in (*span, *range(place[1], cue.j)))


def _clause_of(text: Text, scope: Scope, i: int) -> int:
    """Where the clause begins that token i is in: after the last mark before it."""
    before = range(max(scope.i, i - CLAUSE), i)
    return max((k + 1 for k in before if text.words[k] in ",;:"), default=before.start)


def _of_fact(text: Text, cue: Cue) -> bool:
    """As in "began to send 300", "accusé d'envoyer 300": an infinitive said to happen."""
    for k in range(cue.i - 1, max(-1, cue.i - GOVERNED), -1):
        if text.words[k] in ".;":
            return False
        if text.has(k, "modal", "factual"):
            return True
    return False


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
    return any(text.has(k, "modal", "now") and not moods.of_number(scope, k, place) for k in near)


def joined(text: Text, i: int) -> bool:
    """As in "will join the 1,200 peacekeepers": whom the others join is there."""
    k = i - 1 if i - 1 in text.hits else i - 2  # "reinforce the current 1,200"
    while k > 0 and (text.has(k, "function", "article") or text.has(k, "part", "definite")):
        k -= 1
    before = (text.has(m, "function", "joins") for m in range(max(0, k - 3), k + 1))
    return any(hit is not None and k < hit.j <= i for hit in before)


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
    return not any(
        place[1] <= sign.i < cue.i or moods.frames(text, scope, sign, place, cue) for sign in plans
    )


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
    if sign.says == "confirmed" and _of_cases(text, sign, place):
        return True
    if sign.i < place[1]:
        return sign.says == "denied" and says_instead(text, sign.j, place[0]) is not None
    after = sign.says == "planned" and text.lexicon.grammar["adjectives"] == "after"
    if after and sign.i - 1 in numbers and sign.i - 1 >= place[1]:
        return True  # "4489 sur les 6700 | prévus": it tells which number the second is
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


def _of_cases(text: Text, sign: Signal, place: tuple[int, int]) -> bool:
    """As in "acht Fälle bestätigt wurden, 5 Menschen starben": the passive ends its clause."""
    before = range(sign.i - 1, max(-1, sign.i - GOVERNED), -1)
    first = next((k for k in before if text.words[k] in ",.;:"), before.stop)
    passive = any(text.has(k, "function", "be") for k in range(first + 1, sign.j + 2))
    end = next((k for k in range(sign.j, place[0]) if text.words[k] == ","), None)
    if not text.lexicon.grammar["verb_second"] or not passive or end is None:
        return False
    return end <= sign.j + 1 and not text.has(end + 1, "function", "that")


def _noun_after(text: Text, k: int) -> bool:
    """A noun at token k that tells of what befell people."""
    return any(h.group.startswith("cue.") and h.value == "noun" for h in text.hits.get(k, ()))


def _denies_what_follows(text: Text, sign: Signal) -> bool:
    """As in "and denied reports of", "en contestant des « rumeurs »": it has its own object."""
    joined = text.has(sign.i - 1, "function", "and", "relative", "preposition") is not None
    article = text.has(sign.j, "function", "article")
    k = article.j if article else sign.j
    k += k < len(text.words) and text.words[k] in QUOTES
    return joined and text.has(k, "source", "document", "rumour") is not None
