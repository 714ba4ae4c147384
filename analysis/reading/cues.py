"""The words of a sentence that tell what befell people, or that they were sent."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.model import LOSSES
from analysis.reading.lexicon import Hit
from analysis.reading.text import Text

STATES = (*LOSSES, "displaced")
OBJECT = 3  # tokens from "the" to the town that was taken
JOINED = ("killed", "wounded", "missing")


@dataclass(slots=True)
class Cue:
    """Words that tell a kind, at tokens i to j."""

    i: int
    j: int
    kind: str
    form: str  # done, bare, future, noun
    where: bool = False  # "bei dem Einsatz": it tells the place of what befell them
    tight: bool = False  # "attack on": it speaks of those named right after it
    heads: int = -1  # "the withdrawal of": where the figure stands that it governs


def cues_of(text: Text, i: int, j: int) -> list[Cue]:
    """The cues of tokens i to j, in order."""
    found: list[Cue] = []
    places = text.within("cue", i, j)
    if text.lexicon.heads:
        places = sorted({*places, *(k for k in range(i, j) if text.capital(k))})
    parted = text.lexicon.split
    verbs = (k for k in range(i, j) if text.words[k] in parted) if parted else ()
    split = {k: kind for k in verbs if (kind := _in_two_parts(text, k, j))}
    for k in sorted({*places, *split}) if split else places:
        if k in split:
            found.append(Cue(k, k + 1, split[k], "done"))
            continue
        best: dict[str, Hit] = {}
        for hit in text.hits.get(k, ()):
            if hit.group.startswith("cue.") and not _of_things(text, hit) and not _noun(text, hit):
                held = best.get(hit.group)
                if held is None or hit.j > held.j:
                    best[hit.group] = hit
        if not best and text.lexicon.heads and text.capital(k):
            best = {h.group: h for h in _compound(text, k)}
        longest = max((h.j for h in best.values()), default=0)
        for hit in best.values():
            if hit.j == longest and not (found and k < found[-1].j and hit.j <= found[-1].j):
                if hit.group == "cue.deployed" and (
                    _copula(text, hit.j) or _auxiliary_of(text, hit)
                ):
                    continue
                form = "bare" if hit.value == "done" and _infinitive(text, hit) else hit.value
                flags = _where(text, hit), _tight(text, hit), _heads(text, hit)
                found.append(Cue(k, hit.j, hit.group[4:], form, *flags))
    return _joined(text, found)


def _joined(text: Text, cues: list[Cue]) -> list[Cue]:
    """As in "tués ou portés disparus", "dead and missing": two states of the same people."""
    made: list[Cue] = []
    for cue in cues:
        before = made[-1] if made else None
        if before and _same_people(text, before, cue):
            before.kind = of_both({before.kind, cue.kind})
            before.j = cue.j
        else:
            made.append(cue)
    return made


def of_both(kinds: set[str]) -> str:
    """The kind of people who are said to be in different states."""
    return "killed_or_wounded" if kinds == {"killed", "wounded"} else "out_of_action"


def _same_people(text: Text, before: Cue, cue: Cue) -> bool:
    """Whether "or" joins two different states, or "and" right between them."""
    gap = range(before.j, cue.i)
    if before.kind == cue.kind or not {before.kind, cue.kind} <= set(JOINED) or not gap:
        return False
    if before.form != "done" or cue.form != "done":
        return False
    words = (text.helps(k) or text.has(k, "modal") for k in gap[1:])
    if text.has(gap[0], "function", "or"):
        return len(gap) <= 3 and all(words)
    return len(gap) == 1 and text.has(gap[0], "function", "and") is not None


def _in_two_parts(text: Text, k: int, last: int) -> str | None:
    """As in "richteten 40 Bauern hin": the kind of a verb whose particle ends the clause."""
    particles = text.lexicon.split[text.words[k]]
    for m in range(k + 1, last):
        kind = particles.get(text.words[m])
        if kind and (m + 1 >= last or not text.words[m + 1][0].isalnum()):
            return kind
    return None


def _noun(text: Text, hit: Hit) -> bool:
    """As in "Bei Kämpfen": a verb written as a noun tells where people were, not that they were.

    So is a word that is noun and verb, led in by an article: "ran for their lives".
    """
    either = hit.group == "cue.other" and text.has(hit.i, "person") is not None
    led = text.has(hit.i - 1, "function", "article")
    verb = hit.group == "cue.deployed" and hit.value != "noun"
    if verb and led and text.has(hit.i, "tally"):  # "put the number at 300"
        return True
    ends = hit.j >= len(text.words) or text.words[hit.j] in ",.;"
    if either and (led or ends or text.has(hit.j, "function", "preposition")):
        return True
    if not text.lexicon.grammar["nouns_capitalised"] or hit.group != "cue.deployed":
        return False
    opens = hit.i == text.sentences[text.sentence_of(hit.i)].i
    fronted = opens and text.helps(hit.j)  # "Entsandt wurden"
    verb = hit.value in ("done", "bare") and hit.j - hit.i == 1
    return verb and not fronted and text.capital(hit.i)


def _of_things(text: Text, hit: Hit) -> bool:
    """As in "Vehicle losses", "captured the town": what was lost or taken is named beside it."""
    if hit.group == "cue.captured" and hit.value == "done":
        return _takes_a_place(text, hit.j)
    before = text.lexicon.grammar["adjectives"] == "before"
    return before and hit.value == "noun" and text.has(hit.i - 1, "role") is not None


def _takes_a_place(text: Text, j: int) -> bool:
    """As in "captured | the border town of": an article, and a noun of places or things."""
    article = text.has(j, "function", "article")
    if article is None:
        return False
    for k in range(article.j, min(article.j + OBJECT, len(text.words))):
        if text.has(k, "role", "count"):
            return text.has(k + 1, "function", "and") is None  # "the town and 12 soldiers"
        if text.has(k, "person") or not text.words[k][0].isalpha():
            return False
    return False


def _where(text: Text, hit: Hit) -> bool:
    if hit.group != "cue.deployed" or hit.value != "noun":
        return False
    return any(text.has(k, "place", "at") is not None for k in (hit.i - 1, hit.i - 2))


def _tight(text: Text, hit: Hit) -> bool:
    ends = text.has(hit.j - 1, "place") or text.has(hit.j - 1, "function", "contrast")
    return hit.group == "cue.other" and hit.j - hit.i == 2 and ends is not None


def _heads(text: Text, hit: Hit) -> int:
    """The token after "the withdrawal of [the]": a figure there is what the noun governs."""
    if hit.value != "noun":
        return -1
    if text.has(hit.j - 1, "function", "of"):
        return hit.j
    of = text.has(hit.j, "function", "of")
    if of is None:
        return -1
    article = text.has(of.j, "function", "article")
    return article.j if article else of.j


def _copula(text: Text, j: int) -> bool:
    """As in "remain missing": the verb only leads in the state that people are in."""
    after = text.hits.get(j, ())
    return any(h.group[:4] == "cue." and h.group[4:] in STATES and h.value == "done" for h in after)


def _auxiliary_of(text: Text, hit: Hit) -> bool:
    """As in "has reported 296 dead": no having, but the auxiliary of a verb of saying."""
    single = hit.j - hit.i == 1 and text.has(hit.i, "function", "auxiliary") is not None
    return single and text.has(hit.j, "source", "said", "told") is not None


def _infinitive(text: Text, hit: Hit) -> bool:
    """A participle after "être" or before "werden", "to remain": not yet said to have happened."""
    k = hit.i
    if text.has(k, hit.group, "bare") and text.has(k - 1, "function", "to"):
        return True
    before = any(text.has(m, "function", "passive_before") for m in range(max(0, k - 3), k))
    after = k + 1 < len(text.words) and text.has(k + 1, "function", "passive_after")
    return bool(before or after)


def _compound(text: Text, k: int) -> list[Hit]:
    for tags in text.lexicon.endings(text.words[k]):
        hits = [Hit(k, k + 1, t, key) for t, key in tags if t.startswith("cue.")]
        if hits:
            return hits
    return []
