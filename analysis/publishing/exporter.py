"""An executed notebook as a page: `jupyter nbconvert --to effectifs`, and JupyterLab's menu."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from nbconvert.exporters.exporter import Exporter
from nbconvert.utils.exceptions import ConversionException
from traitlets import default

from analysis import style
from analysis.jupyter import kinds_css
from analysis.model import LANGUAGES
from analysis.publishing import links, page, parameters, provenance
from analysis.wording import wording

TEMPLATE = Path(__file__).parent / "template"
LISTED = 200  # articles in the provenance, each with its hash
NAMED = 12  # files named on the index
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class EffectifsExporter(Exporter):
    """A page that loads nothing, runs nothing, and whose numbers lead to their words."""

    export_from_notebook = "Effectifs"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[str, Any]:
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        name = resources.get("metadata", {}).get("name") or "notebook"
        try:
            return render(nb, name), resources
        except page.Unfinished as error:
            raise ConversionException(str(error)) from None


def render(notebook: Any, name: str) -> str:
    """The page of an executed notebook; raises page.Unfinished where it did not end."""
    page.check_finished(notebook, name)
    given = parameters.given(notebook)
    language = given.get("language") if given.get("language") in LANGUAGES else "en"
    words = wording(language)["page"]
    parts = page.with_title(page.sections(notebook, language, words), name)
    about = provenance.of(notebook)
    html = template("page.html.j2").render(
        language=language,
        words=words,
        values=wording(language)["value"],
        title=page.title(parts),
        opening=parts[0],
        sections=parts[1:],
        parties=any('class="party"' in block for part in parts for block in part.blocks),
        plain_heading=page.plain_heading,
        about=about,
        listed=LISTED,
        cut=cut(about, language),
        metas={"parameters": changed(about), "articles": sources(about)},
    )
    return links.whole(links.numbered(html, words))


def changed(about: provenance.Provenance) -> str:
    """The parameters that are not the notebook's own, as JSON for the index."""
    kept = {name: about.parameters[name] for name in about.changed}
    return json.dumps(kept, ensure_ascii=False)


def sources(about: provenance.Provenance) -> str:
    """The names of the files that articles come from, each once, as JSON for the index."""
    names = list(dict.fromkeys(row["source"] for row in about.articles or ()))
    more = [f"… ({style.count(len(names))})"] if len(names) > NAMED else []
    return json.dumps(names[:NAMED] + more, ensure_ascii=False)


def cut(about: provenance.Provenance, language: str) -> Markup:
    """How many articles the provenance lists, where not all."""
    n = len(about.articles or ())
    if n <= LISTED:
        return Markup("")
    shown, total = (style.count(each, language) for each in (LISTED, n))
    return Markup(wording(language)["page"]["articles_cut"]).format(shown=shown, n=total)


@cache
def template(name: str) -> jinja2.Template:
    """One of the project's templates, which escape whatever they are given."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals["policy"] = POLICY
    environment.globals["style"] = Markup(_style())
    return environment.get_template(name)


def _style() -> str:
    sheets = ("page.css", "evidence.css", "print.css")
    texts = [(TEMPLATE / sheet).read_text("utf-8") for sheet in sheets]
    return "\n".join([*texts, kinds_css()])
