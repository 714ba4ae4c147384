"""The reader measured against texts whose figures were marked by hand."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.model import KINDS, Article, Claim, Problem
from analysis.reading import read
from analysis.reading.language import detect
from analysis.reading.lexicon import languages, lexicon

BOUNDS = {"up_to": "at_most", "less_than": "fewer_than", "approx": "about"}
LOSSES = {"killed_or_wounded", "out_of_action"}
STATUSES = ("reported", "estimated", "planned", "denied")
SHARE_TOLERANCE = 0.001


@dataclass(slots=True)
class Miss:
    """A claim that was missed, read wrongly, or read where there is none."""

    text: str
    what: str  # missed, wrong, trap, status, source
    quote: str
    expected: str
    read: str
    sentence: str


@dataclass
class Score:
    """Counts over texts; the rates are computed from them."""

    right: int = 0
    wrong: int = 0
    required: int = 0
    traps: int = 0
    traps_taken: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    named: int = 0
    named_right: int = 0
    unnamed: int = 0
    unnamed_right: int = 0
    misses: list[Miss] = field(default_factory=list)

    def rates(self) -> dict[str, float | None]:
        """Precision, recall, F1, share of traps taken, status and source accuracy."""
        precision = _part(self.right, self.right + self.wrong)
        recall = _part(self.right, self.required)
        both = (precision or 0) + (recall or 0)
        return {
            "precision": precision,
            "recall": recall,
            "f1": 2 * (precision or 0) * (recall or 0) / both if both else None,
            "traps": _part(self.traps_taken, self.traps),
            "status": _part(sum(n for (a, b), n in self.statuses.items() if a == b), self.right),
            "status_macro": self._macro(),
            "source": _part(self.named_right, self.named),
            "source_empty": _part(self.unnamed_right, self.unnamed),
        }

    def _macro(self) -> float | None:
        recalls = []
        for status in STATUSES:
            total = sum(n for (gold, _), n in self.statuses.items() if gold == status)
            if total:
                recalls.append(self.statuses[status, status] / total)
        return sum(recalls) / len(recalls) if recalls else None


def _part(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def score(folder: str | Path) -> dict[str, Score]:
    """Read every text of a folder of `texts/` and `gold/`; a Score for each language.

    Raises Problem where the folder lacks them or a gold file does not fit its text.
    """
    folder = Path(folder)
    gold_files = sorted((folder / "gold").glob("*.json"))
    if not gold_files:
        raise Problem(f"{folder}: no gold/*.json in it; name a folder with texts/ and gold/")
    scores: dict[str, Score] = defaultdict(Score)
    stated = _languages(folder)
    for path in gold_files:
        gold, text = _pair(folder, path)
        language = stated.get(path.stem) or gold.get("lang") or detect(text)
        if language not in languages():
            raise Problem(f"{path.name}: no lexicon for its language, '{language}'")
        article = Article(path.stem, text, "", path.stem, language)
        _score_text(scores[language], article, read(article, lexicon(language)).claims, gold)
    return dict(sorted(scores.items()))


def _languages(folder: Path) -> dict[str, str]:
    try:
        rows = [
            json.loads(line)
            for path in sorted(folder.glob("index*.jsonl"))
            for line in path.read_text("utf-8").splitlines()
            if line.strip()
        ]
        return {row["id"]: row["lang"] for row in rows if "id" in row and "lang" in row}
    except (ValueError, TypeError) as error:
        raise Problem(f"{folder}: index not readable ({error}); one JSON object a line") from None


def _pair(folder: Path, path: Path) -> tuple[dict[str, Any], str]:
    text_path = folder / "texts" / f"{path.stem}.txt"
    try:
        gold = json.loads(path.read_text("utf-8"))
        text = text_path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise Problem(f"{text_path}: missing; each gold file needs its text") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise Problem(f"{path}: not readable: {error}") from None
    try:
        _check(path.name, gold, text)
    except (KeyError, TypeError, AttributeError) as error:
        raise Problem(
            f"{path.name}: a row lacks or misuses {error}; see README, marked texts"
        ) from None
    return gold, text


def _check(name: str, gold: dict[str, Any], text: str) -> None:
    """Refuse rows without a place, words that are not there, kinds that do not exist."""
    for row in (*gold["claims"], *gold.get("not_claims", ())):
        if text[row["start"] : row["end"]] != row["quote"]:
            raise Problem(
                f"{name}: {row['quote']!r} is not at {row['start']} of its text; mend start and end"
            )
    for claim in gold["claims"]:
        if claim["kind"] not in (*KINDS, "casualties"):
            raise Problem(f"{name}: no kind {claim['kind']!r}; one of {', '.join(KINDS)}")


def _score_text(score: Score, article: Article, claims: list[Claim], gold: dict[str, Any]) -> None:
    required = [g for g in gold["claims"] if not g.get("optional") and g["kind"] != "other"]
    ignored = [g for g in gold["claims"] if g.get("optional") or g["kind"] == "other"]
    score.required += len(required)
    found: set[int] = set()
    used: set[int] = set()
    for claim in claims:
        match = _match(claim, required, found)
        if match is not None:
            found.add(match)
            used.add(claim.start)
            score.right += 1
            _score_facts(score, article, claim, required[match])
    for claim in claims:
        if claim.start in used or claim.kind == "other":
            continue
        if any(_overlaps(claim, g) for g in ignored):
            continue
        score.wrong += 1
        what = next((g for g in required if _overlaps(claim, g)), None)
        _note(score, article, "wrong", claim, what)
    for k, g in enumerate(required):
        score.kinds[g["kind"], "right" if k in found else "missed"] += 1
        if k not in found and not any(_overlaps(c, g) and c.kind != "other" for c in claims):
            claim = next((c for c in claims if _overlaps(c, g)), None)
            _note(score, article, "missed", claim, g)
    for trap in gold.get("not_claims", []):
        score.traps += 1
        taken = next((c for c in claims if c.kind != "other" and _overlaps(c, trap)), None)
        if taken is not None and not any(_overlaps(taken, g) for g in gold["claims"]):
            score.traps_taken += 1
            _note(score, article, "trap", taken, trap)


def _match(claim: Claim, required: list[dict[str, Any]], found: set[int]) -> int | None:
    for k, gold in enumerate(required):
        if k not in found and _overlaps(claim, gold) and _same(claim, gold):
            return k
    return None


def _same(claim: Claim, gold: dict[str, Any]) -> bool:
    kinds = LOSSES if gold["kind"] == "casualties" else {gold["kind"]}
    if claim.kind not in kinds:
        return False
    if gold.get("qualifier") == "vague" or gold.get("bound") == "vague":
        return True
    return _close(claim.low, gold["low"]) and _close(claim.high, gold["high"])


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= (SHARE_TOLERANCE if max(abs(a), abs(b)) <= 1 else 1e-6 * abs(b))


def _overlaps(claim: Claim, gold: dict[str, Any]) -> bool:
    return claim.start < gold["end"] and gold["start"] < claim.end


def _score_facts(score: Score, article: Article, claim: Claim, gold: dict[str, Any]) -> None:
    status = gold.get("status", "reported")
    score.statuses[status, claim.status] += 1
    if status != claim.status:
        _note(score, article, "status", claim, gold)
    if gold.get("who"):
        score.named += 1
        right = any(_content(gold["who"]) & _content(who) for who in (*claim.who, *claim.via))
        score.named_right += right
    else:
        score.unnamed += 1
        right = not claim.who
        score.unnamed_right += right
    if not right:
        _note(score, article, "source", claim, gold)


def _content(words: str) -> set[str]:
    """Words that carry a name: long enough to be no article or preposition, or abbreviations."""
    found = re.findall(r"[^\W\d_]+", words)
    kept = {w.lower() for w in found if len(w) > 3 or (len(w) > 1 and w.isupper())}
    return kept or {w.lower() for w in found}


def _note(score: Score, article: Article, what: str, claim: Claim | None, gold) -> None:
    start = claim.start if claim is not None else gold["start"]
    end = claim.end if claim is not None else gold["end"]
    around = article.text[max(0, start - 90) : end + 90].replace("\n", " ")
    expected = _told(gold) if gold else "nothing"
    got = _told_claim(claim) if claim is not None else "nothing"
    score.misses.append(Miss(article.id, what, article.text[start:end], expected, got, around))


def _told(gold: dict[str, Any]) -> str:
    if "kind" not in gold:
        return f"no claim ({gold['why']})" if "why" in gold else "no claim"
    return f"{gold['kind']} {gold['low']}–{gold['high']} {gold.get('status')} {gold.get('who')}"


def _told_claim(claim: Claim) -> str:
    return f"{claim.kind} {claim.low}–{claim.high} {claim.status} {', '.join(claim.who) or None}"
