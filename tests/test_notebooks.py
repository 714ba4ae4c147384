"""The notebooks: a question, one call, what we see; twins in both languages; outputs that hold."""

import ast
import json
import re
import subprocess
import sys

import pytest
from pages import NOTEBOOKS, ROOT

from analysis.model import LANGUAGES
from analysis.publishing import notebooks, parameters

PARAMETERS = {"seeds", "language", "articles", "kinds", "parties", "evidence"}


def read(name):
    return notebooks.read(ROOT / "notebooks" / f"{name}.ipynb")


@pytest.fixture(params=NOTEBOOKS)
def notebook(request):
    return read(request.param)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_the_notebooks_are_these():
    assert notebooks.known() == list(NOTEBOOKS)


def test_prose_has_its_twin_in_each_language(notebook):
    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    twins = {}
    for cell in prose:
        stem, _, language = cell.id.rpartition("-")
        assert notebooks.tags(cell) == [f"lang-{language}"], cell.source
        twins.setdefault(stem, []).append(language)
    assert all(sorted(languages) == sorted(LANGUAGES) for languages in twins.values())
    for cell in prose:
        folded = cell.metadata.get("jupyter", {}).get("source_hidden", False)
        assert folded == (cell.id.endswith("-fr"))


def test_prose_holds_no_number(notebook):
    for cell in notebook.cells:
        assert cell.cell_type != "markdown" or not re.search(r"\d", cell.source)


def test_headings_are_questions(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            first = cell.source.splitlines()[0]
            assert first.startswith("## ") and first.endswith("?")


def test_parameters_are_annotated_with_a_default_and_help(notebook):
    known = parameters.declared(notebook)
    assert set(known) >= PARAMETERS
    assert all(each.help for each in known.values())
    (source,) = notebooks.tagged(notebook, notebooks.PARAMETERS)
    assert len(source.splitlines()) == len(known)


def test_code_is_one_call_and_logic_stays_in_the_package(notebook):
    for cell in code(notebook):
        tree = ast.parse(cell.source)
        kinds = {type(node) for node in ast.walk(tree)}
        assert not kinds & {ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.If, ast.Lambda}
        if notebooks.PARAMETERS not in notebooks.tags(cell):
            assert len(tree.body) <= 2
        names = [
            alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        ]
        assert names in ([], ["analysis"])
        assert ast.ImportFrom not in kinds


def displays(cell):
    return isinstance(ast.parse(cell.source).body[-1], ast.Expr)


@pytest.mark.baseline
def test_every_displaying_cell_has_its_output(notebook):
    for cell in code(notebook):
        assert cell.execution_count is not None, cell.source
        assert bool(cell.outputs) == displays(cell), cell.source


@pytest.mark.baseline
@pytest.mark.parametrize("changed", [False, True])
def test_one_digit_changed_makes_nbval_fail(tmp_path, changed):
    notebook = read("sources")
    if changed:
        outputs = [one for cell in code(notebook) for one in cell.outputs if "data" in one]
        output = next(one for one in outputs if re.search(r"\d", one["data"]["text/plain"]))
        text = output["data"]["text/plain"]
        digit = re.search(r"\d", text)
        other = str((int(digit[0]) + 1) % 10)
        output["data"]["text/plain"] = text[: digit.start()] + other + text[digit.end() :]
    (tmp_path / "sources.ipynb").write_text(json.dumps(notebook))
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-cell-timeout=120", "-q"]
    command += ["-p", "no:cacheprovider", "-c", "/dev/null", str(tmp_path / "sources.ipynb")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=200)
    assert done.returncode == int(changed), done.stdout[-2000:]


@pytest.mark.parametrize(
    "words, line",
    [
        (
            ["-p", "langage", "fr"],
            "parameter langage: the notebook has none of that name; did you mean",
        ),
        (
            ["-p", "language", "frr"],
            "parameter language: 'frr' is none of en, fr; did you mean 'fr'?",
        ),
    ],
)
def test_plain_papermill_shows_the_same_line(tmp_path, words, line):
    command = [
        sys.executable,
        "-m",
        "papermill",
        str(ROOT / "notebooks" / "sources.ipynb"),
        "out.ipynb",
    ]
    done = subprocess.run(
        [*command, *words], capture_output=True, text=True, cwd=tmp_path, timeout=120
    )
    said = [each for each in done.stderr.splitlines() if line in each]
    assert done.returncode != 0 and said and said[0].startswith("Problem: ")
    assert "Traceback" not in done.stderr.split("Exception encountered")[1].split(line)[0]
