"""What went in: the articles, and what could not be used of them."""

from __future__ import annotations

from importlib import metadata
from typing import Any

from markupsafe import Markup, escape

from analysis import style
from analysis.sheets.cells import missing
from analysis.sheets.table import Column, table
from analysis.shown import Shown, counted, exempt, visible
from analysis.wording import label, wording


def articles(corpus: Any) -> Shown:
    """The articles read, with publisher, date and hash; tells the page its provenance."""
    language = corpus.language
    words = wording(language)["articles"]
    columns = [
        Column(wording(language)["sheet"]["article"], _name),
        Column(words["language"], lambda row: label("language", row["language"], language)),
        Column(words["publisher"], lambda row: _publisher(row, words["not_stated"])),
        Column(words["published"], lambda row: _published(row, language)),
        Column(words["claims"], lambda row: counted(style.count(row["claims"], language)), "num"),
        Column(words["figures"], lambda row: counted(style.count(row["figures"], language)), "num"),
        Column(words["sha256"], _hash, "hash"),
    ]
    shown = table("articles", corpus.articles, columns, language)
    return Shown(shown.html, shown.text, {"provenance": provenance(corpus)})


def problems(corpus: Any) -> Shown:
    """What could not be used, and what helps; a sentence where all is well."""
    language = corpus.language
    words = wording(language)["problems"]
    columns = [
        Column(wording(language)["sheet"]["article"], _name),
        Column(words["problem"], lambda row: exempt(visible(row["problem"]))),
        Column(words["mend"], lambda row: exempt(visible(row["mend"]))),
    ]
    return table("problems", corpus.problems, columns, language)


def provenance(corpus: Any) -> dict[str, Any]:
    """The articles with their hashes, and the versions that read them."""
    rows = corpus.articles[["source", "sha256"]].to_dict("records")
    return {"articles": rows, "versions": versions()}


def versions() -> dict[str, str]:
    """The version of effectifs and of each package that it asks for itself."""
    try:
        asked = metadata.requires("effectifs") or []
        found = {"effectifs": metadata.version("effectifs")}
    except metadata.PackageNotFoundError:
        return {}
    for name in sorted(_requirement(line) for line in asked if "extra ==" not in line):
        found[name] = metadata.version(name)
    return found


def _requirement(line: str) -> str:
    name = line.split(";")[0]
    for sign in "[<>=!~ (":
        name = name.split(sign)[0]
    return name.strip()


def _name(row: dict[str, Any]) -> Markup:
    return Markup('<span class="name" data-no-claim>{}</span>').format(visible(str(row["article"])))


def _publisher(row: dict[str, Any], unknown: str) -> Markup:
    name = unknown if missing(row["publisher"]) else visible(row["publisher"])
    url = "" if missing(row["url"]) else str(row["url"])
    if not url.startswith(("https://", "http://")):
        return exempt(name)
    link = Markup('<a rel="noreferrer" href="{}" data-no-claim>{}</a>')
    return link.format(url, name)


def _published(row: dict[str, Any], language: str) -> Markup:
    if missing(row["published"]):
        return escape(wording(language)["articles"]["not_stated"])
    return exempt(style.date_text(row["published"], language))


def _hash(row: dict[str, Any]) -> Markup:
    return Markup("<code data-no-claim>{}</code>").format(row["sha256"])
