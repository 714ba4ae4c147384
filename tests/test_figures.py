"""Every number with its qualifier, its range, its share; and what else numbers are taken for."""

import tomllib
from pathlib import Path

import pytest
from one_text import figures

FOLDER = Path(__file__).parent / "figures"
DATA = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
READ = [
    pytest.param(language, text, expected, id=f"{language}-{form}-{text}")
    for language, forms in DATA.items()
    for form, examples in forms.items()
    if form != "roles"
    for text, expected in examples.items()
]
ROLES = [
    pytest.param(language, text, expected, id=f"{language}-{text}")
    for language, forms in DATA.items()
    for text, expected in forms["roles"].items()
]


def found(text: str, language: str) -> list[dict]:
    """Its figures but articles and what stands for no quantity."""
    return [row for row in figures(text, language) if row["role"] != "article"]


def written(row: dict) -> str:
    """A figure in the form of the examples."""
    low, high = ("" if row[end] is None else f"{row[end]:g}" for end in ("low", "high"))
    if abs(row["low"] or 0) >= 1e5 or abs(row["high"] or 0) >= 1e5:
        low, high = ("" if row[end] is None else f"{row[end]:.0f}" for end in ("low", "high"))
    value = low if low and low == high else f"{low}..{high}"
    share = " share" if row["unit"] == "share" else ""
    return f"{row['quote']} = {value} {row['bound']}{share}"


@pytest.mark.parametrize(("language", "text", "expected"), READ)
def test_a_figure_as_written(language, text, expected):
    assert [written(row) for row in found(text, language)] == expected


@pytest.mark.parametrize(("language", "text", "expected"), ROLES)
def test_what_is_no_figure_of_people(language, text, expected):
    rows = found(text, language)
    assert [f"{row['quote']} {row['role']}" for row in rows] == expected
    assert all(row["reason"] and row["claim"] is None for row in rows)


@pytest.mark.parametrize("language", DATA)
def test_a_share_lies_between_nothing_and_all(language):
    for text in DATA[language]["shares"]:
        ends = [row[end] for row in found(text, language) for end in ("low", "high")]
        assert all(0 <= end <= 1 for end in ends if end is not None)


@pytest.mark.parametrize("language", DATA)
def test_a_range_is_read_the_same_with_any_dash(language):
    text, (expected,) = next(
        item for item in DATA[language]["ranges"].items() if "200-300" in item[0]
    )
    for dash in "-‐‑‒–—−":
        (row,) = found(text.replace("-", dash), language)
        assert (row["low"], row["high"], row["bound"]) == (200, 300, "range")
        assert row["quote"] == f"200{dash}300"
    assert expected == "200-300 = 200..300 range"
