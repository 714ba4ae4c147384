"""Figures denied elsewhere in the article: by a verdict, by who rejects "the figures"."""

from __future__ import annotations

from bisect import bisect_left

from analysis.model import Claim
from analysis.reading.speech import Speech
from analysis.reading.text import Text

AHEAD = 2  # sentences from a figure to the verdict on it
SUBJECT = 12  # tokens from what a headline speaks of to what it says of it
BESIDE = 6  # tokens from a word of denial to what is denied


def deny(text: Text, claims: list[Claim], speech: Speech) -> None:
    """Mark as denied what the article says is false, or that somebody in it rejects."""
    numbers = [text.sentence_of(bisect_left(text.starts, c.start)) for c in claims]
    verdicts = _verdicts(text, set(numbers))
    rumours = {text.sentence_of(k) for k in text.at["rumour"]}
    if not verdicts and not rumours & _sentences(text, "status", "denied"):
        rumours = set()
    papers = _discredited(text)
    for claim, number in zip(claims, numbers, strict=True):
        verdict = next((v for v in verdicts if number <= v <= number + AHEAD), None)
        if verdict is None and number in rumours:
            verdict = number
        if verdict is None and number - 1 in rumours and not speech.named.get(number):
            here, before = text.sentences[number], text.sentences[number - 1]
            verdict = number - 1 if here.paragraph == before.paragraph else None
        if verdict is None and claim.who:
            verdict = next((n for p, n in papers.items() if claim.who[0].lower().endswith(p)), None)
        if claim.status != "denied" and verdict is not None:
            claim.status = "denied"
            span = text.sentences[verdict].span
            claim.inherited["status"] = (span.start, span.end)
    _again(claims)


def _verdicts(text: Text, counted: set[int]) -> list[int]:
    """Sentences that call false what stands before them."""
    found = _sentences(text, "status", "false")
    for k in text.at["status"]:
        denial = text.has(k, "status", "denied")
        number = text.sentence_of(k)
        if denial and number not in counted and _of_figures(text, number, denial.i, denial.j):
            found.add(number)
    return sorted(found)


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


def _of_figures(text: Text, number: int, i: int, j: int) -> bool:
    """As in "Russia disputes the figures", "Diese Angaben sind falsch"."""
    sentence = text.sentences[number]
    for k in range(max(sentence.i, i - BESIDE), min(sentence.j, j + BESIDE)):
        if text.has(k, "source", "document") and _definite(text, k):
            return True
    return False


def _definite(text: Text, k: int) -> bool:
    """ "The report", "cette version": one that was spoken of."""
    before = range(max(0, k - 2), k)
    return any(
        text.has(m, "function", "article") or text.has(m, "part", "definite") for m in before
    )


def _sentences(text: Text, group: str, value: str) -> set[int]:
    """The sentences that hold a phrase of the lexicon."""
    return {text.sentence_of(k) for k in text.at[group] if text.has(k, group, value)}


def _again(claims: list[Claim]) -> None:
    """A figure said to be false in one place is denied wherever the article says it."""
    denied = {_figure(c): c for c in claims if c.status == "denied" and c.bound != "vague"}
    for claim in claims:
        other = denied.get(_figure(claim))
        if other is not None and claim.status == "reported":
            claim.status = "denied"
            claim.inherited["status"] = (other.start, other.end)


def _figure(claim: Claim) -> tuple[str, float | None]:
    """What makes "100" and "more than 100" one figure."""
    return claim.kind, claim.high if claim.low is None else claim.low
