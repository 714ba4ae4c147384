"""Where a page comes from: parameters, articles, sources, versions; file names only, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from analysis.publishing import notebooks, parameters
from analysis.sheets.inputs import versions


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a page prints at its end, and what the index repeats of it."""

    parameters: dict[str, str]
    changed: tuple[str, ...]  # names of the parameters that are not the notebook's own
    articles: list[dict[str, str]] | None  # source and sha256; None: the notebook does not say
    sources: str
    versions: dict[str, str]
    in_order: bool


def of(notebook: Any) -> Provenance:
    """The provenance of an executed notebook."""
    told = _told(notebook)
    values = parameters.given(notebook)
    return Provenance(
        parameters=parameters.shown(values),
        changed=tuple(_changed(notebook, values)),
        articles=told.get("articles"),
        sources=notebooks.sources_sha256(notebook),
        versions=_ordered(told.get("versions") or versions()),
        in_order=_in_order(notebook),
    )


def _ordered(found: dict[str, str]) -> dict[str, str]:
    # A notebook that went through a file has its keys sorted
    return dict(sorted(found.items(), key=lambda item: (item[0] != "effectifs", item[0])))


def _told(notebook: Any) -> dict[str, Any]:
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            about = told_by(output, "text/html")
            if "provenance" in about:
                return about["provenance"]
    return {}


def told_by(output: Any, mime: str) -> dict[str, Any]:
    """What an output tells the page: its metadata under `effectifs`, with or without mime type."""
    metadata = output.get("metadata", {})
    return metadata.get(mime, {}).get("effectifs") or metadata.get("effectifs") or {}


def _changed(notebook: Any, values: dict[str, Any]) -> list[str]:
    own = {name: each.default for name, each in parameters.declared(notebook).items()}
    return [name for name, value in values.items() if name in own and own[name] != value]


def _in_order(notebook: Any) -> bool:
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    run = [count for count in counts if count]
    return run == sorted(run)
