"""The command line: rows stream out, and every fault is one line and an exit code."""

import csv
import io
import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from analysis import cli
from analysis.model import CLAIM_COLUMNS, FIGURE_COLUMNS, Article, Problem
from analysis.seeds import Unread

ARTICLE = Article("a", "Two.", "0" * 64, "a.txt", "en")
ROW = {"claim": "c01", "article": "a", "quote": 'ab,"c"\nd', "low": 11000.0, "high": float("nan")}
ROW |= {"who": ("A", "B"), "inherited": {"who": (3, 9)}, "additional": True, "of": None}


def fake(*items, error: Exception | None = None):
    """An `analysis.corpus` whose rows are these."""

    def rows(source, table, language=None):
        yield from items
        if error:
            raise error

    return SimpleNamespace(rows=rows)


@pytest.fixture
def told(monkeypatch, capsys):
    """Run a command on made-up rows: its exit code, what it printed and its faults by line."""

    def run(*arguments, corpus=None):
        if corpus:
            import analysis

            monkeypatch.setitem(sys.modules, "analysis.corpus", corpus)
            monkeypatch.setattr(analysis, "corpus", corpus, raising=False)
        try:
            code = cli.main(arguments)
        except SystemExit as end:
            code = end.code
        printed = capsys.readouterr()
        return code, printed.out, printed.err.splitlines()

    return run


def shell(*arguments, **options) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "analysis", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", **options)


def test_csv_has_every_column_and_no_point_zero(told):
    code, out, errors = told("claims", "x", corpus=fake(ARTICLE, ROW))
    (row,) = csv.DictReader(io.StringIO(out))
    assert (code, errors, tuple(row)) == (0, [], CLAIM_COLUMNS)
    assert (row["low"], row["high"], row["of"], row["additional"]) == ("11000", "", "", "true")
    assert (row["who"], row["inherited"]) == ('["A", "B"]', '{"who": [3, 9]}')
    assert row["quote"] == ROW["quote"]


def test_jsonl_is_native(told):
    _, out, _ = told("claims", "x", "--format", "jsonl", corpus=fake(ARTICLE, ROW))
    row = json.loads(out)
    assert tuple(row) == CLAIM_COLUMNS
    assert (row["low"], row["high"], row["who"]) == (11000, None, ["A", "B"])
    assert "11000.0" not in out


def test_a_table_of_nothing_has_its_header(told):
    code, out, _ = told("figures", "x", corpus=fake(ARTICLE))
    assert (code, out) == (0, ",".join(FIGURE_COLUMNS) + "\n")


BAD = Unread("b", "not UTF-8", "save it as UTF-8")


@pytest.mark.parametrize(
    ("items", "strict", "code"),
    [
        ((ARTICLE, BAD), (), 0),
        ((ARTICLE, BAD), ("--strict",), 2),
        ((ARTICLE,), ("--strict",), 0),
        ((BAD,), (), 2),
        ((), (), 0),
        ((ROW, BAD), (), 0),
    ],
)
def test_the_exit_code_tells_what_was_read(told, items, strict, code):
    found, _, errors = told("claims", "x", *strict, corpus=fake(*items))
    assert found == code
    assert errors == ["warning: b: not UTF-8; save it as UTF-8"] * items.count(BAD)


def test_one_bad_source_does_not_stop_the_others(told, tmp_path):
    corpus = fake(error=Problem("x: not found; name one that is there"))
    code, _, errors = told("claims", "x", "y", corpus=corpus)
    assert (code, errors) == (2, ["x: not found; name one that is there"] * 2)


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (("claims", "x", "--formt", "csv"), "did you mean --format?"),
        (("claims", "x", "--text-langage=fr"), "did you mean --text-language?"),
        (("claims", "x", "--format", "jsnl"), "did you mean jsonl?"),
        (("claims", "x", "--text-language", "French"), "no language code such as fr"),
        (("clams", "x"), "did you mean claims?"),
        (("figures",), "SOURCE"),
        (("report", "-p", "language"), "expected 2 arguments"),
        (("report", "--ouut", "x"), "did you mean --out?"),
        ((), "COMMAND"),
    ],
)
def test_a_wrong_option_is_one_line(told, arguments, mend):
    code, out, errors = told(*arguments)
    assert (code, out, len(errors)) == (2, "", 1)
    assert mend in errors[0]


