"""pyproject.toml, environment.yml, the lock and the Makefile say the same."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIRED = {*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]}
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def name(requirement: str) -> str:
    return re.match(r"[\w.-]+", requirement)[0].lower()


def locked() -> dict[str, list[str]]:
    """The lock's blocks by package: a package may stand there once for each Python."""
    blocks: dict[str, list[str]] = {}
    for block in re.split(r"\n(?=[a-z0-9])", LOCK):
        if "==" in block:
            blocks.setdefault(name(block), []).append(block)
    return blocks


def test_conda_has_the_bounds_of_pyproject():
    stated = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    (by_pip,) = (entry["pip"] for entry in stated if isinstance(entry, dict))
    by_conda = [entry for entry in stated if isinstance(entry, str)]
    assert f"python{PROJECT['requires-python']}" in by_conda
    assert {*by_conda, *by_pip} - {"pip", "-e .", f"python{PROJECT['requires-python']}"} == REQUIRED
    assert by_pip[-1] == "-e ."


def test_lock_holds_every_requirement_with_hashes():
    blocks = locked()
    assert {name(requirement) for requirement in REQUIRED} <= set(blocks)
    assert all("--hash=sha256:" in block for same in blocks.values() for block in same)


def test_lock_names_no_index():
    assert not re.search(r"https?:|--(extra-)?index|--find-links|file:", LOCK)


def test_lock_is_within_the_bounds():
    from packaging.requirements import Requirement

    for text in REQUIRED:
        bound = Requirement(text)
        for block in locked()[bound.name.lower()]:
            assert bound.specifier.contains(re.search(r"==([^ ;\\\n]+)", block)[1]), text


@pytest.fixture
def project(tmp_path):
    """What `make` needs, in a folder without .venv."""
    for part in ("Makefile", "pyproject.toml", "requirements.lock", ".ci"):
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
        copy(ROOT / part, tmp_path / part)
    return tmp_path


def fake_python(folder: Path, body: str) -> Path:
    path = folder / "fake-python"
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def make(folder: Path, *words: str) -> subprocess.CompletedProcess:
    environment = {key: value for key, value in os.environ.items() if key[:4] != "MAKE"}
    command = ["make", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("body", "mend"),
    [
        ('case "$2" in *version_info*) exit 1;; esac', "Python 3.11 or newer is needed"),
        ('case "$2" in *ensurepip*) exit 1;; esac', "apt-get install python3-venv"),
    ],
)
def test_a_lacking_python_is_one_line(project, body, mend):
    python = fake_python(project, body)
    done = make(project, "report", f"PYTHON={python}")
    assert done.returncode != 0
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert mend in done.stderr


def test_no_network_is_one_line(project, monkeypatch):
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    for variable in ("PIP_INDEX_URL", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "PIP_PROXY"):
        monkeypatch.setenv(variable, "http://127.0.0.1:9")
    monkeypatch.setenv("PIP_RETRIES", "0")
    (project / "requirements.lock").write_text("babel==2.18.0 --hash=sha256:" + "0" * 64 + "\n")
    done = make(project, "report")
    assert done.returncode != 0
    setting_up, fault = done.stderr.splitlines()
    assert setting_up.startswith("Setting up .venv")
    assert "cannot be reached" in fault


def test_a_dry_run_sets_nothing_up(project):
    make(project, "-n", "report")
    assert not (project / ".venv").exists()


def test_the_package_carries_its_data():
    """Every file beside the code is one that a wheel takes along."""
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = patterns["tool"]["setuptools"]["package-data"]["analysis"]
    data = {p for p in (ROOT / "analysis").rglob("*") if p.is_file() and p.suffix != ".py"}
    data = {p for p in data if "__pycache__" not in p.parts}
    taken = {found for pattern in patterns for found in (ROOT / "analysis").glob(pattern)}
    assert data <= taken
