"""Which person a role means: "the UN chief" after a person who was named with the UN."""

from __future__ import annotations

from itertools import pairwise

from analysis.reading.attribution import Attribution
from analysis.reading.text import Text


def person_meant(text: Text, one: Attribution, earlier: list[Attribution]) -> Attribution | None:
    """The person named before, beside the body whose head a source is: the last such one."""
    bodies = _bodies_of_role(text, one)
    if not bodies:
        return None
    for k in range(len(earlier) - 1, -1, -1):
        person = earlier[k]
        if person.who and not person.named and _is_person(text, person):
            beside = (
                earlier[k - 1 : k + 1] if k and _near(text, earlier[k - 1], person) else [person]
            )
            if any(bodies & _capitals(text, b.i, b.j) for b in beside):
                return person
    return None


def _bodies_of_role(text: Text, one: Attribution) -> set[str]:
    """As in "le patron de l'ONU": the body, where the role stands without a name."""
    definite = text.has(one.i, "function", "article") and not text.has(one.i, "article_one")
    if not definite:
        return set()
    role = next((k for k in range(one.i, one.j) if text.has(k, "source", "role")), None)
    if role is None:
        return set()
    after = text.has(role, "source", "role").j  # type: ignore[union-attr]
    if after < one.j and not text.has(after, "function", "of"):
        return set()
    return _capitals(text, one.i, one.j) - {text.words[role]}


def _capitals(text: Text, i: int, j: int) -> set[str]:
    return {
        text.words[k]
        for k in range(i, j)
        if text.capital(k) and not text.has(k, "function", "article")
    }


def _is_person(text: Text, one: Attribution) -> bool:
    """Two names in a row, and no office but that of a head: not "envoy Ana Prado"."""
    plain = [_is_name(text, k) for k in range(one.i, one.j)]
    rest = (k for k, name in zip(range(one.i, one.j), plain, strict=True) if not name)
    bare = all(_is_office(text, k) for k in rest)
    return bare and any(a and b for a, b in pairwise(plain))


def _is_name(text: Text, k: int) -> bool:
    known = text.has(k, "source", "body", "medium", "role") or text.has(k, "country")
    named = text.capital(k) and not text.quote(k, k + 1).isupper()
    return named and not known and not text.has(k, "demonym")


def _is_office(text: Text, k: int) -> bool:
    grammar = text.has(k, "function", "article", "of")
    return bool(grammar or text.has(k, "source", "role")) or text.quote(k, k + 1).isupper()


def _near(text: Text, before: Attribution, one: Attribution) -> bool:
    """Whether two sources are named in sentences of one paragraph."""
    first, second = (text.sentences[text.sentence_of(a.i)] for a in (before, one))
    return first.paragraph == second.paragraph