def test_control_characters_never_reach_the_terminal(told):
    bad = Unread("\x1b[31mred\nb", "empty", "fill it")
    _, _, (error,) = told("claims", "x", corpus=fake(ARTICLE, bad))
    assert error.isprintable()


def test_rows_are_printed_as_they_come(monkeypatch, capsys):
    """The first row is out before the second is read."""
    seen = []

    def rows(source, table, language=None):
        yield ARTICLE
        for _ in range(3):
            yield ROW
            seen.append(len(written))

    written = []
    monkeypatch.setitem(sys.modules, "analysis.corpus", SimpleNamespace(rows=rows))
    monkeypatch.setattr(cli.output, "writer", lambda *_: written.append)
    cli.main(["claims", "x"])
    assert seen == [1, 2, 3]


def test_a_reader_that_goes_is_no_fault(seed):
    line = f"{sys.executable} -m analysis claims {seed} {seed} --format jsonl | true"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True)
    assert done.stderr == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["claims", "figures", "evaluate tests/marked"])
def test_a_full_disk_is_one_line(seed, command, unbuffered):
    source = "" if command.startswith("evaluate") else seed
    line = f"{sys.executable} -m analysis {command} {source} > /dev/full"
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, env=environment)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "No space left" in done.stderr


def test_tables_are_utf8_with_lf_whatever_the_locale(seed):
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "figures", str(seed)],
        capture_output=True,
        env={"PATH": "", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert "\u00a0" in done.stdout.decode("utf-8") or "25" in done.stdout.decode("utf-8")
    assert b"\r\n" not in done.stdout


def test_no_article_ends_in_one_line(tmp_path):
    done = shell("claims", tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "holds no article" in done.stderr


def test_the_seed_by_command(seed):
    done = shell("claims", seed, "--format", "jsonl", "--strict")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    text = seed.read_bytes().decode("utf-8")
    assert (done.returncode, done.stderr, len(rows)) == (0, "", 6)
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_help_names_every_command(told):
    code, out, _ = told("--help")
    assert code == 0
    assert all(name in out for name in ("claims", "figures", "evaluate", "report", "baseline"))


def test_report_hands_on_what_was_typed(told, monkeypatch, tmp_path):
    import analysis

    asked = {}

    def report(notebooks, out, parameters, **more):
        asked.update(notebooks=notebooks, out=out, parameters=parameters, **more)
        return 1

    publishing = SimpleNamespace(report=report, help_text=lambda name: f"help of {name}")
    monkeypatch.setitem(sys.modules, "analysis.publishing", publishing)
    monkeypatch.setattr(analysis, "publishing", publishing, raising=False)
    words = ("report", "sources", "--out", tmp_path, "-p", "arrivals", "-5", "-p", "language", "fr")
    assert told(*map(str, words))[0] == 1
    assert asked["parameters"] == {"arrivals": "-5", "language": "fr"}
    assert (asked["notebooks"], asked["out"]) == (["sources"], tmp_path)
    assert (asked["sets"], asked["force"]) == (None, False)
    assert told("report", "sources", "--help")[:2] == (0, "help of sources\n")
    assert "--sets" in told("report", "--help")[1]


def test_an_article_without_claims_was_read(tmp_path):
    (tmp_path / "a.txt").write_text("The bridge is closed until the end of the week.")
    (tmp_path / "b.txt").write_bytes(b"\xff")
    done = shell("claims", tmp_path)
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    assert done.stderr.startswith("warning: b: not UTF-8")
