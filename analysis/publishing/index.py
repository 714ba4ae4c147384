"""The page that lists the pages of a folder, and the page of a report that failed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from analysis.publishing import exporter
from analysis.publishing.files import Beside
from analysis.publishing.notebooks import order
from analysis.wording import wording

META = re.compile(r'<meta name="effectifs:(\w+)" content="([^"]*)">')
TITLE = re.compile(r"<title>(.*?)</title>", re.S)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it tells of itself."""

    name: str
    href: str
    title: str
    parameters: dict[str, str]
    articles: list[str]


def write(folder: Path, language: str = "en") -> None:
    """Write the index of the pages that a folder holds."""
    with Beside(folder) as beside:
        beside.write("index.html", text(folder, language))
        beside.publish()


def text(folder: Path, language: str = "en") -> str:
    """The index as HTML: each page with its title, parameters and articles."""
    words = wording(language)
    found = sorted(folder.glob("*.html"), key=lambda path: order(path.stem))
    pages = [page(path) for path in found if not path.stem.endswith(".failed")]
    failed = [path for path in found if path.stem.endswith(".failed")]
    data = [folder / "data", *(folder / path.stem / "data" for path in found)]
    return exporter.template("index.html.j2").render(
        language=language,
        words=words["page"],
        index=words["index"],
        title=words["index"]["title"],
        pages=[each for each in pages if each],
        failed=[{"name": path.stem.removesuffix(".failed"), "href": path.name} for path in failed],
        data=[_package(place, folder) for place in data if (place / "datapackage.json").is_file()],
    )


def page(path: Path) -> Page | None:
    """What a page says of itself in its head; None for one that is not ours."""
    with path.open(encoding="utf-8") as file:
        head = file.read(60_000)
    told: dict[str, Any] = {name: json.loads(unescape(value)) for name, value in META.findall(head)}
    if "parameters" not in told:
        return None
    title = TITLE.search(head)
    name = unescape(title[1]) if title else path.stem
    return Page(path.stem, path.name, name, told["parameters"], told.get("articles", []))


def failed(name: str, error: str, source: str, language: str = "en") -> str:
    """The page of a report that did not end: the cell and the error."""
    words = wording(language)
    return exporter.template("failed.html.j2").render(
        language=language,
        words=words["page"],
        index=words["index"],
        title=f"{name}: {words['index']['failed'].lower()}",
        error=error,
        source=source,
    )


def _package(place: Path, folder: Path) -> str:
    return (place / "datapackage.json").relative_to(folder).as_posix()
