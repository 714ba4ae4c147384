"""Arrows run one way: what may import what, read from the sources."""

import ast
import json
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "analysis"

# Each layer imports from the ones above it in this list, and within itself without a circle
LAYERS = (
    ("model",),
    (
        "counting",
        "edtf",
        "grid",
        "intervals",
        "output",
        "parameters",
        "progress",
        "provenance",
        "records",
        "shown",
        "spoken",
    ),
    ("seeds", "reading"),
    ("tables", "corpus"),
    ("charts", "checks", "derivations", "derived", "explained", "pairing", "phrases", "style"),
    ("annotate", "jupyter", "say", "sheets", "wording"),
    ("evaluate", "evaluated", "publishing", "scoring"),
    ("baseline", "cli", "__main__"),
)
# A corpus shows itself in JupyterLab: asked for by the display, when all is loaded
SHOWN = {("corpus", "sheets")}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "misc"}


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imports(name: str, *, deferred: bool = True) -> set[str]:
    """The package's modules that one imports; `deferred`: also inside its functions."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if deferred else tree.body
    return {target for node in nodes for target in targets(node)} - {name}


def targets(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names if alias.name in MODULES}
    if not isinstance(node, ast.ImportFrom) or node.module not in MODULES:
        return set()
    named = {f"{node.module}.{alias.name}" for alias in node.names}
    return {one if one in MODULES else node.module for one in named}


def part(name: str) -> str:
    """The module or subpackage right under `analysis`."""
    return name.split(".")[1] if "." in name else "analysis"


def layer(name: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if part(name) in names)


NAMES = [name for name in MODULES if name != "analysis"]


def test_every_part_has_its_layer():
    placed = {name for names in LAYERS for name in names}
    assert {part(name) for name in NAMES} <= placed, "place the new part in LAYERS"


@pytest.mark.parametrize("name", NAMES)
def test_arrows_run_one_way(name):
    for target in imports(name) - {"analysis"}:
        pair = (part(name), part(target))
        assert layer(target) <= layer(name) or pair in SHOWN, f"{name} imports {target}"


def test_there_is_no_circle():
    between: dict[str, set[str]] = {}
    for name in NAMES:
        others = {part(target) for target in imports(name)} - {part(name), "analysis"}
        kept = {other for other in others if (part(name), other) not in SHOWN}
        between.setdefault(part(name), set()).update(kept)
    list(TopologicalSorter(between).static_order())
    list(TopologicalSorter({n: imports(n, deferred=False) for n in NAMES}).static_order())


@pytest.mark.parametrize(
    ("names", "never"),
    [
        (("charts", "derived", "checks", "annotate", "say", "sheets"), {"Claim", "Lexicon"}),
        (("tables",), {"Lexicon"}),
    ],
)
def test_what_a_layer_never_sees(names, never):
    for name in NAMES:
        if part(name) in names:
            tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
            words = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            assert not words & never, name


def test_no_module_is_a_drawer():
    assert not FORBIDDEN_NAMES & {word for name in NAMES for word in name.split(".")}


def test_nobody_imports_notebooks_or_tests():
    for name, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            found = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {word.split(".")[0] for word in found} & {"tests", "notebooks"}, name


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_notebooks_import_only_the_package(path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            for node in ast.walk(ast.parse("".join(cell["source"]))):
                if isinstance(node, ast.Import):
                    assert [alias.name.split(".")[0] for alias in node.names] == ["analysis"]
                elif isinstance(node, ast.ImportFrom):
                    assert node.module.split(".")[0] == "analysis"
                assert not isinstance(node, (ast.FunctionDef, ast.ClassDef))


def test_the_light_import_stays_light():
    """`import analysis` loads none of the heavy ones; they are loaded when used."""
    heavy = "('matplotlib', 'nbconvert', 'papermill', 'pandas', 'babel', 'jupyter_client')"
    code = f"import analysis, sys; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
