"""Parts of a magnitude: "half a million", "two and a half thousand", "a dozen and a half"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.reading.atoms import PLAIN, Number
from analysis.reading.lexicon import Hit
from analysis.reading.numbers import is_number
from analysis.reading.shares import fractions
from analysis.reading.text import Text

DOZEN = 10  # a collective of fewer ("pair") has no half


def find(text: Text, numbers: list[Number]) -> list[Number]:
    """The numbers, with a part of a magnitude and what is counted before it made one."""
    ends = {n.j: n for n in numbers}
    found = []
    for i, j, part in _parts(text, numbers):
        made = _of_magnitude(text, i, j, part, ends) or _after_magnitude(text, i, j, part, ends)
        if made:
            found.append(made)
    taken = {k for n in found for k in range(n.i, n.j)}
    kept = [n for n in numbers if taken.isdisjoint(range(n.i, n.j))]
    return sorted(kept + found, key=lambda n: n.i)


def _parts(text: Text, numbers: list[Number]) -> Iterator[tuple[int, int, float]]:
    """Fractions in words and as in "1/2": first token, token after, value."""
    yield from fractions(text)
    for number in numbers:
        if number.form == "token" and number.share:
            yield number.i, number.j, number.value


def _of_magnitude(text: Text, i: int, j: int, part: float, ends: dict[int, Number]):
    scale = _scale(text, i, j)
    if scale is None or _definite(text, j):
        return None
    start, whole, times = _counted(text, i, ends)
    value = round((whole * part if times else whole + part) * float(scale.value), 6)
    return Number(start, scale.j, value, value, form=_form(scale))


def _counted(text: Text, i: int, ends: dict[int, Number]) -> tuple[int, float, bool]:
    """What stands before the part: where it begins, its value, and whether it counts the parts.

    As in "three quarters" it does; as in "two and a half", "2 1/2" it is added.
    """
    first = _one(i, ends)
    added = _and(text, first - 1) or not text.words[i].isalpha()
    mark = _and(text, first - 1) or text.words[first - 1] == "-"
    before = ends.get(first - mark)
    if before is None or before.form not in PLAIN or before.low != int(before.low or 0):
        return first, 0.0, False
    alone = before.form == "article"
    return (first, 0.0, False) if alone else (before.i, before.low, not added)


def _after_magnitude(text: Text, i: int, j: int, part: float, ends: dict[int, Number]):
    first = _one(i, ends)
    before = ends.get(first - 1) if _and(text, first - 1) else None
    scale = _magnitude(text, before.j - 1) if before and before.low is not None else None
    if scale is None or _definite(text, j):
        return None
    value = round(before.low + part * float(scale.value), 6)
    return Number(before.i, j, value, value, form=_form(scale))


def _form(scale: Hit) -> str:
    return "collective" if scale.group == "collective" else "digits"


def _one(i: int, ends: dict[int, Number]) -> int:
    """Where "a half" begins: at the article, if it is one of number."""
    before = ends.get(i)
    return before.i if before is not None and before.form == "article" else i


def _and(text: Text, k: int) -> bool:
    return k > 0 and text.has(k, "function", "and") is not None


def _definite(text: Text, k: int) -> bool:
    """As in "half of the million": a part of something else."""
    of = text.has(k, "function", "of")
    near = range(k, (of.j if of else k) + 1)
    return any(text.has(m, "part", "definite") for m in near)


def _scale(text: Text, i: int, j: int) -> Hit | None:
    """The magnitude that a fraction is a part of: "half a million", "quart de million"."""
    of = text.has(j, "function", "of")
    if is_number(text.words[i], text.lexicon.language) and not of:
        return None  # "the third million"
    k = of.j if of else j + (text.words[j : j + 1] == ["-"])
    one = text.has(k, "article_one")
    return _magnitude(text, one.j if one else k)


def _magnitude(text: Text, k: int) -> Hit | None:
    hit = text.has(k, "magnitude") or text.has(k, "collective")
    return hit if hit and len(text.words[k]) > 1 and float(hit.value) >= DOZEN else None
