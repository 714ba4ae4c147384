"""The parameters of a notebook: what its parameters cell declares, what a run was given."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis import parameters
from analysis.model import EVIDENCE, KINDS, LANGUAGES, Problem
from analysis.publishing.notebooks import INJECTED, PARAMETERS, tagged

CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "language": lambda name, value: parameters.choice(name, value, LANGUAGES),
    "evidence": lambda name, value: parameters.choice(name, value, EVIDENCE),
    "kinds": lambda name, value: parameters.choices(name, value, KINDS),
    "parties": parameters.codes,
    "seeds": parameters.text,
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One line of the parameters cell."""

    name: str
    type: str  # the annotation, as written
    default: Any
    help: str  # the comment


def declared(notebook: Any) -> dict[str, Parameter]:
    """The parameters that a notebook declares, by name."""
    found: dict[str, Parameter] = {}
    for source in tagged(notebook, PARAMETERS):
        comments = _comments(source)
        for statement in ast.parse(source).body:
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                name, written = statement.target.id, ast.unparse(statement.annotation)
                default = ast.literal_eval(statement.value) if statement.value else None
                comment = comments.get(statement.end_lineno or 0, "")
                found[name] = Parameter(name, written, default, comment)
    return found


def _comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = (token for token in tokens if token.type == tokenize.COMMENT)
    return {token.start[0]: token.string.lstrip("# ") for token in comments}


def given(notebook: Any) -> dict[str, Any]:
    """The values that a notebook was run with: its own, overridden by what papermill injected."""
    values: dict[str, Any] = {}
    for tag in (PARAMETERS, INJECTED):
        for source in tagged(notebook, tag):
            for name, value in parameters.assigned(source).items():
                values[name] = _literal(value)
    return values


def _literal(value: ast.expr | None) -> Any:
    try:
        return ast.literal_eval(value) if value else None
    except ValueError:
        return ast.unparse(value)


def converted(words: Mapping[str, Any], known: Mapping[str, Parameter]) -> dict[str, Any]:
    """Values from the command line or a file of sets, checked by name and type.

    Raises Problem with the line that the notebook itself would show.
    """
    for name in words:
        if name not in known:
            raise parameters.unknown(name, tuple(known))
    return {name: _value(known[name], value) for name, value in words.items()}


def _value(parameter: Parameter, value: Any) -> Any:
    name = parameter.name
    if "None" in parameter.type and value in (None, "None", "none", ""):
        return None
    if "list" in parameter.type or "tuple" in parameter.type:
        value = list(parameters.names(name, value) or ())
    elif parameter.type in ("int", "float"):
        value = parameters.amount(name, value)
        value = int(value) if value.is_integer() else value
    elif parameter.type == "str":
        value = parameters.text(name, value)
    checked = CHECKS.get(name, lambda _, same: same)(name, value)
    return list(checked) if isinstance(checked, tuple) else checked


ASSUMPTIONS = ("arrivals", "returned", "further_losses")


def of_corpus(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values that choose what is read, beside the source, for `analysis.load`."""
    names = ("articles", "kinds", "parties", "language", "evidence")
    return {name: values[name] for name in names if name in values}


def shown(values: Mapping[str, Any]) -> dict[str, str]:
    """The values as they stand on a page: of a path outside only its name."""
    return {name: _shown(value) for name, value in values.items()}


def _shown(value: Any) -> str:
    if isinstance(value, str) and Path(value).is_absolute():
        return Path(value).name
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value) or "none"
    return "not set" if value is None else str(value)


def described(name: str, notebook: Any) -> str:
    """The parameters of a notebook as help for the command line."""
    lines = [f"{name}: parameters, set with -p NAME VALUE"]
    for parameter in declared(notebook).values():
        default = _shown(parameter.default)
        lines.append(f"  {parameter.name}  ({parameter.type}, default: {default})")
        lines.append(f"      {parameter.help}")
    if len(lines) == 1:
        raise Problem(f"notebook {name}: it has no cell tagged parameters, so nothing can be set")
    return "\n".join(lines)
