import matplotlib
import pytest
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from story import (
    DATES,
    DENIED,
    LOST,
    NAMES,
    PLAN,
    SENT,
    STORY,
    articles,
    artists,
    claim,
    drawn,
    frame,
    texts,
)

from analysis import charts, style
from analysis.charts.scales import fitted
from analysis.model import DATE_COLUMNS, KINDS


@pytest.fixture(scope="module")
def story():
    return drawn(parties=("SE",))


def test_an_exact_figure_is_a_filled_point_and_about_an_open_one():
    chart = charts.figures(frame([claim("a", 5), claim("b", 9, bound="about")]))
    (filled,), (hollow,) = (artists(chart, PathCollection, f"claim-c{one}") for one in "ab")
    assert filled.get_offsets().tolist()[0][0] == 5
    assert hollow.get_offsets().tolist()[0][0] == 9
    assert hexes(filled) == style.COLOURS["forces"].lower()
    assert hexes(hollow) == style.COLOURS["paper"].lower()


def hexes(collection):
    return matplotlib.colors.to_hex(collection.get_facecolor()[0])


def test_a_range_is_a_line_with_end_ticks_and_never_one_number():
    chart = charts.figures(frame([claim("a", 50, 60, bound="range")]))
    line, ticks = artists(chart, Line2D, "claim-ca")
    assert list(line.get_xdata()) == list(ticks.get_xdata()) == [50, 60]
    assert ticks.get_marker() == "|" and ticks.get_linestyle() == "None"
    assert not artists(chart, PathCollection, "claim-ca")
    assert "50–60" in texts(chart) and "55" not in " ".join(texts(chart))


@pytest.mark.parametrize("bound, ends, arrow", [
    ("more_than", (40, None), ">"),
    ("at_least", (40, None), ">"),
    ("fewer_than", (None, 40), "<"),
    ("at_most", (None, 40), "<"),
])  # fmt: skip
def test_an_open_end_is_an_arrow(bound, ends, arrow):
    chart = charts.figures(frame([claim("a", *ends, bound=bound)]))
    line, head = artists(chart, Line2D, "claim-ca")
    (start,) = artists(chart, PathCollection, "claim-ca")
    tip = head.get_xdata()[0]
    assert head.get_marker() == arrow and (tip > 40) == (arrow == ">")
    assert list(line.get_xdata()) == [40, tip]
    assert (hexes(start) == style.COLOURS["paper"].lower()) == (
        bound in ("more_than", "fewer_than")
    )


def test_a_plan_is_hollow_and_dashed():
    chart = charts.figures(frame([claim("a", 5, status="planned"), PLAN]))
    ring, _ = artists(chart, PathCollection, "claim-ca")
    assert hexes(ring) == style.COLOURS["paper"].lower()
    assert ring.get_linestyles()[0][1] is not None
    line = artists(chart, Line2D, "claim-cplan")[0]
    assert line.get_linestyle() == "--"


def test_a_denied_figure_is_crossed_out():
    chart = charts.figures(frame([DENIED]))
    assert [line.get_marker() for line in artists(chart, Line2D, "claim-cdenied")] == ["x"]


def test_a_vague_figure_has_words_and_no_mark(story):
    assert "“thousands”" in texts(story["figures"])
    for kind in (PathCollection, Line2D):
        assert not artists(story["figures"], kind, "claim-cvague")


def test_kinds_differ_in_shape():
    rows = [claim(kind, 10, kind=kind) for kind in KINDS]
    chart = charts.figures(frame(rows))
    shapes = {
        artists(chart, PathCollection, f"claim-c{kind}")[0].get_paths()[0].vertices.tobytes()
        for kind in KINDS
    }
    assert len(shapes) == len(KINDS)


def test_figures_stand_by_kind_then_status(story):
    order = [(row.kind, row.status) for row in story["figures"].data.itertuples()]
    assert order == [
        ("deployed", "planned"),
        ("deployed", "reported"),
        ("deployed", "reported"),
        ("killed", "denied"),
        ("killed_or_wounded", "estimated"),
        ("out_of_action", "reported"),
    ]


def test_plan_and_done_stand_in_two_panels_of_one_scale(story):
    panels = [ax for ax in story["planned"].figure.axes[0].child_axes if len(ax.lines)]
    assert len(panels) == 2
    assert panels[0].get_xlim() == panels[1].get_xlim()
    held = [{line.get_gid() for line in ax.lines} for ax in panels]
    assert any(str(gid).startswith("claim-cplan") for gid in held[0])
    assert not any(str(gid).startswith("claim-cplan") for gid in held[1])


def test_the_plan_is_set_against_the_contingent_by_a_derived_figure(story):
    (said,) = (text for text in texts(story["planned"]) if "÷" in text)
    assert said == "8,000–9,000 ÷ about 5,000 = about 1.6–1.8\u00a0×"


