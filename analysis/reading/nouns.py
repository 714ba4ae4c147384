"""The noun phrase after a number: through adjectives to people, or to something else."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.reading.lexicon import SPEAKING, Hit
from analysis.reading.text import QUOTES, Text

SERVING = ("troops", "staff")  # of [person]: who may be sent somewhere
PEOPLE = ("any", "residents", "audience", *SERVING)  # of [person]: nouns that tell no state
BOTH = 4  # tokens from "and" to the noun that two adjectives share
ARMED = 4  # tokens from "members of" to the force
THINGS = ("count", "votes", "weapon", "unit")
CLOSING = frozenset(
    ("function", "relative", "weekday", "date", "month", "modal", "qualifier.before")
)


@dataclass(slots=True)
class Counted:
    """What stands at the number: a noun of people, a role, or neither."""

    person: str | None = None  # key of [person]
    i: int = -1  # where the noun begins
    j: int = -1  # where it ends; where the look to the right ended
    role: str | None = None
    reason: str | None = None
    stop: str = ""  # why no noun was found: "end", "stop", "cue", "unknown"


def walk(text: Text, j: int, limit: int, before: bool) -> Counted:
    """From token j through adjectives to the noun that is counted, before token `limit`."""
    words, n = text.words, len(text.words)
    last = text.sentences[text.sentence_of(max(0, min(j, n) - 1))].j
    start, people = j, None
    unknown: list[int] = []
    while j < min(limit, last):
        found = _at(text, j)
        if found and found[0] == "role" and before and _goes_on(text, found[2]):
            j = found[2]
            continue
        if found:
            return _kept(text, found, before)
        demonym = text.has(j, "demonym")
        if demonym:
            people, j, limit = demonym, demonym.j, limit + demonym.j - demonym.i - 1
            continue
        if _passes(text, j):
            j, limit = j + 1, limit + (words[j] == ".") * 2  # "U.N." is one word
            continue
        if people and people.j == j and (not before or _closes(text, j)):
            break
        if _cue(text, j) and not (before and _modifies(text, j)):
            return _people_or(text, start, j, "cue", unknown, people)
        if _closes(text, j) or (not before and text.has(j, "status", "planned")):
            shared = _noun_of_both(text, j) if before and unknown else None
            return shared or _people_or(text, start, j, "stop", unknown, people)
        if not words[j][0].isalpha():
            return _people_or(text, start, j, "end", unknown, people)
        if (
            text.lexicon.grammar["nouns_capitalised"]
            and text.capital(j)
            and not _adjective(text, j)
        ):
            if any(_struck(text, k) for k in range(start, j)):
                return Counted("any", j, j + 1)
            reason = f"counts {text.quote(j, j + 1)}"
            unlisted = "unknown" if not text.hits.get(j) else ""
            return Counted(i=j, j=j + 1, role="count", reason=reason, stop=unlisted)
        unknown.append(j)
        j += 1
    return _people_or(text, start, j, "end", unknown, people)


def _goes_on(text: Text, end: int) -> bool:
    """As in "drone operators"; where compounds are one word they are joined, if at all."""
    return _person_next(text, end) and (not text.lexicon.heads or text.joined(end))


def _noun_of_both(text: Text, j: int) -> Counted | None:
    """As in "military and medical personnel": the noun comes after the second adjective."""
    if not text.has(j, "function", "and", "or"):
        return None
    for k in range(j + 1, min(j + BOTH, len(text.words))):
        hit = text.has(k, "person")
        if hit:
            return Counted(hit.value, k, hit.j) if k > j + 1 else None
        if text.hits.get(k) or not text.words[k][0].isalpha():
            return None
    return None


def _struck(text: Text, k: int) -> bool:
    """As in "52 getötete Tiger": who was killed or wounded are people, in a list or not."""
    return text.has(k, "cue.killed", "done") is not None or bool(text.has(k, "cue.wounded", "done"))


def _closes(text: Text, j: int) -> bool:
    """A word of grammar: the noun phrase is over."""
    return any(
        hit.group in CLOSING
        or (hit.group == "source" and hit.value in SPEAKING)
        or (hit.group.startswith("cue.") and hit.j - hit.i > 1)
        for hit in text.hits.get(j, ())
    )


def _modifies(text: Text, j: int) -> bool:
    """As in "Two occupied regions": a participle with a word after it that may be the noun."""
    end = max(hit.j for hit in text.hits[j] if hit.group.startswith("cue."))
    if end >= len(text.words) or not text.words[end][0].isalpha():
        return False
    return not (_closes(text, end) or _cue(text, end))


def _people_or(text: Text, start: int, j: int, why: str, unknown: list[int], people) -> Counted:
    """Nationals named by their demonym, where no other word stands between."""
    if people and not unknown and j < len(text.words) and text.words[j][0].isdecimal():
        return Counted(
            role="count", reason=f"counts {text.quote(people.i, people.j)} ...", stop="unknown"
        )
    first = text.lexicon.grammar["adjectives"] == "before" and people and people.j == j
    if people and (not unknown or (first and unknown[-1] < people.i)):
        return Counted("nationals", people.i, people.j)
    return _nothing(text, start, j, why, unknown)


def _nothing(text: Text, start: int, j: int, why: str, unknown: list[int]) -> Counted:
    """No noun of people: a word that is in no list is what was counted."""
    if unknown and not text.lexicon.grammar["nouns_capitalised"]:
        noun = text.quote(unknown[0], unknown[-1] + 1)
        return Counted(i=start, j=j, role="count", reason=f"counts {noun}", stop="unknown")
    return Counted(i=start, j=j, stop=why)


def _adjective(text: Text, j: int) -> bool:
    """A capitalised word that still goes before a noun: "Berliner Polizisten", "UN-Soldaten"."""
    return bool(text.has(j, "demonym")) or text.words[j + 1 : j + 2] == ["-"]


def _passes(text: Text, j: int) -> bool:
    """Marks inside a noun phrase: hyphens, points of abbreviations, quotation marks, "more"."""
    word = text.words[j]
    if text.has(j, "part", "more"):
        return True
    if text.adverb(j):
        return True
    if word.isdecimal():  # "Leopard-2-Panzer"
        return text.joined(j) and text.words[j - 1] == "-" and text.words[j + 1 : j + 2] == ["-"]
    if word == "." and text.joined(j) and len(text.words[j - 1]) == 1 and text.capital(j - 1):
        return True  # "U.N. troops"
    if word in ("-", ".", "'"):
        return text.joined(j) and j + 1 < len(text.words) and text.joined(j + 1)
    return word in QUOTES or word == "["


def _cue(text: Text, j: int) -> Hit | None:
    for hit in text.hits.get(j, ()):
        if hit.group.startswith("cue.") and hit.value in ("done", "bare", "future"):
            return hit
    return None


def _at(text: Text, j: int) -> tuple[str, str, int] | None:
    """A noun of people or of something else at token j: table, key, end."""
    best = None
    for hit in text.hits.get(j, ()):
        if hit.group not in ("person", "role") or not _noun_case(text, j, hit):
            continue
        likelier = best is not None and hit.j == best[2] and hit.group == "person"
        if best is None or hit.j > best[2] or likelier:
            best = (hit.group, hit.value, hit.j)
    named = text.has(j, "demonym")
    if best is None and named is None and text.lexicon.heads and text.capital(j):
        best = compound(text, j)
    if best and best[0] == "person" and _cue(text, j) and _person_next(text, best[2]):
        return None
    return best


def _noun_case(text: Text, j: int, hit: Hit) -> bool:
    """Where nouns have a capital, "stimmen" is a verb and "Stimmen" are votes."""
    several = hit.j - hit.i > 1
    if several or not text.lexicon.grammar["nouns_capitalised"] or text.capital(j):
        return True
    return hit.group == "role" and (hit.value not in THINGS or len(text.words[j]) <= 3)


def compound(text: Text, j: int) -> tuple[str, str, int] | None:
    """The head at the end of a compound: "Elitesoldaten" counts soldiers."""
    for tags in text.lexicon.endings(text.words[j]):
        for table, key in tags:
            if table in ("person", "role"):
                return table, key, j + 1
    return None


def people_at(text: Text, k: int) -> bool:
    """Whether token k is a noun of people, or a compound that ends in one."""
    if text.has(k, "person"):
        return True
    capital = k < len(text.words) and text.lexicon.heads and text.capital(k)
    head = compound(text, k) if capital else None
    return head is not None and head[0] == "person"


def _person_next(text: Text, end: int) -> bool:
    k = end
    if k < len(text.words) and text.words[k] == "-" and text.joined(k):
        k += 1
    return k < len(text.words) and any(h.group == "person" for h in text.hits.get(k, ()))


def _kept(text: Text, found: tuple[str, str, int], before: bool) -> Counted:
    table, key, end = found
    glued = text.has(end - 2, "person") if text.words[end - 2] == "-" else None
    headed = glued is not None and glued.j == end and key != "deployed"
    if headed and _is_body(text, end):  # "15-köpfiger Rat": no force
        return Counted(role="count", reason=f"counts {text.quote(end, end + 1)}", j=end)
    if table == "role":
        return Counted(role=key, reason=f"{key}: {text.quote(end - 1, end)}", j=end)
    start = end - 1
    while before and key != "deployed" and end < len(text.words):
        further = next((h for h in text.hits.get(end, ()) if h.group == "person"), None)
        if further and not _cue(text, end):  # "dead" after a noun of people is no noun
            key, end = further.value, further.j
            continue
        hit = None if text.lexicon.grammar["nouns_capitalised"] else _thing(text, end)
        if hit and not text.has(end, "function", "stop"):
            return Counted(role=hit.value, reason=f"{hit.value}: {text.quote(hit.i, hit.j)}", j=end)
        break
    return Counted(person="troops" if _armed(text, key, end) else key, i=start, j=end)


def _armed(text: Text, key: str, end: int) -> bool:
    """As in "members of the special forces": whose members they are makes them troops."""
    of = text.has(end, "function", "of") if key == "staff" else None
    span = range(of.j, min(of.j + ARMED, len(text.words))) if of else ()
    for k in span:
        if text.has(k, "person", "troops") or text.has(k, "role", "unit"):
            return True
        if not text.words[k][0].isalpha() or text.has(k, "function", "preposition"):
            return False
    return False


def _is_body(text: Text, j: int) -> bool:
    """A body that speaks: "Rat", "Sicherheitsrat"."""
    if j >= len(text.words) or text.has(j, "role", "count"):
        return False
    return text.noun_of(j, "source", "body")


def _thing(text: Text, j: int) -> Hit | None:
    """As in "enemy depots", "enemy ammunition depots": what is counted comes after."""
    unknown = j + 1 < len(text.words) and text.words[j][0].isalpha() and j not in text.hits
    return text.has(j, "role") or (text.has(j + 1, "role") if unknown else None)
