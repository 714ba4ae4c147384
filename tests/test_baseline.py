"""What is saved beside the notebooks tells which figures came, changed and went."""

import nbformat
import pytest

from analysis import baseline, publishing
from analysis.baseline import compare
from analysis.model import Problem


def row(**more: str) -> dict[str, str]:
    kept = {"claim": "c1", "article": "a", "quote": "40", "start": "3", "end": "5", "low": "40"}
    return {**kept, "kind": "killed", "status": "reported", **more}


def lines(before, after):
    keys = (("article", "quote", "start"), ("article", "quote"), ("article", "start"))
    return compare(before, after, *keys, ignored=baseline.IDS, name=lambda row: row["quote"])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([row()], [row()], []),
        ([], [row()], ["+ 40"]),
        ([row()], [], ["- 40"]),
        ([row()], [row(kind="wounded")], ["~ 40: kind killed -> wounded"]),
        ([row()], [row(start="9", end="11", claim="c2")], []),
        ([row()], [row(quote="50", low="50")], ["~ 50: quote 40 -> 50, low 40 -> 50"]),
        ([row(status="")], [row()], ["~ 40: status - -> reported"]),
        ([row(), row(start="9")], [row(start="9")], ["- 40"]),
        ([row()], [row(article="b")], ["+ 40", "- 40"]),
    ],
)
def test_figures_are_paired_by_words_then_by_place(before, after, said):
    assert lines(before, after) == said


@pytest.fixture
def project(tmp_path, monkeypatch, seed):
    """A project of one article and one notebook; pages are not built."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "seeds" / seed.name).write_bytes(seed.read_bytes())
    notebook(tmp_path, "len(list(__import__('pathlib').Path('../seeds').iterdir()))")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(publishing, "report", lambda *_: 0)
    return tmp_path


def notebook(project, source: str):
    cells = [nbformat.v4.new_code_cell(source, id="only")]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    made = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    nbformat.write(made, project / "notebooks" / "one.ipynb")


def test_an_added_article_is_named_until_it_is_saved(project, capsys):
    assert baseline.other_articles(project) == []
    assert baseline.save(project) == 0
    assert baseline.check(project) == 0
    capsys.readouterr()
    (project / "seeds" / "new.txt").write_text("Quarante soldats ont été tués.", encoding="utf-8")
    assert baseline.other_articles(project) == ["+ new"]
    assert baseline.check(project) == 1
    said = capsys.readouterr().out
    assert "+ new: “Quarante” (killed, reported; 0-8)" in said
    assert baseline.COMMAND in said
    assert baseline.save(project) == 0
    assert "~ notebooks/one.ipynb: saved outputs" in capsys.readouterr().out
    assert baseline.check(project) == 0


def test_saving_again_changes_no_byte(project):
    baseline.save(project)
    kept = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    baseline.save(project)
    assert kept == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_a_notebook_that_fails_saves_nothing(project):
    notebook(project, "1 / 0")
    kept = (project / "notebooks" / "one.ipynb").read_bytes()
    with pytest.raises(Problem, match=r"notebooks/one\.ipynb: ZeroDivisionError") as told:
        baseline.save(project)
    assert len(str(told.value).splitlines()) == 1
    assert (project / "notebooks" / "one.ipynb").read_bytes() == kept
    assert not (project / baseline.FOLDER).exists()


def test_a_broken_article_counts_as_another(project):
    baseline.save(project)
    (project / "seeds" / "bad.txt").write_bytes(b"\xff")
    assert baseline.other_articles(project) == ["+ bad"]


def test_a_project_without_notebooks_is_one_line(tmp_path):
    with pytest.raises(Problem, match="holds no notebook"):
        baseline.save(tmp_path)
