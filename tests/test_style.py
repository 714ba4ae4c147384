import matplotlib.colors
import pytest

from analysis import style
from analysis.model import BOUNDS, KINDS, LANGUAGES, STATUSES

NBSP, NARROW = "\u00a0", "\u202f"
AMOUNTS = [
    (25_000, 30_000, "range", "persons", "en", "25,000–30,000"),
    (25_000, 30_000, "range", "persons", "fr", f"25{NARROW}000–30{NARROW}000"),
    (11_000, 11_000, "about", "persons", "en", "about 11,000"),
    (11_000, 11_000, "about", "persons", "fr", f"environ 11{NARROW}000"),
    (7, 7, "exact", "persons", "en", "7"),
    (None, 40, "at_most", "persons", "en", "at most 40"),
    (None, 40, "fewer_than", "persons", "fr", "moins de 40"),
    (None, 0.4, "fewer_than", "share", "en", f"less than 40{NBSP}%"),
    (40, None, "at_least", "persons", "fr", "au moins 40"),
    (0.3333, None, "more_than", "share", "en", f"more than 33{NBSP}%"),
    (0.3, 0.43, "range", "share", "en", f"30–43{NBSP}%"),
    (0.025, 0.025, "exact", "share", "fr", f"2,5{NBSP}%"),
    (2.27, 2.73, "range", "ratio", "fr", f"2,3–2,7{NBSP}×"),
    (float("nan"), 40.0, "at_most", "persons", "en", "at most 40"),
    (40.0, float("nan"), "range", "persons", "en", "at least 40"),
    (30, 40, "exact", "persons", "en", "30–40"),
]
DATES = [
    ("2024", "2024", "2024"),
    ("2024-23", "autumn 2024", "automne 2024"),
    ("2025-04", "April 2025", "avril 2025"),
    ("2025-04-01", "1 April 2025", "1er avril 2025"),
    ("2024/..", "since 2024", "depuis 2024"),
    ("../2024-05", "until May 2024", "jusqu’à mai 2024"),
    ("2024-05/2024-07", "May 2024 to July 2024", "mai 2024 à juillet 2024"),
    ("[2025-07,2025-08]", "July or August 2025", "juillet ou août 2025"),
    ("[2025-12, 2026-01]", "December 2025 or January 2026", "décembre 2025 ou janvier 2026"),
    ("{2025-07,2025-08}", "July and August 2025", "juillet et août 2025"),
    ("[..2024]", "until 2024", "jusqu’à 2024"),
    ("2024-05~", "about May 2024", "vers mai 2024"),
    ("2024?", "2024 (uncertain)", "2024 (incertain)"),
    ("2024-34", "2nd quarter 2024", "2e trimestre 2024"),
    ("199X", "the 1990s", "les années 1990"),
    ("XXXX-10-05", "5 October", "5 octobre"),
    ("2024-02-31", "2024-02-31", "2024-02-31"),
    ("some day", "some day", "some day"),
    (None, "undated", "sans date"),
]


@pytest.mark.parametrize("low, high, bound, unit, language, said", AMOUNTS)
def test_an_amount_keeps_its_bound(low, high, bound, unit, language, said):
    assert style.amount(low, high, bound, unit, language) == said


@pytest.mark.parametrize("bound", BOUNDS)
@pytest.mark.parametrize("ends", [(5, None), (None, 5)])
def test_an_open_end_is_never_closed(bound, ends):
    said = style.amount(*ends, bound)
    assert said.startswith(("at least", "more than") if ends[0] else ("at most", "fewer than"))


def test_a_vague_figure_is_its_words():
    assert style.amount(None, None, "vague", quote="Des milliers") == "“Des milliers”"
    assert style.amount(None, None, "vague") == "in words only"


@pytest.mark.parametrize("edtf, english, french", DATES)
def test_a_date_is_as_precise_as_its_text(edtf, english, french):
    assert style.date_text(edtf, "en") == english
    assert style.date_text(edtf, "fr") == french


@pytest.mark.parametrize(
    "x, said",
    [(4 / 11, "36"), (0.3333, "33"), (0.005, "0.5"), (0.995, "99.5"), (1, "100"), (0, "0")],
)
def test_a_share_is_whole_unless_the_text_is_finer(x, said):
    assert style.share(x) == f"{said}{NBSP}%"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_status_has_a_name(language):
    assert len({style.kind_label(kind, language) for kind in KINDS}) == len(KINDS)
    assert len({style.status_label(status, language) for status in STATUSES}) == len(STATUSES)


def test_both_languages_have_the_same_labels():
    def keys(tree, path=()):
        if not isinstance(tree, dict) or set(tree) == {"one", "other"}:
            return {path}
        return set().union(*(keys(tree[key], (*path, key)) for key in tree))

    assert keys(style.words("en")) == keys(style.words("fr"))


def test_kinds_are_told_apart_without_colour():
    assert {*style.SHAPES} == {*KINDS}
    assert len({style.kind_sign(kind) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("colour", ["forces", "losses", "killed", "ink", "soft"])
def test_colours_can_be_seen_on_paper(colour):
    assert contrast(style.COLOURS[colour], style.COLOURS["paper"]) >= 3
    if colour in ("ink", "soft"):
        assert contrast(style.COLOURS[colour], style.COLOURS["wash"]) >= 4.5


def test_no_kind_is_red():
    for kind in KINDS:
        red, green, blue = matplotlib.colors.to_rgb(style.kind_colour(kind))
        assert red <= max(green, blue) + 0.02


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = matplotlib.colors.to_rgb(colour)
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
