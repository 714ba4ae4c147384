"""Effectifs: the troop and casualty figures that news articles claim, each with its sentence."""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

# Each verb and the module it is loaded from when it is first used.
_VERBS = {
    "load": "corpus",
    "Corpus": "corpus",
    "show": "sheets",
    "Problem": "model",
}
_MODULES = ("charts", "checks", "derived", "say", "sheets")

__all__ = [*_VERBS, *_MODULES]


def __getattr__(name: str) -> Any:
    if name in _VERBS:
        return getattr(importlib.import_module(f"analysis.{_VERBS[name]}"), name)
    if name in _MODULES:
        return importlib.import_module(f"analysis.{name}")
    raise AttributeError(f"module 'analysis' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
