"""Figures denied elsewhere in the article: by a verdict, by who rejects "the figures"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from analysis.model import Claim
from analysis.reading.lexicon import Hit
from analysis.reading.negation import says_instead
from analysis.reading.speech import Speech
from analysis.reading.text import Text

AHEAD = 2  # sentences from a figure to the verdict on it
SUBJECT = 12  # tokens from what a headline speaks of to what it says of it
BESIDE = 6  # tokens from a word of denial to what is denied
BEFORE = 5  # tokens from whose figures are denied to the word for them: "the rebel claim"
OBJECT = 8  # tokens from the word for figures to whose they are
STEM = 7  # letters that the forms of a name share
NAME = re.compile(r"[^\W\d_]+")
NOBODY: frozenset[str] = frozenset()


@dataclass(slots=True)
class Verdict:
    """A sentence that calls figures false or rejects them."""

    number: int
    of: frozenset[str] = NOBODY  # whose figures; without one, those that stand shortly before
    by: frozenset[str] = NOBODY  # who rejects them: their own are not meant
    last: int | None = None  # the character where the figures end, in the same sentence
    at: int = 0  # the character where it stands: what its own sentence tells after it is not meant

    def on(self, claim: Claim, number: int) -> bool:
        """Whether it speaks of a claim in the sentence `number`."""
        if self.last is not None:
            return number == self.number and claim.end <= self.last
        if number == self.number and claim.start > self.at > 0:
            return False
        if self.of:
            return number <= self.number + 1 and bool(self.of & _stems(claim.who))
        return number <= self.number <= number + AHEAD and not self.by & _stems(claim.who)


def deny(text: Text, claims: list[Claim], speech: Speech) -> None:
    """Mark as denied what the article says is false, or that somebody in it rejects."""
    numbers = [text.sentence_of(bisect_left(text.starts, c.start)) for c in claims]
    verdicts = _verdicts(text, set(numbers), claims, speech)
    rumours = {text.sentence_of(k) for k in text.at["rumour"]}
    if not verdicts and not rumours & _sentences(text, "status", "denied"):
        rumours = set()
    papers = _discredited(text)
    disputed: list[Claim] = []
    for claim, number in zip(claims, numbers, strict=True):
        said = next((v for v in verdicts if v.on(claim, number)), None)
        verdict = said.number if said else _of_rumour(text, number, rumours, speech)
        if said and (said.of or said.by):
            disputed.append(claim)
        if verdict is None and claim.who:
            verdict = next((n for p, n in papers.items() if claim.who[0].lower().endswith(p)), None)
        if claim.status != "denied" and verdict is not None:
            claim.status = "denied"
            span = text.sentences[verdict].span
            claim.inherited["status"] = (span.start, span.end)
    _again(claims, disputed)


def _of_rumour(text: Text, number: int, rumours: set[int], speech: Speech) -> int | None:
    """The sentence of the rumour that the article takes apart: this one, or the one before."""
    if number in rumours:
        return number
    if number - 1 not in rumours or speech.named.get(number):
        return None
    here, before = text.sentences[number], text.sentences[number - 1]
    return number - 1 if here.paragraph == before.paragraph else None


def _verdicts(text: Text, counted: set[int], claims: list[Claim], speech: Speech) -> list[Verdict]:
    """Sentences that call false what stands before them, in order."""
    known = frozenset().union(*(_stems(claim.who) for claim in claims))
    found = [
        _false(text, hit, claims, known, speech)
        for k in text.at["status"]
        if (hit := text.has(k, "status", "false"))
    ]
    for k in text.at["status"]:
        denial = text.has(k, "status", "denied")
        if denial is None:
            continue
        number = text.sentence_of(k)
        paper = _of_figures(text, number, denial.i, denial.j)
        if number in counted:
            if (last := _apposed(text, number, denial.i)) is not None:
                found.append(Verdict(number, last=text.starts[last]))
            elif _opens_with_figures(text, number, denial.i):
                found.append(Verdict(number, at=text.starts[denial.i]))
            elif paper is not None and _before_own(text, number, denial, paper):
                found.append(_rejected(text, number, denial, paper, known, speech))
        elif paper is not None:
            found.append(_rejected(text, number, denial, paper, known, speech))
    return sorted(found, key=lambda v: v.number)


def _rejected(
    text: Text, number: int, denial: Hit, paper: int, known: frozenset[str], speech: Speech
) -> Verdict:
    """As in "The army rejects the figures": whose they are, and who rejects them."""
    by = _by(text, number, denial, paper, speech)
    of = _whose(text, number, paper, by) & known
    return Verdict(number, of, _stems_at(text, by, number), at=text.starts[denial.i])


def _before_own(text: Text, number: int, denial: Hit, paper: int) -> bool:
    """As in "rejected the claim and put the toll at": the figures rejected, then one's own."""
    own = says_instead(text, denial.j, text.sentences[number].j)
    return own is not None and denial.j <= paper < own


def _whose(text: Text, number: int, paper: int, by: set[int]) -> frozenset[str]:
    """Who is named at the word for figures: "the rebel claim", "the figures given by X"."""
    return _stems_at(text, set(range(paper - BEFORE, paper + OBJECT)) - by, number)


