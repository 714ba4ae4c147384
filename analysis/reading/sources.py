"""Who says it: names after "selon", before or after verbs of saying, and who relays whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.model import LOSSES
from analysis.reading.lexicon import Hit
from analysis.reading.text import QUOTES, Sentence, Text

WHEN = frozenset(("month", "weekday", "relative", "season", "place", "date"))
GRAMMAR = frozenset(
    ("function", "source", "relative", "modal", "date", "place", "month", "weekday", "qualifier")
)
SUFFERED = frozenset(LOSSES)  # "Ukrainian losses" say nothing
LONGEST = 16  # tokens a source's name may have


@dataclass(slots=True)
class Attribution:
    """A source named at tokens i to j; `at` is the word that introduces it."""

    i: int
    j: int
    at: int
    who: str | None
    via: str | None = None
    relay: tuple[int, int] | None = None  # where the relay is named
    pronoun: bool = False
    role: str | None = None  # "le ministère": a role that stands for a name given before
    estimate: bool = False
    backward: bool = False  # "Cela rapporte ...": said of the sentence before
    leads: bool = False  # what it says follows: it does not speak of what stands before


@dataclass(slots=True)
class Speech:
    """Who speaks in each sentence: named there, or carried over from another one."""

    named: dict[int, list[Attribution]] = field(default_factory=dict)
    carried: dict[int, Attribution] = field(default_factory=dict)

    def of(self, number: int) -> Attribution | None:
        """The first source of a sentence, its own before one carried over."""
        own = [a for a in self.named.get(number, ()) if a.who and not a.backward]
        return own[0] if own else self.carried.get(number)


def listen(text: Text) -> Speech:
    """Find the sources of all sentences, and the sentences that rest on another's source."""
    speech = Speech()
    last: tuple[Attribution, int] | None = None
    quoted = _quoted(text)
    for number, sentence in enumerate(text.sentences):
        named = find(text, sentence) if _may_name(text, sentence) else []
        if named:
            speech.named[number] = named
        _name_roles(text, sentence, named, last)
        speaking = [a for a in named if a.who]
        if speaking:
            _carry_back(text, speech, quoted, number, speaking[0])
            last = (speaking[-1], number)
        elif last and (any(a.pronoun for a in named) or _goes_on(text, sentence, number, quoted)):
            near = text.sentences[last[1]].paragraph + 1 >= sentence.paragraph
            if near:
                speech.carried.setdefault(number, last[0])
    return speech


def _name_roles(
    text: Text, sentence: Sentence, named: list[Attribution], last: tuple[Attribution, int] | None
) -> None:
    """A role with nobody named shortly before is a source by itself."""
    near = last and text.sentences[last[1]].paragraph + 1 >= sentence.paragraph
    for one in named:
        if one.role and not near:
            one.who, one.pronoun = one.role, False


def _carry_back(
    text: Text, speech: Speech, quoted: set[int], number: int, one: Attribution
) -> None:
    """As in "Cela rapporte CNN", or a speaker after his words: said of the sentence before."""
    silent = number - 1 not in speech.named
    at_start = one.at <= text.sentences[number].i + 2
    if one.backward or (silent and number - 1 in quoted and (number in quoted or at_start)):
        speech.carried.setdefault(number - 1, one)


def _goes_on(text: Text, sentence: Sentence, number: int, quoted: set[int]) -> bool:
    span = text.within("source", sentence.i, sentence.j)
    return number in quoted or any(text.has(k, "source", "continues") for k in span)


def _may_name(text: Text, sentence: Sentence) -> bool:
    return bool(text.within("source", sentence.i, sentence.j))


def _quoted(text: Text) -> set[int]:
    """Sentences that lie within a quotation; a paragraph closes what it left open."""
    inside, paragraph, quoted = False, -1, set()
    for number, sentence in enumerate(text.sentences):
        if sentence.paragraph != paragraph:
            inside, paragraph = False, sentence.paragraph
        if inside:
            quoted.add(number)
        for k in range(sentence.i, sentence.j):
            if text.words[k] in QUOTES:
                inside = _opens(text, k)
                if inside and k <= sentence.i + 1:
                    quoted.add(number)
    return quoted


