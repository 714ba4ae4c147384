"""An executed notebook as the parts of a page: opening, sections, figures numbered, links whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from markupsafe import Markup, escape

from analysis.publishing import notebooks
from analysis.publishing.figure import chart
from analysis.publishing.provenance import told_by
from analysis.shown import visible

HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.S)
TAG = re.compile(r"<[^>]+>")
IN_JUPYTER = re.compile(r'<style class="in-jupyter">.*?</style>\s*', re.S)


@dataclass(slots=True)
class Heading:
    """A heading with its anchor."""

    level: int
    id: str
    html: Markup


@dataclass(slots=True)
class Section:
    """A heading and the blocks below it; the opening has none."""

    heading: Heading | None
    blocks: list[Markup] = field(default_factory=list)


class Unfinished(Exception):
    """The notebook was not run, or not to its end."""


def check_finished(notebook: Any, name: str) -> None:
    """Raise Unfinished, with the cell, where a notebook stopped or was never run."""
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        for output in cell.outputs:
            if output.output_type == "error":
                said = f"{output.ename}: {output.evalue}"
                raise Unfinished(f"{name}, cell {number} failed ({said}); mend it and run again")
        if cell.execution_count is None:
            raise Unfinished(f"{name}, cell {number} was not run; run all cells, then export")


def sections(notebook: Any, language: str, words: dict[str, str]) -> list[Section]:
    """The cells of a notebook as sections, prose in one language, code folded."""
    found, taken = [Section(None)], {"report", "contents", "provenance", "all-code"}
    waiting: list[str] = []  # code that shows nothing goes with the next that does
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and _meant(cell, language):
            for heading, html in _prose(cell.source, taken):
                if heading and heading.level == 2:
                    found[-1].blocks += _code(waiting, words)
                    found.append(Section(heading))
                    waiting = []
                elif html:
                    found[-1].blocks.append(html)
        elif cell.cell_type == "code" and notebooks.INJECTED not in notebooks.tags(cell):
            shown = [each for output in cell.outputs if (each := _output(output, words))]
            waiting.append(cell.source)
            found[-1].blocks += shown
            if shown and found[-1].heading:
                found[-1].blocks += _code(waiting, words)
                waiting = []
    found[-1].blocks += _code(waiting, words)
    return found


def _meant(cell: Any, language: str) -> bool:
    said = [tag[5:] for tag in notebooks.tags(cell) if tag.startswith("lang-")]
    return not said or language in said


def _prose(source: str, taken: set[str]) -> Iterator[tuple[Heading | None, Markup]]:
    html, at = markdown(source), 0
    for match in HEADING.finditer(html):
        if before := html[at : match.start()].strip():
            yield None, Markup(before)
        heading = _heading(match, taken)
        yield heading, Markup("" if heading.level == 2 else _inner(heading))
        at = match.end()
    if rest := html[at:].strip():
        yield None, Markup(rest)


def _heading(match: re.Match[str], taken: set[str]) -> Heading:
    html = Markup(match[2])
    stem = re.sub(r"[^\w]+", "-", html.striptags().lower()).strip("-") or "part"
    slug = next(each for each in _numbered(stem) if each not in taken)
    taken.add(slug)
    return Heading(max(2, int(match[1])), slug, html)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in range(2, 10_000))


def _inner(heading: Heading) -> Markup:
    return Markup('<h{0} id="{1}">{2}</h{0}>').format(heading.level, heading.id, heading.html)


def markdown(source: str) -> str:
    """Markdown as HTML; tags written in it are shown, not obeyed."""
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    renderer = IPythonRenderer(escape=True, exclude_anchor_links=True)
    return str(MarkdownWithMath(renderer=renderer).render(source))


def _code(sources: list[str], words: dict[str, str]) -> list[Markup]:
    cells = Markup("\n").join(
        Markup('<pre data-no-claim tabindex="0"><code>{}</code></pre>').format(source)
        for source in sources
        if source.strip()
    )
    folded = Markup('<details class="code"><summary>{}</summary>\n{}\n</details>')
    return [folded.format(words["cell_code"], cells)] if cells else []


def _output(output: Any, words: dict[str, str]) -> Markup | None:
    if output.output_type == "stream":
        # Standard error holds warnings of libraries, which differ from machine to machine
        text = output.text if output.name == "stdout" else ""
        return Markup("<pre>{}</pre>").format(visible(text)) if text.strip() else None
    data = output.get("data", {})
    if "image/svg+xml" in data:
        return chart(data["image/svg+xml"], told_by(output, "image/svg+xml"), words)
    if "text/html" in data:
        return Markup(IN_JUPYTER.sub("", data["text/html"]))
    if "text/plain" in data:
        return Markup("<pre>{}</pre>").format(visible(data["text/plain"]))
    return None


def title(parts: list[Section]) -> str:
    """The words of the page's h1, for the window and the index."""
    for section in parts:
        for block in section.blocks:
            if found := re.search(r"<h1[^>]*>(.*?)</h1>", block, re.S):
                return " ".join(re.split(r"[ \n]+", unescape(TAG.sub("", found[1])))).strip()
    return next((part.heading.html.striptags() for part in parts if part.heading), "")


def with_title(parts: list[Section], name: str) -> list[Section]:
    """The sections with an h1, made of the notebook's name where no cell gave one."""
    if not any("<h1" in block for section in parts for block in section.blocks):
        parts[0].blocks.insert(0, Markup("<h1>{}</h1>").format(name))
    return parts


def plain_heading(heading: Heading) -> Markup:
    """A heading's words without links, for the contents."""
    return escape(TAG.sub("", heading.html))
