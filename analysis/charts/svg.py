"""The SVG of a chart made fit for a page: links, names, colours that follow the page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING

from analysis import style
from analysis.charts.text import PHONE, TITLE_PHONE, one_line, quiet
from analysis.spoken import pieces

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
HREF = f"{{{XLINK}}}href"
ANCHOR = re.compile(r"((?:claim|derived)-.+)@(\d+)")
FONT = re.compile(r"font-size: ([\d.]+)px")
DROPPED = re.compile(r"font-family: [^;]*;? ?")
UNTURNED = re.compile(r"rotate\(-?0 [^)]*\)")
MADE_FOR = ("title", "no-claim")
FAMILY = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif'
MARGIN = 8  # points around the picture, for where it stands alone
SCREENS = ((0, PHONE), (30, 1.25), (38, 1))  # width in rem, size of text

ET.register_namespace("", SVG)
ET.register_namespace("xlink", XLINK)


def svg(figure: Figure, prefix: str, spoken: Mapping[str, str] | None = None) -> str:
    """A figure as SVG, the same bytes each time, ids starting with the prefix.

    `spoken`: words of articles with their language, which the text elements say.
    """
    from analysis.charts.sheet import settings

    out = StringIO()
    with settings(), quiet():
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    root = ET.fromstring(out.getvalue())
    _stripped(root)
    _linked(root, _names(figure))
    _named_apart(root, prefix)
    for element in root.iter():
        if "style" in element.attrib:
            element.set("style", _styled(element.get("style")))
        if UNTURNED.fullmatch(element.get("transform", "")):
            del element.attrib["transform"]
    for text in list(root.iter(f"{{{SVG}}}text")):
        _spoken(text, spoken or {})
    _sized(root, prefix)
    return ET.tostring(root, encoding="unicode") + "\n"


def untitled(figure: Figure) -> str:
    """The view box of the SVG without its title, for a page that prints the title itself."""
    width, height = (72 * each for each in figure.get_size_inches())
    top = getattr(figure, "effectifs_top", 0)
    return f"0 {top:g} {width:g} {height - top:g}"


def _spoken(text: ET.Element, known: Mapping[str, str]) -> None:
    """The article's words in a text with their language: all of it, or stretches."""
    found = list(pieces(text.text or "", known))
    if not any(language for _, language in found):
        return
    if len(found) == 1:
        text.set("lang", found[0][1])
        return
    text.text, last = "", None
    for words, language in found:
        if language:
            last = ET.SubElement(text, f"{{{SVG}}}tspan", {"lang": language})
            last.text, last.tail = words, ""
        elif last is None:
            text.text += words
        else:
            last.tail += words


def _names(figure: Figure) -> dict[str, str]:
    """What each link is called, by its hit area's id."""
    axes, found = list(figure.axes), []
    for ax in axes:  # grows as axes inside axes are met
        axes += ax.child_axes
        found += [*ax.patches, *ax.collections]
    areas = [artist for artist in found if str(artist.get_gid()).startswith("hit:")]
    return {artist.get_gid().removeprefix("hit:"): artist.get_label() for artist in areas}


def _parents(root: ET.Element) -> Iterator[tuple[ET.Element, ET.Element]]:
    for parent in list(root.iter()):
        for child in list(parent):
            yield parent, child


def _stripped(root: ET.Element) -> None:
    """Without metadata, the style for everything, and groups that hold nothing."""
    for parent, child in _parents(root):
        if child.tag == f"{{{SVG}}}metadata" or child.find(f"{{{SVG}}}style") is not None:
            parent.remove(child)
    for element in root.iter():
        element.attrib.pop("target", None)


def _linked(root: ET.Element, names: dict[str, str]) -> None:
    """The pieces of a row gathered in one link with a name; ticks and dates marked."""
    links: dict[tuple[int, str], ET.Element] = {}
    for parent, child in _parents(root):
        gid = child.get("id", "")
        if gid.removeprefix("hit:") in names:
            _gathered(parent, child, gid, names, links)
        elif gid in MADE_FOR:
            child.attrib.pop("id")
            child.set("data-no-claim", "")
            child.set("class", gid)
            if gid == "title":
                child.set("aria-hidden", "true")


def _gathered(
    parent: ET.Element,
    child: ET.Element,
    gid: str,
    names: dict[str, str],
    links: dict[tuple[int, str], ET.Element],
) -> None:
    anchor, number = ANCHOR.fullmatch(gid.removeprefix("hit:")).groups()
    key = (id(parent), f"{anchor}@{number}")
    if key not in links:
        links[key] = _link(anchor, names[key[1]])
        parent.insert(list(parent).index(child), links[key])
    parent.remove(child)
    child.attrib.pop("id")
    if gid.startswith("hit:"):
        child.set("class", "hit")
        for part in child.iter():
            if part.tag in (f"{{{SVG}}}path", f"{{{SVG}}}use"):
                part.set("style", "fill: transparent; stroke: none; pointer-events: all")
    links[key].append(child)


def _link(anchor: str, name: str) -> ET.Element:
    name = one_line(name)
    link = ET.Element(f"{{{SVG}}}a", {"href": f"#{anchor}", "class": "mark", "aria-label": name})
    ET.SubElement(link, f"{{{SVG}}}title").text = name
    return link


def _named_apart(root: ET.Element, prefix: str) -> None:
    """Every id with the prefix, and every reference to it."""
    for element in root.iter():
        for key, value in list(element.attrib.items()):
            if key == "id":
                element.set(key, f"{prefix}-{value}")
            elif key == HREF and value.startswith("#"):
                element.set(key, f"#{prefix}-{value[1:]}")
            elif "url(#" in value:
                element.set(key, value.replace("url(#", f"url(#{prefix}-"))
    root.set("id", prefix)


def _styled(css: str) -> str:
    """Colours that the page may set, type that follows the page's width."""
    for name, code in style.COLOURS.items():
        css = re.sub(code, f"var(--{name}, {code})", css, flags=re.IGNORECASE)
    return FONT.sub(r"font-size: calc(\1px * var(--text, 1))", DROPPED.sub("", css))


def _sized(root: ET.Element, prefix: str) -> None:
    """Pixels for a viewer, a width that the page may change, type by the width of the screen."""
    width, height = (float(part) for part in root.get("viewBox").split()[2:])
    view = (-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)
    root.set("viewBox", " ".join(f"{each:g}" for each in view))
    root.set("width", "640")
    root.set("height", f"{640 * view[3] / view[2]:.0f}")
    paper = dict(zip(("x", "y", "width", "height"), (f"{each:g}" for each in view), strict=True))
    paper["style"] = _styled(f"fill: {style.COLOURS['paper']}")
    root.insert(0, ET.Element(f"{{{SVG}}}rect", paper))
    root.set("style", "min-width: 0; max-width: 42rem; height: auto")
    for name in ("role", "aria-label"):  # the page gives both
        root.attrib.pop(name, None)
    rules = [f"#{prefix} {{ --text: {SCREENS[0][1]}; font-family: {FAMILY} }}"]
    rules += [
        f"@media (min-width: {rem}rem) {{ #{prefix} {{ --text: {size} }} }}"
        for rem, size in SCREENS[1:]
    ]
    titled = f"@media (max-width: {SCREENS[1][0]}rem)"
    rules.append(f"#{prefix} .title {{ --text: 1 }}")
    rules.append(f"{titled} {{ #{prefix} .title {{ --text: {TITLE_PHONE} }} }}")
    sheet = ET.Element(f"{{{SVG}}}style")
    sheet.text = "\n".join(rules)
    root.insert(0, sheet)