def test_the_strip_ends_where_the_lost_do(story):
    found = [one for one in artists(story["left"], Rectangle) if str(one.get_gid())[0] == "d"]
    assert [(one.get_x(), one.get_width()) for one in found] == [(0, 0.4), (0.4, 0.6)]
    assert {"about 2,000 killed or wounded", "about 3,000 not reported so"} <= {
        *texts(story["left"])
    }


def test_a_range_of_losses_is_hatched_not_filled():
    lost = LOST | {"low": 1_000, "high": 2_000, "bound": "range"}
    found = artists(drawn([SENT, lost])["left"], Rectangle)
    sure, perhaps, _ = (one for one in found if str(one.get_gid())[0] == "d")
    assert sure.get_width() == pytest.approx(0.2) and not sure.get_hatch()
    assert perhaps.get_width() == pytest.approx(0.2) and perhaps.get_hatch()


def test_a_claimed_share_of_another_kind_and_base_is_told_apart(story):
    said = " ".join(texts(story["left"]))
    assert "another kind: out of action; of another group" in said


def test_the_share_falls_with_its_base_and_crosses_the_claim(story):
    curve = next(one for one in artists(story["share"], Line2D) if one.get_label() == "share")
    pairs = list(zip(curve.get_xdata(), curve.get_ydata(), strict=True))
    assert all(base * share == pytest.approx(2_000) for base, share in pairs)
    crossing = next(one for one in artists(story["share"], Line2D) if one.get_label() == "crossing")
    assert list(crossing.get_xdata()) == [4_000, 4_000]
    assert "of a base of 4,000, about 2,000 would be 50\u00a0%" in texts(story["share"])


def test_dates_are_spans_as_long_as_the_text_is_vague(story):
    spans = [
        tuple(matplotlib.dates.num2date(x).date().isoformat() for x in line.get_xdata())
        for line in artists(story["timeline"], Line2D)
        if line.get_marker() == "|"
    ]
    assert ("2031-09-01", "2031-11-30") in spans  # an autumn
    assert ("2031-04-01", "2031-04-30") in spans
    assert ("2032-07-01", "2032-08-31") in spans


def test_undated_words_stand_apart_without_a_mark(story):
    said = texts(story["timeline"])
    assert said.index("in words only: no date can be given") < said.index("“soon”")
    assert not artists(story["timeline"], Line2D, "claim-cplan")


def test_the_time_of_publication_is_shaded(story):
    (shade,) = (
        one for one in artists(story["timeline"], Rectangle) if one.get_label() == "published"
    )
    ends = (shade.get_x(), shade.get_x() + shade.get_width())
    days = [matplotlib.dates.num2date(x).date().isoformat() for x in ends]
    assert days == ["2031-09-01", "2032-08-31"]
    assert "as the text bounds it" in story["timeline"].caption


def test_a_stated_date_of_publication_is_told_as_stated():
    chart = charts.timeline(
        frame(STORY), frame(DATES, DATE_COLUMNS), articles("north-1", published="2031-12-05")
    )
    assert "Shaded: published 5 December 2031, as stated." in chart.caption


def test_sources_carried_over_hang_on_a_dashed_line(story):
    labels = {line.get_label(): line for line in artists(story["who"], Line2D)}
    assert labels["carried"].get_linestyle() == "--" and labels["said"].get_linestyle() == "-"
    said = texts(story["who"])
    assert said.index("‡ party to the war: the staff") < said.index("relayed by a wire")


def test_origins_are_never_joined():
    rows = [claim("a", 5, who=("the staff",)), claim("b", 5, who=("The Staff",))]
    assert {"the staff", "The Staff"} <= {*texts(charts.who(frame(rows)))}


def test_scenarios_show_expression_and_assumption_and_stand_nowhere_else(story):
    said = " ".join(texts(story["scenarios"]))
    assert "= 3,000 + 8,000–9,000" in said and "assuming: nobody else lost" in said
    assert "about 11,000–12,000" in said
    for name in set(NAMES) - {"scenarios"}:
        assert "11,000–12,000" not in " ".join(texts(story[name])) + story[name].alt


def test_parties_are_marked_by_sign_and_text(story):
    assert any(text.startswith("‡ party to the war: the staff") for text in texts(story["figures"]))
    assert "No party to the war is marked." in drawn()["figures"].caption


def test_zero_and_millions_can_stand_on_one_sheet():
    rows = [claim(f"n{number}", number) for number in (0, 3, 40, 2_000_000)]
    scale = fitted(rows)
    assert scale.log and scale.forward(0) == 0 and scale.forward(2_000_000) <= 1
    assert charts.figures(frame(rows)).svg()
