"""The styles that JupyterLab lacks and a page has of its own; they travel with what is shown."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markupsafe import Markup

from analysis import style
from analysis.model import KINDS
from analysis.shown import Shown

STYLE = Path(__file__).parent / "jupyter.css"


def in_jupyter(shown: Shown) -> Shown:
    """The same with its styles, once; the page's exporter takes them off again.

    >>> once = in_jupyter(Shown(Markup("<mark>7</mark>"), "7"))
    >>> in_jupyter(once).html == once.html
    True
    """
    bare = Markup(str(shown.html).replace(styles(), ""))
    return Shown(styles() + bare, shown.text, shown.about)


@cache
def styles() -> Markup:
    """The style element that goes before a table or an article."""
    rules = f"{STYLE.read_text('utf-8')}{kinds_css()}"
    return Markup('<style class="in-jupyter">{}</style>\n').format(Markup(rules))


def kinds_css() -> str:
    """Sign and colour of each kind, the same as in the charts.

    >>> kinds_css().splitlines()[0]
    '.k-deployed { --sign: "●"; --hue: var(--forces); }'
    """
    names = {colour: name for name, colour in style.COLOURS.items()}
    rule = '.k-{} {{ --sign: "{}"; --hue: var(--{}); }}'
    return "\n".join(
        rule.format(kind, style.kind_sign(kind), names[style.kind_colour(kind)]) for kind in KINDS
    )
