"""Files become articles byte for byte; what can't be read is told and stops nothing."""

import codecs
import hashlib
import json
import os

import pytest

from analysis import seeds
from analysis.model import Article, Problem
from analysis.seeds import LIMIT, Unread, locate, read


def write(folder, files: dict[str, bytes | str]):
    for name, content in files.items():
        raw = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(raw)
    return folder


def only(source, **options) -> Article | Unread:
    (item,) = read(source, **options)
    return item


def test_the_seed_as_it_was_received(seed):
    article = only(seed)
    digest = "a9f94026d18df7c1983689ccc3cc91807e4b157eb176ceda2b8e35ee08e0bbaa"
    assert (article.sha256, len(article.text)) == (digest, 2404)
    assert (article.id, article.source) == (seed.stem, seed.name)


def test_no_newline_is_translated_and_a_bom_counts(tmp_path):
    raw = codecs.BOM_UTF8 + "\r\n12\u202f000\r".encode()
    article = only(write(tmp_path, {"a.txt": raw}))
    assert article.text == "\ufeff\r\n12\u202f000\r"
    assert article.text.encode() == raw
    assert article.sha256 == hashlib.sha256(raw).hexdigest()


BAD = {
    "latin.txt": ("Séoul".encode("latin-1"), "not UTF-8 (byte 1)"),
    "empty.txt": (b"", "empty"),
    "blank.txt": ("\ufeff \u200b\r\n\u00a0".encode(), "empty"),
    "huge.txt": (b"a" * (LIMIT + 1), "over the limit of 5,000,000 bytes an article"),
    "paper.pdf": (b"%PDF", ".pdf, not .txt or .jsonl"),
    "rows.jsonl": (b"not json\n", "not JSON"),
    "none.jsonl": (b"\n", "empty"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_bad_article_does_not_stop_the_others(tmp_path, name):
    raw, problem = BAD[name]
    good, bad = sorted(
        read(write(tmp_path, {name: raw, "good.txt": "Two."})),
        key=lambda item: isinstance(item, Unread),
    )
    assert good.text == "Two."
    assert bad.problem == problem
    assert bad.mend
    assert len(str(bad).splitlines()) == 1


def test_a_directory_and_a_dead_link_are_told(tmp_path):
    (tmp_path / "sub.txt").mkdir()
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    problems = {item.article: item.problem for item in read(tmp_path)}
    assert problems == {"sub": "a directory", "dead": "not a file"}


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "$HOME & `x` *b*", "a\x1b[31m\nb"])
def test_any_file_name_survives(tmp_path, name):
    name = name.replace("/", "\u2215")
    assert only(write(tmp_path, {f"{name}.txt": "Two."})).id == name
    assert str(Unread(name, "empty", "fill it")).isprintable()


def test_a_file_name_that_is_not_utf8(tmp_path):
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Two.")
    except OSError:
        pytest.skip("this file system refuses the name")
    assert only(tmp_path) == Unread("caf\\xe9", "its file name is not UTF-8", "rename it")


def test_hidden_files_readme_and_provenance_are_no_articles(tmp_path):
    write(tmp_path, {".gitkeep": "", "README.md": "x", "seeds.toml": "", "a.txt": "Two."})
    assert only(tmp_path).id == "a"


@pytest.mark.parametrize(
    ("folder", "mend"), [("nowhere", "that is there"), ("void", "as .txt"), ("a.pdf", "as .txt")]
)
def test_no_source_at_all_is_one_line(tmp_path, folder, mend):
    (tmp_path / "void").mkdir()
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(Problem, match=mend) as told:
        read(tmp_path / folder)
    assert len(str(told.value).splitlines()) == 1
    assert folder in str(told.value)


def rows(folder, *lines: object):
    text = "".join((x if isinstance(x, str) else json.dumps(x)) + "\n" for x in lines)
    return write(folder, {"rows.jsonl": text}) / "rows.jsonl"


