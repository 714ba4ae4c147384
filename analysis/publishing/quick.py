"""One import made quick: jsonschema's grammar of web addresses, which no notebook needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

SLOW = "rfc3987_syntax"  # a grammar compiled at import: 2 s and more, for a format nobody checks


@contextmanager
def imports() -> Iterator[None]:
    """Within it nbformat is imported without that grammar, as where it is not installed.

    >>> with imports():
    ...     import nbformat
    """
    if SLOW in sys.modules:
        yield
        return
    sys.modules[SLOW] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[SLOW]
