"""What is said of the people counted: the nearest cue, at the least cost of attachment."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from analysis.model import LOSSES
from analysis.reading.lexicon import Hit
from analysis.reading.text import QUOTES, Text

# The cost of what stands between a figure and a cue, in tokens.
COSTS = {"comma": 3, "and": 5, "contrast": 8, "relative": 3, "mark": 10, "dash": 4, "figure": 7}
STATES = (*LOSSES, "displaced")
JOINED = ("killed", "wounded", "missing")
FAR = 34
LONG = 12  # tokens that a cue may have
CLOSE = 2  # tokens from "the attack on" to whom it struck
ASIDE = 3  # cost of crossing what is said in passing
CLOSES = {"-": "-", "(": ")", ",": ","}
MANY = 8  # asides in one sentence: more of them are a list, and told one by one
WHERE = 4  # cost of a noun after people that tells whose they are: "soldiers of the mission"


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


@dataclass(slots=True)
class Scope:
    """A sentence's tokens with the cost of crossing each."""

    i: int
    j: int
    cues: list[Cue] = field(default_factory=list)
    costs: list[int] = field(default_factory=list)  # cost[k] = cost of tokens i..k
    numbers: set[int] = field(default_factory=set)  # tokens that are numbers, dates left out
    asides: list[tuple[int, int]] = field(default_factory=list)  # what is told in passing
    starts: list[int] = field(default_factory=list)  # where the cues begin
    reach: int = FAR + LONG  # tokens from a figure to a cue, what is said in passing crossed

    def near(self, i: int, j: int) -> list[Cue]:
        """The cues that tokens i to j can reach at all, what is said in passing crossed."""
        first = bisect_left(self.starts, i - self.reach)
        return self.cues[first : bisect_left(self.starts, j + self.reach)]

    def between(self, a: int, b: int) -> int:
        """The cost of the tokens from a to b (exclusive); what is said in passing costs little."""
        if b <= a:
            return 0
        cost = self.costs[b - self.i] - self.costs[a - self.i]
        for i, j in self.asides:
            if a <= i and j <= b:
                cost -= self.costs[j - self.i] - self.costs[i - self.i] - ASIDE
        return cost

    def parts(self, text: Text, a: int, b: int) -> bool:
        """Whether a comma or semicolon parts tokens a and b, those of asides left out."""
        return any(text.words[k] in ",;" and not self.beside(k) for k in range(a, b))

    def beside(self, k: int) -> bool:
        """Whether token k is said in passing."""
        return any(i <= k < j for i, j in self.asides)


def scope(text: Text, i: int, j: int, figures: set[int]) -> Scope:
    """The cues of tokens i to j and the running cost of crossing them."""
    made = Scope(i, j, _cues(text, i, j))
    total, costs = 0, [0]
    for k in range(i, j):
        total += _cost(text, k, figures)
        costs.append(total)
    made.costs = costs
    made.starts = [cue.i for cue in made.cues]
    made.asides = _asides(text, i, j)
    made.reach += sum(b - a for a, b in made.asides)
    return made


def _asides(text: Text, i: int, j: int) -> list[tuple[int, int]]:
    """Between two dashes, two brackets, the commas of "including ...", or before a verb."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    comma: int | None = None
    for k in range(i, j):
        word = text.words[k]
        if word == "-" and text.joined(k):
            continue
        if word == "," and opened is None:
            if comma is not None and _resumes(text, comma, k):
                found.append((comma, k + 1))
            comma = k
        if opened is not None and word == CLOSES.get(text.words[opened]):
            if k - opened > 2:
                found.append((opened, k + 1))
            opened = None
        elif opened is None and (word in "-(" or _including(text, k)):
            opened = k
    return found if len(found) <= MANY else []


def _resumes(text: Text, opened: int, closed: int) -> bool:
    """As in "soldiers, most of them recruits, were": a verb follows the second comma."""
    verb = text.has(closed + 1, "function", "be", "have", "auxiliary") or text.has(
        closed + 1, "modal", "plan", "either", "hearsay", "future"
    )
    if not text.lexicon.grammar["verb_second"]:
        return verb is not None and not text.has(opened + 1, "function", "and")
    relative = text.has(opened + 1, "function", "relative") is not None
    told = any(hit.group.startswith("cue.") for hit in text.hits.get(closed + 1, ()))
    return relative and (verb is not None or told or not text.capital(opened + 2))


def _including(text: Text, k: int) -> bool:
    return text.words[k] == "," and text.has(k + 1, "part", "including") is not None


def _cost(text: Text, k: int, figures: set[int]) -> int:
    word = text.words[k]
    if k in figures:
        return COSTS["figure"]
    if word == ",":
        return COSTS["comma"]
    if word == "-" and not text.joined(k):
        return COSTS["dash"]
    if word == ";":
        return FAR + 1
    if word == ":":
        return COSTS["mark"]
    if word in "()" or word in QUOTES:
        return 2
    for hit in text.hits.get(k, ()):
        if hit.group == "function" and hit.value in COSTS:
            return COSTS[hit.value] if hit.value != "and" or _joins(text, k, figures) else 2
    return 1


def _joins(text: Text, k: int, figures: set[int]) -> bool:
    """Whether an "and" begins another figure or another thing that befell people."""
    return any(m in figures or _tells(text, m) for m in range(k + 1, min(k + 4, len(text.words))))


def _tells(text: Text, k: int) -> bool:
    return any(hit.group.startswith("cue.") for hit in text.hits.get(k, ()))


def _cues(text: Text, i: int, j: int) -> list[Cue]:
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
    words = (
        text.has(k, "function", "be", "have", "auxiliary") or text.has(k, "modal") for k in gap[1:]
    )
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
    fronted = opens and text.has(hit.j, "function", "be", "have", "auxiliary")  # "Entsandt wurden"
    verb = hit.value in ("done", "bare") and hit.j - hit.i == 1
    return verb and not fronted and text.capital(hit.i)


def _of_things(text: Text, hit: Hit) -> bool:
    """As in "Vehicle losses": what was lost is named before the noun."""
    before = text.lexicon.grammar["adjectives"] == "before"
    return before and hit.value == "noun" and text.has(hit.i - 1, "role") is not None


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


def nearest(made: Scope, i: int, j: int, *, left: int, right: int) -> tuple[Cue, int] | None:
    """The cheapest cue for a figure at tokens i to j, looking from `left` to `right`."""
    best: tuple[Cue, int] | None = None
    for cue in made.near(i, j):
        if cue.j <= i and cue.i >= left:
            if cue.tight and i - cue.j > CLOSE:
                continue
            cost = made.between(cue.j, i)
        elif cue.i >= j and cue.j <= right:
            cost = made.between(j, cue.i)
        elif cue.i >= i and cue.j <= j:
            cost = 0
        else:
            continue
        cost += {"done": 0, "future": 0, "bare": 0, "noun": 2}[cue.form] + 4 * (cue.kind == "other")
        cost += WHERE * (
            cue.where or (cue.form == "noun" and cue.kind == "deployed" and cue.i >= j)
        )
        closer = best is None or cost < best[1] or (cost == best[1] and cue.i >= j)
        if cost <= FAR and closer:
            best = (cue, cost)
    return best
