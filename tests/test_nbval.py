"""The saved outputs of the notebooks are held still, and stale ones are told from wrong ones."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from analysis import baseline

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def code_cells(path: Path) -> list[dict]:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code" and cell["source"]]


def displays(cell: dict) -> bool:
    """Whether a cell ends in an expression whose value is shown."""
    source = "".join(cell["source"]).rstrip()
    return isinstance(ast.parse(source).body[-1], ast.Expr) and not source.endswith(";")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_displaying_cell_has_an_output(path):
    shown = [cell for cell in code_cells(path) if displays(cell)]
    assert shown
    assert all(cell["outputs"] for cell in shown)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_hold_no_fault_and_no_warning(path):
    outputs = [output for cell in code_cells(path) for output in cell["outputs"]]
    assert {output["output_type"] for output in outputs} <= {"display_data", "execute_result"}


def test_a_cell_cannot_hang(request):
    assert 0 < request.config.getoption("--nbval-cell-timeout") <= 300


@pytest.fixture
def project(tmp_path, seed):
    """One notebook of the project with what its outputs were saved from, and the test settings."""
    for part in ("tests/conftest.py", "pyproject.toml", "notebooks/casualties.ipynb"):
        (tmp_path / part).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / part, tmp_path / part)
    (tmp_path / "seeds").mkdir()
    shutil.copy(seed, tmp_path / "seeds")
    for name, columns, rows in (
        ("articles.csv", baseline.INPUTS, baseline.inputs(tmp_path / "seeds")),
        ("claims.csv", baseline.CLAIM_COLUMNS, baseline.claims(tmp_path / "seeds")),
    ):
        (tmp_path / baseline.FOLDER).mkdir(exist_ok=True)
        text = baseline.csv_text(columns, rows)
        (tmp_path / baseline.FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def nbval(project: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "pytest", "tests", "notebooks", "-q", "-p", "no:cacheprovider"]
    environment = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    given = {"cwd": project, "env": environment, "encoding": "utf-8"}
    return subprocess.run(command, capture_output=True, text=True, **given)


@pytest.mark.baseline
def test_one_changed_digit_fails(project):
    path = project / "notebooks" / "casualties.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    shown = [o["data"] for cell in notebook["cells"] for o in cell.get("outputs", [])]
    data = next(data for data in shown if re.search(r"\d", "".join(data["text/plain"])))
    changed = re.sub(r"\d", lambda m: str(9 - int(m[0])), "".join(data["text/plain"]), count=1)
    data["text/plain"] = changed
    path.write_text(json.dumps(notebook), encoding="utf-8")
    done = nbval(project)
    assert done.returncode == 1
    assert re.search(r"^1 failed, \d+ passed", done.stdout.splitlines()[-1])


def test_other_articles_are_no_failure(project):
    words = "Quarante soldats ont été tués."
    (project / "seeds" / "new.txt").write_text(words, encoding="utf-8")
    done = nbval(project)
    assert done.returncode in (0, 5), done.stdout
    *_, told, article, figure, closing = done.stdout.splitlines()
    assert told.endswith(f"{baseline.COMMAND} saves it again:")
    assert (article, figure) == ("  + new", "  + new: “Quarante” (killed, reported; 0-8)")
    assert re.fullmatch(r"\d+ skipped in .*s", closing)
