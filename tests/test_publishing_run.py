"""Reports made or refused: one line, an exit code, and what was there before untouched."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from html import unescape
from pathlib import Path

import pytest
from pages import NOTEBOOKS, SEED
from small import living, report, saved

from analysis import publishing
from analysis.publishing import job, notebooks
from analysis.publishing.files import Beside
from analysis.publishing.run import REPORTS
from analysis.sheets.inputs import versions


@pytest.fixture
def out(tmp_path):
    """A folder with a good page of before."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "x.html").write_text("good")
    return folder


def whole(folder):
    return [path.name for path in sorted(folder.iterdir())] == ["x.html"] and (
        folder / "x.html"
    ).read_text() == "good"


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """The same reports made twice, in two processes."""
    folders = [tmp_path_factory.mktemp(name) for name in ("one", "two")]
    for folder in folders:
        done = report("--out", folder, "-p", "seeds", SEED)
        assert done.returncode == 0, done.stderr
        assert done.stdout.strip().endswith("index.html")
    return folders


def test_two_runs_give_the_same_bytes(twice):
    one, two = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}
        for folder in twice
    )
    assert one == two
    assert {f"{name}.html" for name in (*NOTEBOOKS, "index")} <= {str(path) for path in one}


def test_the_index_lists_the_pages(twice):
    index = (twice[0] / "index.html").read_text("utf-8")
    for name in NOTEBOOKS:
        assert f'href="{name}.html"' in index
    assert SEED.name in index and "data/datapackage.json" in index


def test_papermill_and_nbconvert_give_the_same_page(twice, tmp_path):
    command = [
        sys.executable,
        "-m",
        "papermill",
        str(notebooks.find("casualties")),
        "casualties.ipynb",
    ]
    options = {"cwd": tmp_path, "check": True, "capture_output": True, "timeout": 120}
    subprocess.run([*command, "-p", "seeds", str(SEED)], **options)
    command = [
        sys.executable,
        "-m",
        "jupyter",
        "nbconvert",
        "--to",
        "effectifs",
        "casualties.ipynb",
    ]
    subprocess.run(command, **options)
    assert (tmp_path / "casualties.html").read_bytes() == (
        twice[0] / "casualties.html"
    ).read_bytes()


@pytest.mark.parametrize(
    "source, said",
    [
        ("x = 1\n1 / 0", "cell 3, `x = 1`: ZeroDivisionError: division by zero"),
        ("import os; os._exit(3)", "cell 3, `import os; os._exit(3)`: the kernel died"),
    ],
)
def test_a_failing_cell_is_one_line_and_nothing_is_lost(out, tmp_path, source, said):
    path = saved(tmp_path, "x", source)
    done = report(path, "--out", out, env=os.environ | {"MARK": "effectifs-fails"})
    assert done.returncode == 1 and whole(out)
    assert said in done.stderr and len(done.stderr.splitlines()) == 1
    assert living("effectifs-fails") == []


def test_a_problem_of_the_corpus_is_its_own_line(out, tmp_path):
    source = "import analysis\nanalysis.load('/nowhere')"
    done = report(saved(tmp_path, "x", source), "--out", out)
    assert done.returncode == 2 and whole(out)
    assert "/nowhere" in done.stderr and len(done.stderr.splitlines()) == 1


