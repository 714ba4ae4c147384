"""Which person a role means: "the UN chief" after a person who was named with the UN."""

from __future__ import annotations

from itertools import pairwise

from analysis.reading.attribution import Attribution
from analysis.reading.text import Text

MEMORY = 12  # speakers before, whose office is remembered
OFFICE = 5  # letters of an office that may end a compound


def person_meant(text: Text, one: Attribution, earlier: list[Attribution]) -> Attribution | None:
    """The person named before, beside the body whose head a source is: the last such one."""
    bodies = _bodies_of_role(text, one)
    if not bodies:
        return _of_office(text, one, earlier)
    for k in range(len(earlier) - 1, -1, -1):
        person = earlier[k]
        if person.who and not person.named and _is_person(text, person):
            beside = (
                earlier[k - 1 : k + 1] if k and _near(text, earlier[k - 1], person) else [person]
            )
            if any(bodies & _capitals(text, b.i, b.j) for b in beside):
                return person
    return None


def bare_other(text: Text, one: Attribution, before: Attribution) -> bool:
    """As in "the ministry" after "police": a body without a name, and not the same one."""
    plain = [k for k in range(before.i, before.j) if not text.has(k, "function", "article")]
    if len(plain) != 1 or not text.has(plain[0], "source", "body"):
        return False
    word = text.words[plain[0]]
    return all(not (same_noun(word, text.words[k])) for k in range(one.i, one.j))


def same_noun(word: str, other: str) -> bool:
    """As in "ministry" and "ministries", "Verteidigungsministerium" and "Ministeriums"."""
    short, long = sorted((word.rstrip("s"), other.rstrip("s")), key=len)
    return len(short) >= OFFICE and short in long


def _of_office(text: Text, one: Attribution, earlier: list[Attribution]) -> Attribution | None:
    """As in "the governor" after "Governor Ana Prado": the last who was named with that office."""
    office = _bare_office(text, one)
    if office is None:
        return None
    for person in reversed(earlier[-MEMORY:]):
        held = any(_holds(text, person, k, office) for k in range(person.i, person.j - 1))
        if held and not person.named and not person.document:
            return person
    return None


def _holds(text: Text, person: Attribution, k: int, office: str) -> bool:
    """Whether token k is the office of a person: it opens the name, or stands at both names."""
    if not text.words[k].endswith(office):
        return False
    article = text.has(person.i, "function", "article")
    first = (article.j if article else person.i) == k
    named = [_is_name(text, m) for m in range(k + 1, person.j)]
    return (first and any(named)) or (len(named) > 1 and named[0] and named[1])


def _bare_office(text: Text, one: Attribution) -> str | None:
    """The office in "the governor": an article and one word of those who speak."""
    article = text.has(one.i, "function", "article")
    if article is None or not _definite(text, one):
        return None
    k = article.j + (text.words[article.j : article.j + 1] == ["'"])
    body = text.has(k, "source", "body") if k + 1 == one.j else None
    return text.words[k] if body and len(text.words[k]) >= OFFICE else None


def _bodies_of_role(text: Text, one: Attribution) -> set[str]:
    """As in "le patron de l'ONU": the body, where the role stands without a name."""
    if not _definite(text, one):
        return set()
    role = next((k for k in range(one.i, one.j) if text.has(k, "source", "role")), None)
    if role is None:
        return set()
    after = text.has(role, "source", "role").j  # type: ignore[union-attr]
    if after < one.j and not text.has(after, "function", "of"):
        return set()
    return _capitals(text, one.i, one.j) - {text.words[role]}


def _definite(text: Text, one: Attribution) -> bool:
    article = text.has(one.i, "function", "article") is not None
    return article and not text.has(one.i, "article_one")


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
