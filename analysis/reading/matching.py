"""The lexicon's phrases in a text: the longest at each token, and what they mean there."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from analysis.reading.lexicon import ALONE, Hit, Lexicon, Phrase

CLOSED = frozenset(("country", "demonym", "relative"))
Hits = dict[int, tuple[Hit, ...]]


def find(
    raw: str, words: list[str], starts: list[int], ends: list[int], lexicon: Lexicon
) -> tuple[Hits, defaultdict[str, list[int]]]:
    """For each token, the longest phrase that begins there (all its meanings); where, by name."""
    hits: Hits = {}
    at: defaultdict[str, list[int]] = defaultdict(list)
    phrases = lexicon.phrases
    nothing: tuple[Phrase, ...] = ()
    new = tuple.__new__  # a Hit for each meaning of each phrase: half the time of Hit(...)
    for i, (word, following) in enumerate(pairwise((*words, None))):
        if word not in phrases:
            continue
        begun = phrases[word]
        found: list[Hit] = []
        candidates = (*begun.get(following, nothing), *begun.get(ALONE, nothing))
        for tokens, n, tags, indexed, shared in candidates:
            if n <= 2 or words[i : i + n] == tokens:
                found += [new(Hit, (i, i + n, group, value)) for group, value in tags]
                for name in indexed:
                    at[name].append(i)
                if n == 1 or not shared:
                    break
        if found:
            hits[i] = tuple(found)
    _free_initials([raw[a:b] for a, b in zip(starts, ends, strict=True)], hits)
    _close_names(hits, at)
    return hits, at


def _free_initials(words: list[str], hits: Hits) -> None:
    """Initials are no words of grammar: "the WHO said", where the words around have no capitals."""
    for i in [i for i in hits if _initials(words[i])]:
        if any(_initials(word) for word in (*words[max(0, i - 1) : i], *words[i + 1 : i + 2])):
            continue
        kept = tuple(hit for hit in hits[i] if not _plain_word(hit))
        if kept:
            hits[i] = kept
        else:
            del hits[i]


def _initials(word: str) -> bool:
    return word[0].isupper() and len(word) > 1 and word.isupper()


def _plain_word(hit: Hit) -> bool:
    """A pronoun, a helping verb or the like; a denial in capitals remains one."""
    grammar = hit.group == "function" and hit.value not in ("not", "negation", "neither", "nobody")
    return hit.j == hit.i + 1 and (grammar or (hit.group, hit.value) == ("source", "pronoun"))


def _close_names(hits: Hits, at: dict[str, list[int]]) -> None:
    """Words inside a name or fixed phrase mean nothing by themselves: a country's "States"."""
    inner: dict[int, bool] = {}
    for found in list(hits.values()):
        for hit in found:
            if hit.j - hit.i > 1 and (hit.group in CLOSED or _qualifies(hits, hit)):
                for k in range(hit.i + 1, hit.j):
                    inner[k] = inner.get(k, False) or hit.group in CLOSED
    for k in inner.keys() & hits.keys():
        # "An estimated 300" is nobody's estimating, but an estimate all the same.
        kept = () if inner[k] else tuple(h for h in hits[k] if h.group != "source")
        if kept:
            hits[k] = kept
        else:
            del hits[k]
    for name, places in at.items() if inner else ():
        at[name] = [k for k in places if k not in inner or k in hits]


def _qualifies(hits: Hits, hit: Hit) -> bool:
    """A qualifier, and no article before a name after it: "une estimation de | l'Institut"."""
    if hit.group != "qualifier.before":
        return False
    last = hits.get(hit.j - 1, ())
    return not any(h.j > hit.j and (h.group, h.value) == ("function", "of") for h in last)