def test_rows_of_json_lines(tmp_path):
    row = {"id": "x", "text": "Zwei\r\n.", "language": "de-AT", "published": "2024-10", "url": "u"}
    article, other = read(rows(tmp_path, row, "", {"id": 7, "text": "Deux."}))
    assert article.sha256 == hashlib.sha256(b"Zwei\r\n.").hexdigest()
    assert (article.language, article.published, article.url) == ("de", "2024-10", "u")
    assert (article.publisher, article.source) == (None, "rows.jsonl:1")
    assert (other.id, other.source, other.language) == ("7", "rows.jsonl:3", "und")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not a JSON object"),
        ('{"id": "a"}', "text is missing or not a string"),
        ('{"text": "a"}', "id is missing or not a string"),
        ('{"id": true, "text": "a"}', "id is missing or not a string"),
        ('{"id": "a", "text": "a", "url": 3}', "url is missing or not a string"),
        ('{"id": "a", "text": "\\ud800"}', "text holds half a character (a lone surrogate)"),
        ('{"id": "a", "text": "b", "language": "French!"}', "language 'French!' is no code"),
        ('{"id": "a", "text": "%s"}' % ("b" * LIMIT), "over the limit"),
        ('{"id": "good", "text": "b"}', "the id was read before"),
    ],
    ids=lambda value: value[:40],
)
def test_a_bad_row_does_not_stop_the_others(tmp_path, line, problem):
    good = {"id": "good", "text": "Two."}
    first, bad, last = read(rows(tmp_path, good, line, {"id": "last", "text": "Three."}))
    assert (first.text, last.text) == ("Two.", "Three.")
    assert bad.problem.startswith(problem)


def test_rows_are_read_as_they_are_asked_for(tmp_path):
    path = rows(tmp_path, *({"id": str(n), "text": "x" * 1000} for n in range(5000)))
    with path.open("ab") as file:
        file.write(b"\xff\n")
    articles = read(path)
    assert next(articles).id == "0"
    assert path.stat().st_size > LIMIT
    assert sum(isinstance(item, Unread) for item in articles) == 1


def test_the_same_name_twice_is_told(tmp_path):
    first, second = read(write(tmp_path, {"a.TXT": "Two.", "a.txt": "Three."}))
    assert (first.text, second.problem) == ("Two.", "the id was read before (a.txt)")


TOML = """
parties = ["ru", "UA"]
["a.txt"]
publisher = "The Herald"
published = 2024-10-05
language = "en"
licence = "all rights reserved"
"""


def test_seeds_toml_states_what_the_text_does_not(tmp_path):
    write(tmp_path, {"a.txt": "Two.", "seeds.toml": TOML})
    article = only(tmp_path)
    assert (article.publisher, article.published) == ("The Herald", "2024-10-05")
    assert (article.language, article.licence) == ("en", "all rights reserved")
    assert only(tmp_path / "a.txt") == article
    assert seeds.parties(tmp_path) == ("RU", "UA")
    assert only(tmp_path, language="fr").language == "fr"


def test_a_sha256_that_differs_is_told(tmp_path):
    stated = '["a.txt"]\nsha256 = "%s"\n'
    write(tmp_path, {"a.txt": "Two.", "seeds.toml": stated % ("0" * 64)})
    digest = hashlib.sha256(b"Two.").hexdigest()
    assert digest in only(tmp_path).mend
    write(tmp_path, {"seeds.toml": stated % digest})
    assert only(tmp_path).text == "Two."


def test_an_entry_without_its_file_is_told(tmp_path):
    write(tmp_path, {"a.txt": "Two.", "seeds.toml": '["b.txt"]\npublisher = "x"\n'})
    gone, article = read(tmp_path)
    assert (gone.article, article.id) == ("b.txt", "a")


@pytest.mark.parametrize(
    ("stated", "mend"),
    [
        ("[", "write it as TOML"),
        ('["a.txt"]\npublishr = "x"\n', "did you mean 'publisher'"),
        ('["a.txt"]\nzzz = "x"\n', "it may hold publisher"),
        ('["a.txt"]\nurl = 3\n', "quotation marks"),
        ('["a.txt"]\nsha256 = "abc"\n', "sha256sum"),
        ('["a.txt"]\nlanguage = "?"\n', "two letters"),
        ('publisher = "x"\n', "is not a table"),
        ('parties = "Russia"\n', "no country code"),
    ],
)
def test_a_fault_in_seeds_toml_is_one_line(tmp_path, stated, mend):
    write(tmp_path, {"a.txt": "Two.", "seeds.toml": stated})
    with pytest.raises(Problem, match=mend) as told:
        read(tmp_path)
    assert str(told.value).startswith("seeds.toml: ")
    assert len(str(told.value).splitlines()) == 1


def test_the_language_is_detected_where_it_is_not_given(tmp_path):
    write(tmp_path, {"a.txt": "Two."})
    assert only(tmp_path, detect=lambda text: text[:2].lower()).language == "tw"


def test_seeds_are_found_from_any_working_directory(tmp_path, monkeypatch, seed):
    monkeypatch.chdir(tmp_path)
    assert locate("seeds").resolve() == seed.parent
    deep = tmp_path / "project" / "notebooks" / "deep"
    deep.mkdir(parents=True)
    (tmp_path / "project" / "seeds").mkdir()
    monkeypatch.chdir(deep)
    assert locate("seeds") == tmp_path / "project" / "seeds"
    (deep / "seeds").mkdir()
    assert locate("seeds") == deep / "seeds"
    assert locate(seed) == seed
