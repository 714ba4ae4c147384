"""What tests share: the seed, Chromium, and the skipping of what the saved outputs can't tell."""

import shutil
from pathlib import Path

import pytest

from analysis import baseline

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_a7640c446b55ff17.txt"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for path in map(shutil.which, BROWSERS) if path), None)
NO_BROWSER = "Skipped: the browser tests, for want of Chromium (Debian: apt-get install chromium)."
STALE = f"Skipped: what is saved was made from other articles. {baseline.COMMAND} saves it again:"


@pytest.fixture(scope="session")
def seed() -> Path:
    """The seed article's file."""
    return SEED


@pytest.fixture(scope="session")
def corpus():
    """The seed article, read: of no other file in seeds/."""
    import analysis

    return analysis.load(SEED)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser; a test that asks for it is skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("no Chromium")
    return CHROMIUM


def pytest_collection_modifyitems(items):
    moved = baseline.other_articles(ROOT)
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        saved = item.path.suffix == ".ipynb" and item.path.parent == ROOT / "notebooks"
        if moved and (saved or item.get_closest_marker("baseline")):
            item.add_marker(pytest.mark.skip(reason=STALE))


def pytest_terminal_summary(terminalreporter):
    say = terminalreporter.write_line
    browser = any("browser" in report.keywords for report in terminalreporter.getreports("skipped"))
    if CHROMIUM is None and browser:
        say(NO_BROWSER)
    if baseline.other_articles(ROOT):
        say(STALE)
        for line in baseline.differences(ROOT):
            say(f"  {line}")
