"""What a cell displays: escaped by construction, the same in HTML and in text."""

import pytest
from markupsafe import Markup

from analysis import shown
from analysis.shown import Shown

HOSTILE = "<script>x</script> & $a$ \x1b[31m *b*"


@pytest.mark.parametrize(
    "made",
    [
        shown.claim_link("c1", HOSTILE),
        shown.derived_link("d1", HOSTILE),
        shown.counted(HOSTILE),
        shown.exempt(HOSTILE),
        shown.quoted(HOSTILE, "fr"),
        shown.paragraph(HOSTILE).html,
    ],
)
def test_text_cannot_leave_its_place(made):
    assert "<script" not in made and "&lt;script&gt;" in made and "&amp;" in made


def test_an_id_cannot_leave_its_attribute():
    assert 'href="#claim-a&#34; onclick=' in shown.claim_link('a" onclick="x', "7")


def test_control_characters_are_pictures_of_the_same_length():
    text = "".join(map(chr, range(160)))
    seen = shown.visible(text)
    assert len(seen) == len(text)
    assert all(char in "\n\t" or char.isprintable() for char in seen)


def test_the_mime_bundle_holds_both_and_what_the_page_is_told():
    assert Shown(Markup("<p>7</p>"), "7")._repr_mimebundle_() == {
        "text/html": "<p>7</p>",
        "text/plain": "7",
    }
    bundle, metadata = Shown(Markup("x"), "x", {"name": "y"})._repr_mimebundle_()
    assert metadata == {"text/html": {"effectifs": {"name": "y"}}}
    assert bundle["text/plain"] == "x"


def test_pieces_add_up():
    both = shown.paragraph("a") + shown.paragraph("b")
    assert (str(both.html), both.text) == ("<p>a</p>\n<p>b</p>", "a\n\nb")
