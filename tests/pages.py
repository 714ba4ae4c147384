"""Built pages for the tests, and the walk over every number of a page."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import yaml

from analysis import publishing

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_a7640c446b55ff17.txt"
NOTEBOOKS = ("deployments", "casualties", "sources")
HOSTILE_NAME = 'a<b>&$x$ "q" *m*.txt'
HOSTILE = (
    "<script>alert('1 500 soldats')</script> Titre & *gras* $x^2$\n\n"
    "Selon le ministère <b>russe</b> & Cie, environ 1 200 soldats *gras* ont été tués à $x_1$ "
    '\\textbf{ville} </td></table><script>document.title="x"</script>.\n'
    "Le 3 mai 2024, \x1b[31m300 autres\x1b[0m soldats ont été blessés, `code` {{ 7 * 7 }} "
    "[lien](javascript:alert(1)).\n"
)
NOTHING = "Le ministre a parlé de la paix, et personne ne l’a interrompu.\n"
VARIANTS: dict[str, dict[str, str]] = {
    "en": {"seeds": str(SEED)},
    "fr": {"seeds": str(SEED), "language": "fr"},
    "sentences": {"seeds": str(SEED), "evidence": "sentences", "parties": "UA,RU,KP"},
    "hostile": {"seeds": "hostile"},
    "nothing": {"seeds": "nothing"},
}
TITLE = ["html", "head", "title"]
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
NUMBER = re.compile(r"\d+(?:[\s.,'’\u00a0\u202f\u2009]\d+)*")


def built() -> Path:
    """A folder with `{variant}-{notebook}.html` of each variant, built once."""
    folder, code = _built()
    assert code == 0, f"see {sorted(path.name for path in folder.glob('*.failed.html'))}"
    return folder


@cache
def _built() -> tuple[Path, int]:
    folder = Path(tempfile.mkdtemp(prefix="pages-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name, file, text in (
        ("hostile", HOSTILE_NAME, HOSTILE),
        ("nothing", "nothing.txt", NOTHING),
    ):
        (folder / name).mkdir()
        (folder / name / file).write_bytes(text.encode())
        stated = f"['{file}']\nlanguage = 'fr'\n"
        (folder / name / "seeds.toml").write_text(stated, encoding="utf-8")
    sets = [
        {"name": f"{variant}-{notebook}", "notebook": notebook, **_words(folder, words)}
        for variant, words in VARIANTS.items()
        for notebook in NOTEBOOKS
    ]
    file = folder / "sets.yml"
    file.write_text(yaml.safe_dump(sets), encoding="utf-8")
    return folder / "out", publishing.report([], folder / "out", {}, sets=file)


def _words(folder: Path, words: dict[str, str]) -> dict[str, str]:
    seeds = words["seeds"]
    return words | {"seeds": seeds if Path(seeds).is_absolute() else str(folder / seeds)}


def names() -> list[str]:
    """The names of all the pages that are built."""
    return [f"{variant}-{notebook}" for variant in VARIANTS for notebook in NOTEBOOKS]


def html(name: str) -> str:
    """One built page."""
    return (built() / f"{name}.html").read_text("utf-8")


@dataclass
class Found:
    """A number of a page, and whether it answers for itself."""

    number: str
    answers: bool
    context: str


class Walk(HTMLParser):
    """Every number that a reader of a page sees, chart text included."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.found: list[Found] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if known.get("id"):
            self.ids.append(known["id"])
        link = known.get("href") or known.get("xlink:href")
        if link and tag in ("a", "use"):
            self.links.append(link)
        if tag not in VOID:
            self.open.append((tag, known))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if any(tag == "style" for tag, _ in self.open) or [tag for tag, _ in self.open] == TITLE:
            return
        for match in NUMBER.finditer(data):
            around = data[max(0, match.start() - 30) : match.end() + 30]
            self.found.append(Found(match[0], any(map(answers, self.open)), around.strip()))

    @property
    def stray(self) -> list[str]:
        return [f"{each.number} in {each.context!r}" for each in self.found if not each.answers]


def answers(element: tuple[str, dict[str, str | None]]) -> bool:
    """Whether an element answers for the numbers in it: a link, a row, a count, an exemption."""
    tag, known = element
    classes = (known.get("class") or "").split()
    if "data-no-claim" in known or "data-no-claim" in classes or "data-count" in known:
        return True
    if (known.get("id") or "").startswith(("claim-", "derived-")):
        return tag in ("tr", "g", "li")
    link = known.get("href") or known.get("xlink:href") or ""
    return tag == "a" and link.startswith(("#claim-", "#derived-", "#words-", "#table-"))
