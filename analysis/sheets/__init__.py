"""What a page shows in tables and in words: sensible columns first, the rest folded."""

from analysis.annotate import articles as words
from analysis.sheets.derived import checks, derived
from analysis.sheets.evidence import claims, dates, unread
from analysis.sheets.inputs import articles, problems
from analysis.sheets.overview import overview
from analysis.sheets.place import show

__all__ = [
    "articles",
    "checks",
    "claims",
    "dates",
    "derived",
    "overview",
    "problems",
    "show",
    "unread",
    "words",
]
