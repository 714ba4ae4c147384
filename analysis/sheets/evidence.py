"""What was read: claims, the numbers that are none, dates."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup, escape

from analysis import style
from analysis.sheets import cells
from analysis.sheets.table import Column, table
from analysis.shown import Shown, claim_link, exempt, lang, quoted, visible
from analysis.wording import country, label, wording

AROUND = 45  # characters on each side of a number that is no claim


def claims(corpus: Any) -> Shown:
    """Every claim of a corpus, each row the place that its number leads to.

    Columns: figure, kind, status, who says so, when, sentence, with the rest folded below it.
    """
    language, spoken = corpus.language, _languages(corpus)
    words = wording(language)["sheet"]
    columns = [
        Column(words["figure"], lambda row: cells.figure(row, language), "num"),
        *by_article(corpus),
        Column(words["kind"], lambda row: cells.kind(row, language)),
        Column(words["status"], lambda row: cells.status(row, language, spoken(row))),
        Column(words["who"], lambda row: cells.who(row, corpus.parties, language, spoken(row))),
        Column(words["when"], lambda row: cells.when(row, language, spoken(row))),
        Column(words["sentence"], lambda row: _sentence(row, language, spoken(row)), "long"),
    ]
    frame = corpus.claims
    return table("claims", frame, columns, language, _claim_id, _parties(corpus))


def unread(corpus: Any) -> Shown:
    """Every number that is no claim, with what it was taken for and why."""
    language, spoken = corpus.language, _languages(corpus)
    words = wording(language)["unread"]
    texts = {document.id: document.text for document in corpus.documents}
    columns = [
        Column(words["quote"], lambda row: quoted(row["quote"], spoken(row)), "num"),
        Column(words["role"], lambda row: _role(row, language)),
        Column(words["place"], lambda row: around(row, texts, spoken(row)), "long"),
        *by_article(corpus),
    ]
    frame = corpus.figures
    return table("unread", frame[frame["role"] != "claim"], columns, language)


def dates(corpus: Any) -> Shown:
    """Every date of a corpus: as written, in the reader's locale, and the sentence."""
    language, spoken = corpus.language, _languages(corpus)
    words, known = wording(language)["dates"], cells.figures(corpus)
    columns = [
        Column(words["quote"], lambda row: quoted(row["quote"], spoken(row))),
        Column(words["date"], lambda row: _date(row, language)),
        Column(words["tense"], lambda row: _tense(row, language)),
        Column(words["figure"], lambda row: _figure(row, known, language), "num"),
        Column(wording(language)["sheet"]["sentence"], lambda row: _said(row, spoken), "long"),
        *by_article(corpus),
    ]
    return table("dates", corpus.dates, columns, language)


def _claim_id(row: dict[str, Any]) -> str:
    return f"claim-{row['claim']}"


def _languages(corpus: Any):
    known = dict(zip(corpus.articles["article"], corpus.articles["language"], strict=True))
    return lambda row: known.get(row["article"])


def _parties(corpus: Any) -> list[Markup]:
    words = wording(corpus.language)["sheet"]
    if not corpus.parties:
        return [Markup("{}").format(words["unmarked"])]
    names = (country(code, corpus.language) for code in corpus.parties)
    return [escape(words["marked"].format(parties=", ".join(names)))]


def by_article(corpus: Any) -> list[Column]:
    """A column for the article, where there are several."""
    if len(corpus.articles) < 2:
        return []
    head = wording(corpus.language)["sheet"]["article"]
    return [Column(head, lambda row: exempt(visible(row["article"])), "name")]


def _sentence(row: dict[str, Any], language: str, spoken: str | None) -> Markup:
    return cells.sentence(row, spoken) + cells.folded(row, language, spoken)


def _role(row: dict[str, Any], language: str) -> Markup:
    shown = Markup("{}").format(label("role", row["role"], language))
    if row["role"] != "unread" or cells.missing(row["reason"]):
        return shown
    reason = visible(label("reason", row["reason"], language))
    return shown + Markup(" (<span data-no-claim>{}</span>)").format(reason)


def around(row: dict[str, Any], texts: dict[str, str], spoken: str | None) -> Markup:
    """A number between the words that stand around it in its article, on one line."""
    text, start, end = texts.get(row["article"], ""), row["start"], row["end"]
    before, after = _until(text[:start][::-1])[::-1], _until(text[end : end + 1000])
    shown = Markup("<q{} data-no-claim>{}<b>{}</b>{}</q>")
    return shown.format(lang(spoken), visible(before), visible(text[start:end]), visible(after))


def _until(text: str) -> str:
    """The beginning of a text: its line, or some whole words of it."""
    line = text[:1000].partition("\n")[0]
    if len(line) <= AROUND:
        return line
    return line[:AROUND].rpartition(" ")[0] + " …"


def _date(row: dict[str, Any], language: str) -> Markup:
    if cells.missing(row["date"]):
        return Markup("{}").format(wording(language)["dates"]["relative"])
    return exempt(style.date_text(row["date"], language))


def _tense(row: dict[str, Any], language: str) -> Markup:
    shown = Markup("{}").format(label("tense", row["tense"], language))
    if not cells.missing(row["status"]):
        shown += Markup(", {}").format(style.status_label(row["status"], language))
    return shown


def _figure(row: dict[str, Any], known: dict[str, cells.Row], language: str) -> Markup:
    if row["claim"] not in known:
        return Markup("")
    return claim_link(row["claim"], cells.amount(known[row["claim"]], language))


def _said(row: dict[str, Any], spoken: Any) -> Markup:
    return cells.sentence(row, spoken(row))