def _opens(text: Text, k: int) -> bool:
    """Whether a quotation mark opens: by its shape, or by the side that it touches."""
    word = text.words[k]
    if word in "«»„":
        return word != "»"
    if word in "“”" and not text.lexicon.grammar["nouns_capitalised"]:
        return word == "“"
    touches = k + 1 < len(text.words) and text.joined(k + 1)
    return touches and not (text.joined(k) and text.words[k - 1] not in "(:")


def find(text: Text, sentence: Sentence) -> list[Attribution]:
    """The attributions of a sentence, in order."""
    found: list[Attribution] = []
    for i in text.within("source", sentence.i, sentence.j):
        for hit in text.hits.get(i, ()):
            if hit.group == "source" and (not found or hit.i >= found[-1].j):
                made = _attribution(text, sentence, hit)
                if made:
                    found.append(made)
                    break
    return _relays(text, found)


def _attribution(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    if hit.value == "before":
        return _before(text, sentence, hit)
    if hit.value == "after":
        return _left(text, sentence, hit)
    if hit.value == "cite":
        return _cited(text, sentence, hit)
    if hit.value == "said":
        return _said(text, sentence, hit)
    if hit.value == "self":
        return _subject(text, sentence, hit)
    if hit.value == "said_that":
        return Attribution(hit.i, hit.j, hit.i, None, pronoun=True)
    return None


def _before(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "Selon les estimations des agences": the name goes on to the next mark or verb."""
    i, estimate = _past_documents(text, hit.j, sentence.j)
    of = text.has(i, "function", "of")
    i = of.j if of else i
    j = _end(text, i, sentence.j)
    if _whole_pronoun(text, i, j) or (j <= i and text.has(i, "source", "pronoun")):
        role = _name(text, i, j) if _role(text, i, j) else None
        made = Attribution(i, max(j, i + 1), hit.i, None, pronoun=True, role=role)
        made.estimate = estimate
        return made
    estimate = estimate or bool(text.has(hit.i, "source", "estimate"))
    if not _names_someone(text, i, j):
        return None
    opens = hit.i == sentence.i or text.words[hit.i - 1] in ";:"
    return Attribution(i, j, hit.i, _name(text, i, j), estimate=estimate, leads=opens)


def _cited(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "Citing X" names the source; "officials quoted by X" names the relay."""
    made = _before(text, sentence, hit)
    if made is None or text.words[hit.j - 1] not in text.lexicon.words("function", "agent"):
        return made
    i = _start(text, hit.i, sentence.i)
    if not _names_someone(text, i, hit.i):
        return made
    name, relay = _name(text, i, hit.i), (made.i, made.j)
    return Attribution(i, made.j, hit.i, name, via=made.who, relay=relay, leads=True)


def _past_documents(text: Text, i: int, last: int) -> tuple[int, bool]:
    """Step over "les estimations des": what matters is whose estimates they are."""
    estimate = False
    k = i
    while k < min(i + 5, last):
        hit = text.has(k, "source", "document") or text.has(k, "source", "estimate")
        if hit:
            estimate = estimate or bool(text.has(k, "source", "estimate"))
            of = (
                text.has(hit.j, "function", "of")
                or text.has(hit.j, "function", "agent")
                or text.has(hit.j, "place", "from")
            )
            if of and _names_someone(text, of.j, _end(text, of.j, last)):
                return of.j, estimate
            return i, estimate
        if text.words[k] in ",.;:" or text.words[k] in QUOTES:
            break
        k += 1
    return i, estimate


def _end(text: Text, i: int, last: int) -> int:
    """Where a name that begins at token i ends."""
    j = i
    while j < min(last, i + LONGEST):
        word = text.words[j]
        if word in ",;:()[]!?…" or word in QUOTES:
            break
        if word == "-" and not text.joined(j):
            break
        if word == "." and not (j + 1 < last and j and len(text.words[j - 1]) <= 3):
            break
        if j > i and _breaks(text, j):
            break
        j += 1
    while j > i and text.has(j - 1, "function", "article"):
        j -= 1
    if j > i and j + 2 < last and text.words[j] == "(" and text.words[j + 2] == ")":
        j += 3 if text.capital(j + 1) else 0
    return j


def _breaks(text: Text, j: int) -> bool:
    for hit in text.hits.get(j, ()):
        if hit.group == "source" and hit.value in ("said", "before", "cite", "after", "said_that"):
            return True
        if hit.group == "function" and hit.value in ("stop", "relative", "contrast"):
            return not (text.has(j, "function", "of") or _inside_name(text, j))
        if hit.group in ("qualifier.before", "relative", "modal", "status"):
            return not text.has(j, "source", "body")
        if hit.group == "part" and hit.value in ("including", "of_them"):
            return True
        if hit.group.startswith("cue.") and hit.value in ("done", "bare", "future"):
            return not text.has(j, "source", "body") and not text.has(j, "person")
    return text.words[j][0].isdecimal()


def _inside_name(text: Text, j: int) -> bool:
    """As in "Institute for the Study of War": such a word goes on with the name of a body."""
    if not text.capital(j - 1):
        return False
    foreign = j + 1 < len(text.words) and text.capital(j + 1) and not text.has(j, "place")
    return bool(text.has(j, "function", "inside")) or (foreign and len(text.words[j]) <= 3)


def _left(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "X zufolge": the name stands before the word."""
    i = _start(text, hit.i, sentence.i)
    if not _names_someone(text, i, hit.i):
        return None
    return Attribution(i, hit.i, hit.i, _name(text, i, hit.i))


def _start(text: Text, j: int, first: int) -> int:
    """Where a name that ends before token j begins."""
    i = j
    while i > max(first, j - LONGEST):
        word = text.words[i - 1]
        if word == ")" and i >= 3 and text.words[i - 3] == "(":
            i -= 3
            continue
        if word in ",;:()!?…" or word in QUOTES or word[0].isdecimal():
            break
        if word == "-" and not text.joined(i):
            break
        if word == "." and not (i >= 2 and len(text.words[i - 2]) <= 3):
            break
        if _stops_left(text, i - 1):
            break
        i -= 1
    return i


def _stops_left(text: Text, k: int) -> bool:
    for hit in text.hits.get(k, ()):
        if hit.group == "function" and hit.value in ("relative", "contrast", "and", "stop"):
            inner = text.has(k, "place") and text.has(k - 1, "source", "body", "document", "medium")
            return not (
                inner or text.has(k, "function", "of") or text.has(k, "function", "article")
            )
        if hit.group.startswith("cue.") and hit.value in ("done", "future"):
            return not text.has(k, "person") and not text.has(k, "source", "body")
        if hit.group in ("relative", "source") and hit.value in ("said", "past", "none", "ahead"):
            return not text.has(k, "source", "body")
    return False


def _said(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """The subject of a verb of saying: before it, or after it where they are inverted."""
    verb = _verb_start(text, hit.i, sentence.i)
    i = _start(text, verb, sentence.i)
    while i < verb and (text.words[i] in (".", "-", "'") or _leads_in(text, i)):
        i += 1
    follows = _end(text, hit.j, sentence.j)
    after = _names_someone(text, hit.j, follows) and not _that_follows(text, hit)
    if not text.lexicon.grammar["inverts_freely"]:
        after = after and _closed(text, follows, sentence.j)
    backward = hit.i <= sentence.i + 1 and bool(text.has(sentence.i, "source", "pronoun"))
    if i == verb or (backward and after):
        if text.has(hit.j, "source", "said_that"):
            return Attribution(hit.i, hit.j + 1, hit.i, None, pronoun=True)
        apposed = _apposed(text, sentence, verb, strict=after)
        if apposed:
            return _leading(text, sentence, hit, *apposed)
        if not after:
            return None
        name, estimate = _name(text, hit.j, follows), bool(text.has(hit.i, "status", "estimated"))
        back = backward and i != hit.i
        return Attribution(hit.j, follows, hit.i, name, estimate=estimate, backward=back)
    related = _related(text, sentence, verb)
    if related:
        return _leading(text, sentence, hit, *related)
    if _names_someone(text, i, verb):
        return _leading(text, sentence, hit, i, verb)
    if after:
        return Attribution(hit.j, follows, hit.i, _name(text, hit.j, follows))
    if any(text.has(k, "source", "pronoun") for k in range(i, verb)):
        role = _name(text, i, verb) if _role(text, i, verb) else None
        leads = _goes_further(text, sentence, hit)
        return Attribution(i, verb, hit.i, None, pronoun=True, role=role, leads=leads)
    return None


def _role(text: Text, i: int, j: int) -> bool:
    """Whether a pronoun is more than one: it names a body by its role."""
    return any(text.has(k, "source", "body", "medium") for k in range(i, j))


def _leads_in(text: Text, i: int) -> bool:
    """A preposition or conjunction before a name."""
    if text.has(i, "function", "article"):
        return False
    return text.has(i, "place") is not None or text.has(i, "function", "and", "or") is not None


def _closed(text: Text, j: int, last: int) -> bool:
    """Whether the subject that ends at token j ends its clause, but for a day or place."""
    while j < last and any(h.group in WHEN for h in text.hits.get(j, ())):
        j += 1
    return j >= last or not text.words[j][0].isalpha() or j + 3 >= last


def _leading(text: Text, sentence: Sentence, hit: Hit, i: int, j: int) -> Attribution:
    leads = _goes_further(text, sentence, hit)
    estimate = bool(text.has(hit.i, "status", "estimated"))
    return Attribution(i, j, hit.i, _name(text, i, j), estimate=estimate, leads=leads)


def _that_follows(text: Text, hit: Hit) -> bool:
    """As in "Says that": what is said follows, not who says it."""
    return any(text.has(k, "function", "relative") is not None for k in (hit.j - 1, hit.j)) and (
        not text.lexicon.grammar["verb_second"]
    )


def _goes_further(text: Text, sentence: Sentence, hit: Hit) -> bool:
    """Whether what is said stands after the verb: more than a few words or a day follow."""
    for j in range(hit.j, min(hit.j + 5, sentence.j)):
        if text.words[j] in ",.;!?" or text.words[j] in QUOTES - {"«", "“", "„"}:
            return False
        if text.has(j, "function", "relative") or text.words[j][0].isdecimal():
            return True
    return hit.j + 5 < sentence.j


def _verb_start(text: Text, i: int, first: int) -> int:
    """Where the verb's group begins: its auxiliary, adverbs, the day and the place between."""
    for k in range(i - 1, max(first, i - 4) - 1, -1):
        if text.has(k, "function", "auxiliary"):
            i = k
            break
        if not text.words[k][0].isalpha() or text.hits.get(k):
            break
    while i > first and any(h.group in ("status", "modal") for h in text.hits.get(i - 1, ())):
        i -= 1
    while i > first + 1:
        if any(h.group in ("weekday", "relative") and h.j == i for h in text.hits.get(i - 1, ())):
            i -= 1
        elif text.has(i - 2, "place", "at", "to") and text.capital(i - 1):
            i -= 2
        elif text.has(i - 1, "place") and i < len(text.words) and text.has(i, "weekday"):
            i -= 1
        else:
            break
    return i


def _related(text: Text, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """As in "Asmara, which at the time claimed": the subject stands before the relative clause."""
    for k in range(verb - 1, max(sentence.i, verb - 12), -1):
        if text.words[k] == "," and text.has(k + 1, "function", "relative"):
            if text.lexicon.grammar["verb_second"] and text.words[verb + 1 : verb + 2] != [","]:
                return None
            start = _start(text, k, sentence.i)
            return (start, k) if _names_someone(text, start, k) else None
        if text.words[k] in ",;:()" or text.words[k] in QUOTES:
            return None
    return None


def _apposed(text: Text, sentence: Sentence, verb: int, strict: bool) -> tuple[int, int] | None:
    """As in "Le ministre, X, a déclaré", "les rebelles, qui ..., disent": before the comma.

    `strict`: a name follows the verb as well, so the commas must hold a relative clause.
    """
    close = verb - 1
    while close > sentence.i and any(h.group in WHEN for h in text.hits.get(close, ())):
        close -= 1
    if close <= sentence.i or text.words[close] != ",":
        return None
    opened = next((k for k in range(close - 1, sentence.i, -1) if text.words[k] == ","), None)
    if strict and (opened is None or not text.has(opened + 1, "function", "relative")):
        return None
    first = _first_name(text, sentence, close)
    if first and not strict:
        return first
    k = opened if opened is not None and close - opened <= LONGEST else close
    i = _start(text, k, sentence.i)
    if not _names_someone(text, i, k):
        return None
    named = k < close and text.capital(k + 1) and not text.has(k + 1, "function")
    return i, close if named else k


def _first_name(text: Text, sentence: Sentence, close: int) -> tuple[int, int] | None:
    """A name that opens the sentence, with several asides before its verb."""
    commas = [k for k in range(sentence.i, close) if text.words[k] == ","]
    if len(commas) < 2 or close - sentence.i > 3 * LONGEST:
        return None
    i, j = sentence.i, commas[0]
    named = [k for k in range(i, j) if text.capital(k)]
    plain = not any(text.has(k, "function", "auxiliary", "agent") for k in range(i, j))
    return (i, j) if len(named) > 1 and plain and _names_someone(text, i, j) else None


def _subject(text: Text, sentence: Sentence, hit: Hit) -> Attribution | None:
    """As in "By its own account": the source is the subject of the sentence."""
    j = _end(text, sentence.i, sentence.j)
    if j > sentence.i and _names_someone(text, sentence.i, j):
        return Attribution(sentence.i, j, hit.i, _name(text, sentence.i, j))
    return None


def _names_someone(text: Text, i: int, j: int) -> bool:
    """A body, a proper name, a country or its people: not a pronoun, not a bare adverb."""
    if j <= i:
        return False
    if any(h.group == "person" and h.value in SUFFERED for h in text.hits.get(j - 1, ())):
        return False
    counted = any(text.has(k, "person") for k in range(i, j))
    for k in range(i, j):
        for hit in text.hits.get(k, ()):
            if hit.group == "country" or (hit.group == "demonym" and not counted):
                return True
            if hit.group == "source" and hit.value in ("body", "medium", "document"):
                return not _whole_pronoun(text, i, j)
    if text.lexicon.grammar["nouns_capitalised"] and _whole_pronoun(text, i, j):
        return False
    first = text.sentences[text.sentence_of(i)].i
    if all(_function(text, k) for k in range(i, j)):
        return False
    if text.lexicon.grammar["nouns_capitalised"]:
        return any(_proper(text, k) for k in range(i, j)) and not _whole_pronoun(text, i, j)
    named = [k for k in range(i, j) if text.capital(k) and not (k == first and _function(text, k))]
    if named == [first] and j - i > 1 and text.words[first + 1] != "-":
        return False
    return bool(named) and not _whole_pronoun(text, i, j)


def _body(text: Text, k: int) -> bool:
    """A compound that ends in the name of a body: "Rebellenführung"."""
    word, heads = text.words[k], text.lexicon.heads
    return any(("source", "body") in heads.get(word[c:], ()) for c in range(1, len(word) - 3))


def _proper(text: Text, k: int) -> bool:
    """Where every noun has a capital, a name is in no list and has no article before it."""
    if not text.capital(k) or text.hits.get(k):
        return False
    if _body(text, k):
        return True
    if k == text.sentences[text.sentence_of(k)].i:
        return True
    before = text.words[k - 1]
    return not text.has(k - 1, "function", "article") and (
        text.capital(k - 1) or bool(text.hits.get(k - 1)) or not before[0].isalpha()
    )


def _function(text: Text, k: int) -> bool:
    return any(h.group.partition(".")[0] in GRAMMAR for h in text.hits.get(k, ())) or (
        not text.raw[text.starts[k] : text.ends[k]][1:].islower() and len(text.words[k]) == 1
    )


def _whole_pronoun(text: Text, i: int, j: int) -> bool:
    return any(
        h.group == "source" and h.value == "pronoun" and h.j >= j for h in text.hits.get(i, ())
    )


def _name(text: Text, i: int, j: int) -> str:
    """The words of a source; of "la chaîne d'information américaine CNN" the name alone."""
    medium = any(text.has(k, "source", "medium") for k in range(i, min(i + 3, j)))
    if medium and not text.lexicon.grammar["nouns_capitalised"]:
        k = j
        while k > i and text.capital(k - 1):
            k -= 1
        if i < k < j:
            i = k
    return " ".join(text.quote(i, j).split())


def _relays(text: Text, found: list[Attribution]) -> list[Attribution]:
    """Tell source from relay: in "CNN, citing X" the source is X, in "X, quoted by AFP" too."""
    kept: list[Attribution] = []
    for one in found:
        cites = text.has(one.at, "source", "cite")
        if cites and kept and kept[-1].who and one.who and not one.via:
            relay = kept.pop()
            one.via, one.backward, one.leads = relay.who, relay.backward, relay.leads
            one.relay = (relay.i, relay.j)
        kept.append(one)
    return kept
