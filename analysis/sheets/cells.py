"""What stands in the cells of a claim's row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from analysis import style
from analysis.shown import carried_id, claim_link, exempt, lang, quoted, visible
from analysis.wording import label, wording

Row = Mapping[str, Any]
JOIN = Markup(", ")


def missing(value: Any) -> bool:
    """Whether a cell of a frame holds nothing.

    >>> missing(None), missing(float("nan")), missing(()), missing("2024")
    (True, True, True, False)
    """
    if isinstance(value, (tuple, list, dict)):
        return not value
    return value is None or bool(pd.isna(value))


def amount(row: Row, language: str) -> str:
    """The figure in the reader's locale, its bound kept."""
    quote = visible(row.get("quote") or "")
    return style.amount(row["low"], row["high"], row["bound"], row["unit"], language, quote)


def figures(corpus: Any) -> dict[str, Row]:
    """What each claim's figure is told from, by its id."""
    columns = ["claim", "low", "high", "bound", "unit", "quote"]
    rows = corpus.claims[columns].to_dict("records")
    return {row["claim"]: row for row in rows}


def figure(row: Row, language: str) -> Markup:
    """The figure as a link to its words in the article."""
    shown = amount(row, language)
    name = wording(language)["sheet"]["words_of"].format(figure=shown)
    link = Markup('<a class="n to-words" href="#words-{}" aria-label="{}">{}</a>')
    return link.format(row["claim"], name, shown)


def kind(row: Row, language: str) -> Markup:
    """The kind with its sign and colour."""
    return Markup('<span class="sign k-{}">{}</span>').format(
        row["kind"], style.kind_label(row["kind"], language)
    )


def status(row: Row, language: str, spoken: str | None) -> Markup:
    """The status, and the words that hedge it."""
    shown = Markup('<span class="status s-{}">{}</span>').format(
        row["status"], style.status_label(row["status"], language)
    )
    return shown + hedged(row, spoken) + carried(row, "status", language)


def hedged(row: Row, spoken: str | None) -> Markup:
    """The hedge as written, after a space, where there is one."""
    if missing(row["hedge"]):
        return Markup("")
    return Markup(" ({})").format(JOIN.join(quoted(word, spoken) for word in row["hedge"]))


def who(row: Row, parties: Iterable[str], language: str, spoken: str | None) -> Markup:
    """Whom the figure rests on and who relays it, parties to the war marked."""
    words = wording(language)["sheet"]
    if missing(row["who"]):
        shown = escape(words["unattributed"])
    else:
        shown = JOIN.join(_words(word, spoken) for word in row["who"])
    if set(row.get("who_code") or ()) & set(parties):
        shown += Markup(' <span class="party">{}</span>').format(words["party"])
    if not missing(row["via"]):
        via = JOIN.join(_words(word, spoken) for word in row["via"])
        shown += Markup(" <small>{}</small>").format(Markup(words["via"]).format(via=via))
    return shown + carried(row, "who", language)


def carried(row: Row, column: str, language: str) -> Markup:
    """A mark, and a link to the words, where a value came from another sentence."""
    if column not in (row.get("inherited") or {}):
        return Markup("")
    words = wording(language)["sheet"]
    link = Markup(' <a class="carried" href="#{}" title="{}">{}</a>')
    return link.format(carried_id(row["claim"], column), words["carried_title"], words["carried"])


def when(row: Row, language: str, spoken: str | None) -> Markup:
    """The date in the reader's locale, or the words where they are relative."""
    words = wording(language)["sheet"]
    if not missing(row["date"]):
        shown = exempt(style.date_text(row["date"], language))
    elif not missing(row["date_text"]):
        shown = quoted(row["date_text"], spoken)
    else:
        shown = escape(words["undated"])
    return shown + carried(row, "date", language)


def sentence(row: Row, spoken: str | None) -> Markup:
    """The sentence of a row, with the row's own words marked."""
    text, quote = row["sentence"], row["quote"]
    before, found, after = text.partition(quote)
    if not found:
        return quoted(text, spoken)
    marked = Markup("{}<b>{}</b>{}").format(visible(before), visible(quote), visible(after))
    return Markup("<q{} data-no-claim>{}</q>").format(lang(spoken), marked)


def folded(row: Row, language: str, spoken: str | None) -> Markup:
    """Everything else that the row knows, behind a native toggle."""
    words = wording(language)["sheet"]
    pairs = Markup("").join(
        Markup("<dt>{}</dt><dd>{}</dd>").format(term, value)
        for term, value in _rest(row, language, spoken)
    )
    toggle = Markup("<details><summary>{}</summary><dl>{}</dl></details>")
    return toggle.format(words["more"], pairs)


def _rest(row: Row, language: str, spoken: str | None) -> Iterable[tuple[str, Markup]]:
    words = wording(language)["sheet"]
    yield words["article"], exempt(visible(row["article"]))
    yield words["section"], escape(words.get(row["section"], row["section"]))
    for column in ("actor", "origin", "destination"):
        if not missing(row[column]):
            yield words[column], _place(row, column, language, spoken)
    for column in ("of", "restates"):
        if not missing(row[column]):
            yield words[column], claim_link(row[column], exempt(row[column]))
    if row["additional"] is True or str(row["additional"]) == "True":
        yield words["additional"], escape(words["yes"])
    if not missing(row["date_text"]):
        yield words["date_text"], quoted(row["date_text"], spoken)
    if not missing(row["flags"]):
        yield words["flags"], JOIN.join(label("flag", flag, language) for flag in row["flags"])
    place = words["place_value"].format(start=row["start"], end=row["end"])
    yield words["place"], exempt(place)
    yield words["id"], exempt(row["claim"])


def _place(row: Row, column: str, language: str, spoken: str | None) -> Markup:
    shown = _words(row[column], spoken)
    if not missing(row[f"{column}_code"]):
        shown += Markup(" ({})").format(row[f"{column}_code"])
    return shown + carried(row, column, language)


def _words(text: str, spoken: str | None) -> Markup:
    return Markup("<span{} data-no-claim>{}</span>").format(lang(spoken), visible(text))
