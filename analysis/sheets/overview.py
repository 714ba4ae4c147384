"""A corpus at a glance, as JupyterLab shows it: counts, problems, the articles marked."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from analysis import annotate, style
from analysis.jupyter import in_jupyter
from analysis.sheets.inputs import problems
from analysis.shown import Shown, counted, paragraph, together
from analysis.wording import wording

ARTICLES = 3  # shown in words at a glance


def overview(corpus: Any) -> Shown:
    """How many articles, claims and numbers not read; what went wrong; the first articles."""
    words = wording(corpus.language)["overview"]
    unread = int((corpus.figures["role"] == "unread").sum())
    counts = {
        "articles": len(corpus.articles),
        "claims": len(corpus.claims),
        "figures": len(corpus.figures),
        "unread": unread,
    }
    told = {name: counted(style.count(n, corpus.language)) for name, n in counts.items()}
    parts = [paragraph(Markup(words["counts"]).format(**told)), problems(corpus)]
    parts += [
        annotate.article(each, _claims(corpus, each), corpus.language, corpus.evidence)
        for each in corpus.documents[:ARTICLES]
    ]
    if len(corpus.documents) > ARTICLES:
        parts.append(paragraph(words["more"]))
    return in_jupyter(together(parts))


def _claims(corpus: Any, document: Any) -> Any:
    return corpus.claims[corpus.claims["article"] == document.id]