def heard():
    """A shell that starts us in the background has interrupts ignored, also by our children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_every_kernel(out, tmp_path, number):
    path = saved(tmp_path, "x", "import time; time.sleep(99)")
    mark = f"effectifs-interrupted-{number}"
    run = subprocess.Popen(
        [sys.executable, "-m", "analysis", "report", str(path), "--out", str(out)],
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"MARK": mark},
        preexec_fn=heard,
    )
    until = time.monotonic() + 60
    while len(living(mark)) < 2 and time.monotonic() < until:
        time.sleep(0.1)
    time.sleep(2)
    run.send_signal(number)
    said = run.communicate(timeout=90)[1]
    assert run.returncode == 1 and whole(out)
    assert "interrupted in x.ipynb" in said and len(said.splitlines()) == 1
    assert living(mark) == []


def test_a_full_disk_leaves_the_page_of_before(out, tmp_path):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))

    path = saved(tmp_path, "x", "print('x')")
    done = report(path, "--out", out, preexec_fn=limit)
    assert done.returncode == 1 and whole(out)
    assert re.match(rf"{out}/\S+: File too large; make room", done.stderr)
    assert len(done.stderr.splitlines()) <= 2


@pytest.mark.parametrize(
    "words, said",
    [
        (["casualtys"], "notebook casualtys: not found; did you mean 'casualties'?"),
        (["-p", "langage", "fr"], "parameter langage: the notebook has none of that name"),
        (["-p", "language", "xx"], "parameter language: 'xx' is none of en, fr"),
        (["-p", "language", "fr"], "-p with values that are not the defaults wants --out DIR"),
        (["--sets", "nowhere.yml", "--out", "x"], "nowhere.yml: "),
        (["--sets", "nowhere.yml"], "--sets wants --out DIR"),
    ],
)
def test_what_the_caller_got_wrong_is_one_line(words, said, tmp_path):
    done = report(*words, cwd=tmp_path)
    assert done.returncode == 2 and said in done.stderr
    assert len(done.stderr.splitlines()) == 1 and list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    done = report("casualties", "--out", tmp_path / "file" / "out")
    assert done.returncode == 2 and "choose another folder with --out" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_defaults_given_by_name_are_the_defaults():
    jobs = [job.job("x", notebooks.find("sources"), {"language": "en", "articles": "none"})]
    assert jobs[0].given == {"language": "en", "articles": None}


def test_help_tells_what_can_be_set():
    told = publishing.help_text("deployments")
    for name in ("seeds", "language", "articles", "kinds", "parties", "evidence", "arrivals"):
        assert f"  {name}  (" in told
    assert "default: en" in told


SETS = """
- {name: good, language: fr}
- {name: bad, articles: nobody}
"""


def test_sets_go_on_beside_a_failure_and_are_not_run_again(tmp_path):
    (tmp_path / "sets.yml").write_text(SETS)
    out = tmp_path / "out"
    words = ["sources", "--sets", tmp_path / "sets.yml", "--out", out, "-p", "seeds", SEED]
    done = report(*words)
    assert done.returncode == 1 and "2 sets: 0 unchanged, 1 failed" in done.stdout
    assert "parameter articles: no article 'nobody'" in unescape(
        (out / "bad.failed.html").read_text()
    )
    assert not (out / "bad.html").exists() and "bad.failed.html" in (out / "index.html").read_text()
    assert (out / "good" / "data" / "claims.csv").is_file()
    before = (out / "good.html").stat().st_mtime_ns
    done = report(*words)
    assert "good: unchanged" in done.stderr and (out / "good.html").stat().st_mtime_ns == before
    (tmp_path / "sets.yml").write_text(SETS.replace("nobody", SEED.stem))
    done = report(*words)
    assert done.returncode == 0 and not (out / "bad.failed.html").exists()
    assert json.loads((out / "bad" / "data" / "datapackage.json").read_text())["key"]
    assert report(*words, "--force").returncode == 0
    assert (out / "good.html").stat().st_mtime_ns > before


@pytest.mark.parametrize(
    "text, said",
    [
        ("name: x", "not a list of sets"),
        ("- {name: ../x}", "cannot name a page"),
        ("- {name: x}\n- {name: x}", "two sets are named 'x'"),
        ("- {name: x, langage: fr}", "set x: parameter langage"),
        ("- {name: x, notebook: nope}", "set x: notebook nope: not found"),
    ],
)
def test_wrong_sets_are_one_line(tmp_path, text, said):
    (tmp_path / "sets.yml").write_text(text)
    done = report("sources", "--sets", tmp_path / "sets.yml", "--out", tmp_path / "out")
    assert done.returncode == 2 and said in done.stderr and len(done.stderr.splitlines()) == 1


def test_files_wait_until_all_are_written(tmp_path):
    with pytest.raises(ValueError), Beside(tmp_path) as beside:
        beside.write("a/b.txt", "x")
        raise ValueError
    assert list(tmp_path.iterdir()) == []


def test_progress_is_plain_lines_without_a_terminal(tmp_path):
    done = report(saved(tmp_path, "x", "print('x')"), "--out", tmp_path / "out")
    assert done.stderr == "x: done\n" and "\r" not in done.stderr
    assert done.stdout.startswith("open ") and Path(done.stdout.split()[1]).name == "index.html"


@pytest.mark.baseline
def test_the_built_reports_are_what_the_code_makes(tmp_path):
    saved_versions = json.loads((REPORTS / "data" / "datapackage.json").read_text())["versions"]
    if saved_versions != versions():
        pytest.skip("other versions than those that reports/ was built with")
    assert report("--out", tmp_path).returncode == 0
    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.*")}
    assert made == {path.relative_to(REPORTS) for path in REPORTS.rglob("*.*")}
    other = [
        str(path)
        for path in made
        if (tmp_path / path).read_bytes() != (REPORTS / path).read_bytes()
    ]
    assert other == [], "run make baseline"
