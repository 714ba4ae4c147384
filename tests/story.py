"""A small war told in seven sentences, of no real place, and all charts of it."""

import re

import pandas as pd
from matplotlib.text import Text

from analysis import charts, derived
from analysis.model import ARTICLE_COLUMNS, CLAIM_COLUMNS, DATE_COLUMNS

SVG = "{http://www.w3.org/2000/svg}"
DIGIT = re.compile(r"\d")


def claim(name, low, high=..., **given):
    """A row of claims; a point where no high end is given."""
    row = dict.fromkeys(CLAIM_COLUMNS) | {"claim": f"c{name}", "article": "north-1", "start": 0}
    row |= {"low": low, "high": low if high is ... else high, "bound": "exact", "unit": "persons"}
    row |= {"kind": "deployed", "status": "reported", "section": "body", "quote": f"«{name}»"}
    row |= {"hedge": (), "who": (), "who_code": (), "via": (), "flags": (), "inherited": {}}
    row |= {"additional": False, "actor": "Northmen", "destination": "Isle", "sentence": "x 12"}
    return row | given


def date(edtf, quote="then", **given):
    row = dict.fromkeys(DATE_COLUMNS) | {"article": "north-1", "start": 0, "quote": quote}
    row |= {"date": edtf, "date_start": edtf, "date_end": edtf, "tense": "none", "who": ()}
    return row | {"sentence": f"It was {quote}, said 3 men.", "section": "body"} | given


SENT = claim("sent", 5_000, bound="about", who=("the staff",), who_code=("SE",))
LOST = claim(
    "lost",
    2_000,
    bound="about",
    kind="killed_or_wounded",
    status="estimated",
    hedge=("reportedly",),
    of="csent",
    who=("the staff",),
    who_code=("SE",),
    via=("a wire",),
    inherited={"who": [1, 2]},
)
PLAN = claim("plan", 8_000, 9_000, bound="range", status="planned", who=("a clerk",))
HALF = claim("half", 0.5, None, bound="more_than", unit="share", kind="out_of_action", of="cvague")
VAGUE = claim("vague", None, bound="vague", quote="thousands")
DENIED = claim("denied", 7, status="denied", kind="killed")
STORY = [SENT, LOST, PLAN, HALF, VAGUE, DENIED]
DATES = [
    date("2031-04", tense="past"),
    date("2031-23", claim="csent", tense="past"),
    date("[2032-07,2032-08]", tense="ahead"),
    date("2030/..", date_end=None),
    date("2031-05-06"),
    date(None, "soon", claim="cplan", tense="ahead"),
    date(None, "never", status="denied", who=("a clerk",)),
]


def frame(rows, columns=CLAIM_COLUMNS):
    return pd.DataFrame(rows, columns=list(dict.fromkeys(columns)))


def articles(*names, **given):
    base = {"language": "en", "source": "a.txt", "sha256": "00", "claims": 1, "figures": 1}
    rows = [dict.fromkeys(ARTICLE_COLUMNS) | base | {"article": name} | given for name in names]
    return frame(rows, ARTICLE_COLUMNS)


def drawn(rows=tuple(STORY), dates=tuple(DATES), language="en", parties=(), **given):
    """All charts of some claims, by name."""
    claims, when = frame(rows), frame(dates, DATE_COLUMNS)
    follows = derived.figures(claims, when, language=language)
    words, marked = {"language": language}, {"language": language, "parties": parties}
    about = articles("north-1")
    return {
        "figures": charts.figures(claims, articles=about, **marked, **given),
        "planned": charts.planned(claims, derived=follows, **marked, **given),
        "left": charts.left(follows, claims, **marked, **given),
        "share": charts.share(follows, claims, **marked, **given),
        "timeline": charts.timeline(claims, when, about, **marked, **given),
        "who": charts.who(claims, **marked, **given),
        "scenarios": charts.scenarios(follows, **words, **given),
    }


def artists(chart, kind, gid=None):
    """The artists of a kind, in the order they were made, of one row where it is named."""
    found = chart.figure.findobj(kind)
    if gid is None:
        return found
    return [one for one in found if str(one.get_gid()).split("@")[0] == gid]


def texts(chart):
    return [one.get_text() for one in artists(chart, Text) if one.get_text()]


NAMES = ("figures", "planned", "left", "share", "timeline", "who", "scenarios")


def stray(root):
    """The texts with a digit: how many are in a link or exempt, and those that are in neither."""
    found = {"linked": 0, "exempt": 0, "stray": []}

    def walk(element, held):
        if element.tag == f"{SVG}a" and re.match("#(claim|derived)-", element.get("href", "")):
            held = "linked"
        elif "data-no-claim" in element.attrib:
            held = held or "exempt"
        if element.tag == f"{SVG}text" and DIGIT.search("".join(element.itertext())):
            if held:
                found[held] += 1
            else:
                found["stray"].append("".join(element.itertext()))
        for child in element:
            walk(child, held)

    walk(root, None)
    return found
