"""A chart with title, caption, alternative and data, shown alike in JupyterLab and on a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from analysis.charts.data import as_html, as_text, spoken
from analysis.counting import unmarked
from analysis.shown import paragraph, visible

if TYPE_CHECKING:
    from matplotlib.figure import Figure


MARGIN = 0.12  # inches around a PNG


@dataclass(frozen=True)
class Chart:
    """A figure and the words that say the same; no figure where there is nothing to draw.

    `title` is a sentence that names the source, `alt` what the chart shows, `data` the rows
    that are drawn: `low` and `high` in persons, as a share (0 to 1) or as a ratio, by `unit`.

    >>> Chart(None, "No plan is told.")
    No plan is told.
    """

    figure: Figure | None
    title: str
    caption: str = ""
    alt: str = ""
    data: pd.DataFrame = field(default_factory=pd.DataFrame)
    name: str = "chart"
    language: str = "en"
    nothing: Markup | None = None  # the title with its numbers as links, where nothing is drawn
    said: dict[str, str] = field(default_factory=dict, init=False, repr=False)  # with its marks

    def __post_init__(self) -> None:
        self.said.update(title=self.title, caption=self.caption, alt=self.alt)
        for name, words in self.said.items():
            object.__setattr__(self, name, unmarked(words))

    def __repr__(self) -> str:
        if self.figure is None:
            return visible(self.title)
        parts = (self.title, self.alt, as_text(self.data))
        return "\n\n".join(part for part in map(visible, parts) if part)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        if self.figure is None:
            shown = paragraph(self.nothing or self.title, css="nothing")
            return {"text/html": str(shown.html), "text/plain": repr(self)}, {}
        bundle = {"image/png": self.png(), "image/svg+xml": self.svg(), "text/plain": repr(self)}
        return bundle, {"image/svg+xml": {"effectifs": self.about()}}

    def svg(self) -> str:
        """The picture as SVG: text is text, each mark a link to its row, ids its own."""
        from analysis.charts.svg import svg

        said = sha256(repr(self).encode()).hexdigest()[:6]
        words = spoken(self.data, self.language, "sentence")
        return svg(self.figure, f"{self.name}-{said}", words)

    def png(self) -> bytes:
        """The picture as PNG, for where SVG is not shown."""
        from matplotlib.transforms import Bbox

        from analysis.charts.sheet import settings
        from analysis.charts.text import quiet

        out, (width, height) = BytesIO(), self.figure.get_size_inches()
        framed = Bbox([[-MARGIN, -MARGIN], [width + MARGIN, height + MARGIN]])
        with settings(), quiet():
            self.figure.savefig(out, format="png", bbox_inches=framed, metadata={"Software": None})
        return out.getvalue()

    def about(self) -> dict[str, str]:
        """What the page says of the picture: its words with their marks, data with links."""
        from analysis.charts.svg import untitled

        return {
            "name": self.name,
            **self.said,
            "spoken": spoken(self.data, self.language),
            "data_html": str(as_html(self.data, self.language)),
            "untitled": untitled(self.figure),
        }
