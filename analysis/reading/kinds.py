"""What is said of the people counted: the nearest cue, at the least cost of attachment."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from analysis.reading.cues import Cue, cues_of
from analysis.reading.text import QUOTES, Text

# The cost of what stands between a figure and a cue, in tokens.
COSTS = {"comma": 3, "and": 5, "contrast": 8, "relative": 3, "mark": 10, "dash": 4, "figure": 7}
FAR = 34
LONG = 12  # tokens that a cue may have
CLOSE = 2  # tokens from "the attack on" to whom it struck
ASIDE = 3  # cost of crossing what is said in passing
CLOSES = {"-": "-", "(": ")", ",": ","}
MANY = 8  # asides in one sentence: more of them are a list, and told one by one
WHERE = 4  # cost of a noun after people that tells whose they are: "soldiers of the mission"


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
    made = Scope(i, j, cues_of(text, i, j))
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
    modal = text.has(closed + 1, "modal", "plan", "either", "hearsay", "future")
    verb = modal is not None or text.helps(closed + 1)
    if not text.lexicon.grammar["verb_second"]:
        return verb and not text.has(opened + 1, "function", "and")
    told = text.has(opened + 1, "function", "relative") and (verb or _tells(text, closed + 1))
    return bool(told) or relates(text, opened + 1)


def relates(text: Text, k: int) -> bool:
    """A relative pronoun: not the article of a noun, as in ", die Zahl"."""
    noun = k + 1 < len(text.words) and text.capital(k + 1)
    article = text.lexicon.grammar["nouns_capitalised"] and noun
    return bool(text.has(k, "function", "relative")) and not article


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
