"""A text made ready for reading: folded at the same length, in tokens, in sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from analysis.model import Span
from analysis.reading import lines, matching
from analysis.reading.lexicon import Hit, Lexicon, forms

SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\x1c\x1d\x1e\x1f"
)
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
APOSTROPHES = "\u2019\u02bc\u2018\u2032`\u00b4"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
FOLD = {ord(c): " " for c in SPACES}
FOLD |= {ord(c): "\u200b" for c in UNSEEN}
FOLD |= {ord(c): "'" for c in APOSTROPHES}
FOLD |= {ord(c): "-" for c in DASHES}
FOLD |= {0x130: "i"}  # the one letter whose lower case is longer

# Marks that close or open a quotation are told apart by their neighbours, not by their shape.
QUOTES = frozenset('"«»“”„‟')
END = frozenset(".!?…")


def fold(text: str) -> str:
    """The text in lower case, its spaces, dashes and apostrophes of one kind, as long as before.

    >>> fold("Ü\\u202f12–14")
    'ü 12-14'
    """
    folded = text.translate(FOLD).lower()
    if len(folded) != len(text):
        folded = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(FOLD))
    return folded


@dataclass(slots=True)
class Sentence:
    """Tokens i to j (exclusive), and the place in the text."""

    i: int
    j: int
    span: Span
    section: str
    paragraph: int


@dataclass(slots=True)
class Text:
    """An article's tokens, the lexicon's phrases in them, and its sentences."""

    raw: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    lexicon: Lexicon
    hits: dict[int, tuple[Hit, ...]] = field(default_factory=dict)
    at: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    sentences: list[Sentence] = field(default_factory=list)
    _bounds: list[int] = field(default_factory=list)

    def sentence_of(self, i: int) -> int:
        """The number of the sentence that holds token i."""
        return bisect_right(self._bounds, i) - 1

    def quote(self, i: int, j: int) -> str:
        """The words of tokens i to j as the article has them."""
        return self.raw[self.starts[i] : self.ends[j - 1]] if j > i else ""

    def capital(self, i: int) -> bool:
        """Whether token i begins with a capital letter."""
        return self.raw[self.starts[i]].isupper()

    def has(self, i: int, group: str, *values: str) -> Hit | None:
        """The phrase of that group (and one of the values) that begins at token i."""
        found = self.hits.get(i)
        if found is None:
            return None
        for hit in found:
            if hit.group == group and (not values or hit.value in values):
                return hit
        return None

    def within(self, name: str, i: int, j: int) -> list[int]:
        """Where phrases of an indexed group begin, from token i to j (exclusive)."""
        positions = self.at[name]
        return positions[bisect_left(positions, i) : bisect_left(positions, j)]

    def adverb(self, i: int) -> bool:
        """Whether token i is in no list and ends as adverbs do: "narrowly"."""
        endings = tuple(self.lexicon.grammar["adverb_endings"])
        return i not in self.hits and self.words[i].endswith(endings)

    def compound_of(self, i: int, group: str, value: str) -> bool:
        """Whether token i is a compound that ends in such a word: "Sicherheitsrat"."""
        return any((group, value) in tags for tags in self.lexicon.endings(self.words[i]))

    def noun_of(self, i: int, group: str, *values: str) -> bool:
        """Whether token i is such a word, or a compound that ends in one."""
        listed = self.has(i, group, *values) is not None
        return listed or any(self.compound_of(i, group, value) for value in values)

    def helps(self, i: int) -> bool:
        """Whether a verb at token i helps another one: "be", "have", or one more of them."""
        return self.has(i, "function", "be", "have", "auxiliary") is not None

    def joined(self, i: int) -> bool:
        """Whether token i touches the one before."""
        return 0 < i < len(self.words) and self.ends[i - 1] == self.starts[i]


def prepare(raw: str, lexicon: Lexicon) -> Text:
    """Fold, cut into tokens and sentences, and look the phrases up."""
    folded = fold(raw)
    pattern = token_pattern(lexicon.grammar["thousands"], lexicon.grammar["decimal"])
    spans = [match.span() for match in pattern.finditer(folded)]
    starts, ends = [a for a, _ in spans], [b for _, b in spans]
    words = [folded[a:b] for a, b in spans]
    hits, at = matching.find(raw, words, starts, ends, lexicon)
    text = Text(raw, words, starts, ends, lexicon, hits, at)
    _cut(text)
    return text


@cache
def token_pattern(thousands: str, decimal: str) -> re.Pattern[str]:
    """Words, numbers with their separators, and single marks."""
    separators = "".join(dict.fromkeys(thousands + " '"))
    mark = rf"(?P<s>\u200b*[{re.escape(separators)}]\u200b*)"
    group = rf"\d{{1,3}}(?:{mark}\d{{3}}(?:(?P=s)\d{{3}})*)(?!\d|/\d)"
    fraction = rf"(?:{re.escape(decimal)}\d+)?"
    return re.compile(
        r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*"
        r"|\d{1,4}(?P<d>[./-])\d{1,2}(?P=d)\d{2,4}(?!\d)"
        r"|\d{1,2}[:h]\d{2}(?!\d)"
        r"|\d+/\d+(?![\d/])"
        rf"|{group}{fraction}"
        rf"|\d+(?:\u200b+\d+)*{fraction}"
        rf"|(?<![\w.,]){re.escape(decimal)}\d+"
        r"|[^\w\s\u200b]|_"
    )


def _cut(text: Text) -> None:
    """Cut into sentences; tell the headline lines from the body."""
    breaks = lines.breaks(text.raw, text.lexicon)
    short = abbreviations(text.lexicon)
    first, paragraph, k = 0, 0, 0
    for i, word in enumerate(text.words):
        while k < len(breaks) and breaks[k] <= text.starts[i]:
            if i > first:
                _add(text, first, i, paragraph)
                first = i
            paragraph, k = paragraph + 1, k + 1
        if word in END and i + 1 > first and _ends(text, i, first, short):
            end = i + 1
            while end < len(text.words) and _closes(text, end):
                end += 1
            if end > first:
                _add(text, first, end, paragraph)
                first = end
    if first < len(text.words):
        _add(text, first, len(text.words), paragraph)
    text._bounds = [s.i for s in text.sentences]
    _mark_headline(text)


def _add(text: Text, i: int, j: int, paragraph: int) -> None:
    if text.sentences and i < text.sentences[-1].j:
        i = text.sentences[-1].j
    if i < j:
        span = Span(text.starts[i], text.ends[j - 1])
        text.sentences.append(Sentence(i, j, span, "body", paragraph))


def _closes(text: Text, i: int) -> bool:
    """Whether token i is a quotation mark or bracket that closes the sentence before it."""
    word = text.words[i]
    if word in END or word in ")]":
        return text.joined(i)
    if word not in QUOTES:
        return False
    following = text.starts[i + 1] if i + 1 < len(text.words) else len(text.raw)
    return word in "»”" or (text.joined(i) and following > text.ends[i])


def _ends(text: Text, i: int, first: int, short: frozenset[str]) -> bool:
    """Whether the mark at token i ends a sentence."""
    if i + 1 >= len(text.words):
        return True
    if text.joined(i + 1) and text.words[i + 1] not in QUOTES and text.words[i + 1] not in ")]":
        return _glued(text, i)
    if text.words[i] != ".":
        return text.words[i] != "…" or text.capital(i + 1)
    before = text.words[i - 1] if i and text.joined(i) else ""
    if before.isdecimal() and len(before) <= 2 and i - 1 == first:
        return False
    nxt = i + 1
    while nxt < len(text.words) - 1 and text.words[nxt] in QUOTES | {"(", "[", "-", "_"}:
        nxt += 1
    if text.raw[text.starts[nxt]].islower():
        return False
    if before in short or (len(before) == 1 and before.isalpha()):
        return False
    ordinal = text.lexicon.grammar["day_point"] and before.isdecimal() and len(before) <= 2
    return not ordinal or text.words[nxt] in text.lexicon.words("function", "article")


def _glued(text: Text, i: int) -> bool:
    """As in "were killed.The mayor said": the space after the full stop is missing."""
    before, after = text.quote(i - 1, i), text.quote(i + 1, i + 2)
    title = text.words[i + 2 : i + 3] == ["."] and after.lower() in abbreviations(text.lexicon)
    apart = i + 2 < len(text.words) and (title or not text.joined(i + 2))
    word = before.isalpha() and before[1:].islower() and len(before) > 3
    return text.words[i] == "." and word and after.istitle() and apart


@cache
def abbreviations(lexicon: Lexicon) -> frozenset[str]:
    """The words that a dot follows without an end: "Gen"."""
    return frozenset(f.lower() for p in lexicon.tables["abbreviation"]["words"] for f in forms(p))


def _mark_headline(text: Text) -> None:
    """The first lines are headline as long as they end without a full stop and more follows."""
    last = text.sentences[-1].paragraph if text.sentences else 0
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in text.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for paragraph, sentences in by_paragraph.items():
        final = text.words[sentences[-1].j - 1]
        length = sentences[-1].span.end - sentences[0].span.start
        if paragraph == last or final in '.!…"»”' or length > 200:
            return
        for sentence in sentences:
            sentence.section = "headline"
