"""An article read: `read(article)` gives its claims, dates and figures."""

from analysis.reading.claims import Reading, read

__all__ = ["Reading", "read"]