def _false(
    text: Text, hit: Hit, claims: list[Claim], known: frozenset[str], speech: Speech
) -> Verdict:
    """As in "This is false": of the figures before it in its sentence, or else shortly before."""
    number, at = text.sentence_of(hit.i), text.starts[hit.i]
    first = text.sentences[number].span.start
    if any(first <= claim.start < at for claim in claims):
        return Verdict(number, last=at)
    by = _stems([one.who for one in speech.named.get(number, ()) if one.who])
    paper = _of_figures(text, number, hit.i, hit.j)
    of = _whose(text, number, paper, set()) - by if paper is not None else NOBODY
    return Verdict(number, of & known, by, at=at)


def _by(text: Text, number: int, denial: Hit, paper: int, speech: Speech) -> set[int]:
    """The tokens of who rejects the figures: a speaker, or what stands before the verb."""
    named = [one for one in speech.named.get(number, ()) if one.who and not one.named]
    named = [one for one in named if one.at == denial.i] or named
    named = [one for one in named if not one.i <= paper < one.j]
    if named:
        return {k for one in named for k in range(one.i, one.j)}
    return set(range(text.sentences[number].i, denial.i)) if paper >= denial.j else set()


def _apposed(text: Text, number: int, i: int) -> int | None:
    """As in "..., a toll rejected by the rebels": the comma before the denial at token i."""
    comma = next((k for k in range(i, max(0, i - BESIDE), -1) if text.words[k] == ","), None)
    if comma is None or comma <= text.sentences[number].i:
        return None
    last = text.sentences[number].j
    if any(text.words[m][0].isdecimal() for m in range(comma, last)):
        return None
    if text.has(comma + 1, "function", "contrast"):  # ", but the army denied the toll"
        article = text.has(i + 1, "function", "article")
        return comma if article and _figure_at(text, article.j) else None
    article = text.has(comma + 1, "function", "article")
    k = article.j if article else comma + 1
    return comma if _figure_at(text, k) and k < i else None


def _figure_at(text: Text, k: int) -> bool:
    """A word for figures: "toll", "claim"."""
    return bool(text.has(k, "tally") or text.has(k, "source", "document"))


def _opens_with_figures(text: Text, number: int, i: int) -> bool:
    """As in "Diese Angaben wies die Armee zurück": the figures before open the clause."""
    first = text.sentences[number].i
    paper = text.has(first + 1, "source", "document") or text.has(first + 1, "tally", "words")
    same = all(text.words[k] not in ",;:" for k in range(first, i))
    return bool(paper) and same and text.has(first, "part", "definite") is not None


def _stems(names: Iterable[str]) -> frozenset[str]:
    """The words of names, each cut to what its forms share."""
    return frozenset(_stem(word) for who in names for word in NAME.findall(who) if _tells(word))


def _stems_at(text: Text, tokens: Iterable[int], number: int) -> frozenset[str]:
    """The same of the tokens of a sentence."""
    sentence = text.sentences[number]
    within = (k for k in tokens if sentence.i <= k < sentence.j)
    names = (text.quote(k, k + 1) for k in within if not text.noun_of(k, "source", "document"))
    return frozenset(_stem(word) for word in names if _tells(word))


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")[:STEM]


def _tells(word: str) -> bool:
    return len(word) > 3 or (len(word) > 1 and word.isupper())


def _discredited(text: Text) -> dict[str, int]:
    """As in the headline "The document is fabricated": what it calls false, and its sentence."""
    found = {}
    for k in text.at["status"]:
        if not text.has(k, "status", "denied", "false"):
            continue
        number = text.sentence_of(k)
        sentence = text.sentences[number]
        if sentence.section != "headline":
            continue
        for m in range(max(sentence.i, k - SUBJECT), k):
            paper = text.has(m, "source", "document", "rumour")
            if paper and _definite(text, m):
                found.setdefault(text.quote(m, m + 1).lower(), number)
    return found


def _of_figures(text: Text, number: int, i: int, j: int) -> int | None:
    """As in "Russia disputes the figures", "Diese Angaben sind falsch": where they are named."""
    sentence = text.sentences[number]
    for k in range(max(sentence.i, i - BESIDE), min(sentence.j, j + BESIDE)):
        if _figure_at(text, k) and _definite(text, k):
            return k
    return None


def _definite(text: Text, k: int) -> bool:
    """ "The report", "cette version": one that was spoken of."""
    before = range(max(0, k - 2), k)
    return any(
        text.has(m, "function", "article") or text.has(m, "part", "definite") for m in before
    )


def _sentences(text: Text, group: str, value: str) -> set[int]:
    """The sentences that hold a phrase of the lexicon."""
    return {text.sentence_of(k) for k in text.at[group] if text.has(k, group, value)}


def _again(claims: list[Claim], disputed: list[Claim]) -> None:
    """A figure said to be false in one place is denied wherever the article says it.

    What one side disputes may be another's figure too.
    """
    denied = {_figure(c): c for c in claims if c.status == "denied" and c.bound != "vague"}
    for claim in claims:
        other = denied.get(_figure(claim))
        if other is None or claim.status != "reported":
            continue
        if _of_one(other, claim) or not any(other is one for one in disputed):
            claim.status = "denied"
            claim.inherited["status"] = (other.start, other.end)


def _of_one(denied: Claim, claim: Claim) -> bool:
    """Whether two claims may have one source: the same, or one of them has none."""
    return not (denied.who and claim.who) or bool(_stems(denied.who) & _stems(claim.who))


def _figure(claim: Claim) -> tuple[str, float | None]:
    """What makes "100" and "more than 100" one figure."""
    return claim.kind, claim.high if claim.low is None else claim.low
