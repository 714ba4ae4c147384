"""Parameters checked where they are used: one line in JupyterLab, papermill and shell alike."""

from __future__ import annotations

import ast
import difflib
import math
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from analysis.model import Problem

INJECTED = "# Parameters"  # papermill's first line in the cell that it adds


def names(name: str, value: Any) -> tuple[str, ...] | None:
    """A list of names given as a list, as one name or as `a,b`; None stays None.

    >>> names("kinds", "killed, wounded")
    ('killed', 'wounded')
    """
    if value is None:
        return None
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    if isinstance(value, (bool, float)) or not isinstance(value, (int, Iterable)):
        raise Problem(f"parameter {name}: {value!r} is not a list of names; give it as a,b")
    parts = (value,) if isinstance(value, int) else tuple(value)
    wrong = [part for part in parts if isinstance(part, bool) or not isinstance(part, (str, int))]
    if wrong:
        raise Problem(f"parameter {name}: {wrong[0]!r} is not a name; give names as a,b")
    return tuple(str(part) for part in parts)


def choice(name: str, value: Any, allowed: Sequence[str]) -> str:
    """One of the allowed words, or a Problem that says which they are.

    >>> choice("language", "fr", ("en", "fr"))
    'fr'
    """
    if isinstance(value, str) and value in allowed:
        return value
    known = ", ".join(allowed)
    raise Problem(f"parameter {name}: {value!r} is none of {known}{guess(value, allowed)}")


def choices(name: str, value: Any, allowed: Sequence[str]) -> tuple[str, ...] | None:
    """Several of the allowed words, in the order given, each once; None stays None.

    >>> choices("kinds", "killed,wounded", ("killed", "wounded", "missing"))
    ('killed', 'wounded')
    """
    wanted = names(name, value)
    if wanted is None:
        return None
    return tuple(dict.fromkeys(choice(name, word, allowed) for word in wanted))


def articles(name: str, value: Any, present: Sequence[str]) -> tuple[str, ...] | None:
    """Ids of articles that are there; 0 finds `000`, which papermill makes a number.

    >>> articles("articles", 0, ("000", "001"))
    ('000',)
    """
    wanted = names(name, value)
    if wanted is None:
        return None
    return tuple(dict.fromkeys(_article(name, word, present) for word in wanted))


def _article(name: str, word: str, present: Sequence[str]) -> str:
    if word in present:
        return word
    same = [other for other in present if other.isdecimal() and word.isdecimal()]
    same = [other for other in same if int(other) == int(word)]
    if len(same) == 1:
        return same[0]
    mend = guess(word, present) or "; the articles are the names of the files, without .txt"
    raise Problem(f"parameter {name}: no article {word!r}{mend}")


def amount(name: str, value: Any) -> float:
    """A number of persons, zero or more, whole or not; digits in a string will do.

    >>> amount("arrivals", "500")
    500.0
    """
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise Problem(f"parameter {name}: {value!r} is not a number of persons; give 0 or more")
    return number


def codes(name: str, value: Any) -> tuple[str, ...] | None:
    """Country codes of two letters, written large; an empty list says that nobody is meant.

    >>> codes("parties", "ua,ru")
    ('UA', 'RU')
    """
    wanted = names(name, value)
    if wanted is None:
        return None
    wrong = [word for word in wanted if not (len(word) == 2 and word.isascii() and word.isalpha())]
    if wrong:
        raise Problem(f"parameter {name}: {wrong[0]!r} is not an ISO 3166 code such as UA or KP")
    return tuple(dict.fromkeys(word.upper() for word in wanted))


def text(name: str, value: Any) -> str:
    """A string that holds something, such as the path of a folder.

    >>> text("seeds", "seeds")
    'seeds'
    """
    if not isinstance(value, str) and not hasattr(value, "__fspath__"):
        raise Problem(f"parameter {name}: {value!r} is not a text; write it in quotation marks")
    if not str(value).strip():
        raise Problem(f"parameter {name}: it is empty; give the path of a folder or a file")
    return str(value)


def guess(value: Any, allowed: Iterable[str], alike: float = 0.5) -> str:
    """`; did you mean X?` where something close is allowed, else nothing.

    >>> guess("langage", ["language"])
    "; did you mean 'language'?"
    """
    close = difflib.get_close_matches(str(value), list(allowed), n=1, cutoff=alike)
    return f"; did you mean {close[0]!r}?" if close else ""


def unknown(name: str, allowed: Sequence[str]) -> Problem:
    """The line for a parameter that the notebook does not have."""
    mend = guess(name, allowed) or f"; it has {', '.join(allowed)}"
    return Problem(f"parameter {name}: the notebook has none of that name{mend}")


def check_injected(cells: Sequence[str] | None = None) -> None:
    """Refuse names that papermill added and the parameters cell before them lacks.

    `cells`: the inputs run so far, by default this kernel's; outside a notebook nothing is done.

    >>> check_injected(["language = 'en'", "# Parameters\\nlanguage = 'fr'"])
    """
    cells = _inputs() if cells is None else cells
    for declared, added in pairwise(cells):
        if added.startswith(INJECTED):
            known = assigned(declared)
            for name in assigned(added):
                if known and name not in known:
                    raise unknown(name, tuple(known))


def assigned(source: str) -> dict[str, ast.expr | None]:
    """The names that a cell assigns, with the expression of each.

    >>> list(assigned("a: int = 1  # one"))
    ['a']
    """
    found: dict[str, ast.expr | None] = {}
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return found
    for statement in body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            found[statement.target.id] = statement.value
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            found[statement.targets[0].id] = statement.value
    return found


def _inputs() -> list[str]:
    if "IPython" not in sys.modules:
        return []
    shell = sys.modules["IPython"].get_ipython()
    return list(shell.user_ns.get("In", [])) if shell else []
