"""Pages in a real browser: read by everybody, followed by mouse and keyboard, printed, silent."""

from itertools import pairwise, product

import pytest
from pages import NOTEBOOKS, VARIANTS, built

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PAGES = [f"en-{notebook}" for notebook in NOTEBOOKS] + ["index"]
OTHERS = ["fr-deployments", "hostile-casualties", "nothing-deployments", "sentences-sources"]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def opened(browser):
    """A function that opens a page and fails the test where the page is not silent."""
    contexts, loud = [], []

    def open_page(name, width=1280, scheme="light", height=900):
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: loud.append(message.text))
        page.on("pageerror", lambda error: loud.append(str(error)))
        page.on("dialog", lambda dialog: loud.append(dialog.message))
        page.on("request", lambda request: heard(request.url, loud))
        page.goto((built() / f"{name}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert loud == []


def heard(url, loud):
    if not url.startswith((built().as_uri(), "data:")):
        loud.append(url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(opened, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    others = OTHERS if (width, scheme) == (390, "dark") else []
    for name in PAGES + others:
        result = Axe().run(opened(name, width, scheme), options=options)
        found = [
            (each["id"], node["html"][:160], node.get("failureSummary", "")[:300])
            for each in result.response["violations"]
            for node in each["nodes"]
        ]
        assert found == [], name


@pytest.mark.parametrize("name, width", [*product(PAGES + OTHERS, [320]), *product(PAGES, [640])])
def test_nothing_scrolls_sideways(opened, name, width):
    assert opened(name, width).evaluate(SIDEWAYS) <= 0


def hash_of(page):
    return page.evaluate("decodeURIComponent(location.hash)")


def in_sight(page, selector):
    box = page.locator(selector).bounding_box()
    return box is not None and -1 <= box["y"] <= 900


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_from_number_to_words_and_back_by_mouse(opened, notebook):
    page = opened(f"en-{notebook}")
    page.emulate_media(reduced_motion="reduce")
    page.locator("main section a.n[href^='#claim-']:visible").first.click()
    claim = hash_of(page).removeprefix("#claim-")
    assert page.evaluate("document.querySelector(':target').tagName") == "TR"
    assert in_sight(page, f"[id='claim-{claim}']")
    page.locator(f"[id='claim-{claim}'] th a").click()
    assert hash_of(page) == f"#words-{claim}" and in_sight(page, f"[id='words-{claim}']")
    page.locator(f"[id='words-{claim}'] a").click()
    assert hash_of(page) == f"#claim-{claim}" and in_sight(page, f"[id='claim-{claim}']")


def test_from_number_to_words_and_back_by_keyboard(opened):
    page = opened("en-casualties")
    page.emulate_media(reduced_motion="reduce")
    reach(page, "document.activeElement.matches('section a.n[href^=\"#claim-\"]')")
    page.keyboard.press("Enter")
    claim = hash_of(page).removeprefix("#claim-")
    reach(page, "document.activeElement.matches('tr:target th a')")
    page.keyboard.press("Enter")
    assert hash_of(page) == f"#words-{claim}"
    reach(page, "document.activeElement.matches('mark:target a')")
    page.keyboard.press("Enter")
    assert hash_of(page) == f"#claim-{claim}"


def reach(page, condition, steps=80):
    for _ in range(steps):
        page.keyboard.press("Tab")
        if page.evaluate(condition):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", "the focus is not seen"
            return
    raise AssertionError(f"not reached by Tab: {condition}")


def test_marks_in_charts_are_links_with_names_and_easy_to_hit(opened):
    for notebook in NOTEBOOKS:
        page = opened(f"en-{notebook}")
        links = page.locator("figure.chart svg a")
        assert links.count() > 0
        for link in links.all():
            name = link.evaluate(
                "e => (e.getAttribute('aria-label') || e.querySelector('title')?.textContent"
                " || e.textContent).trim()"
            )
            box = link.bounding_box()
            assert name and min(box["width"], box["height"]) >= 20, (notebook, name, box)


def test_a_mark_of_a_chart_leads_to_its_row(opened):
    page = opened("en-deployments")
    link = page.locator("figure.chart svg a").first
    target = link.evaluate("e => e.getAttribute('href') || e.getAttribute('xlink:href')")
    link.focus()
    page.keyboard.press("Enter")
    assert hash_of(page) == target


def test_the_skip_link_comes_first(opened):
    page = opened("en-sources")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"


def test_tables_scroll_by_keyboard(opened):
    page = opened("en-sources", 660)
    region = page.locator("#table-claims div.scroll")
    region.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('#table-claims div.scroll').scrollLeft > 0")


@pytest.mark.parametrize("width", [320, 390])
def test_tables_are_cards_on_a_phone_and_tables_still(opened, width):
    page = opened("fr-deployments", width)
    table = page.locator("#table-claims")
    assert table.locator("div.scroll").evaluate("e => e.scrollWidth - e.clientWidth") <= 0
    cell, head = table.locator("tbody td").first, table.locator("thead th").nth(1)
    said = cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert said.startswith(f'"{head.text_content()}"')
    boxes = [each.bounding_box() for each in table.locator("tbody tr").first.locator("td").all()]
    assert all(one["y"] < other["y"] for one, other in pairwise(boxes))
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    roles = {node["role"]["value"] for node in tree["nodes"] if not node["ignored"]}
    assert roles >= {"table", "rowgroup", "row", "rowheader", "columnheader", "cell"}
    wide = opened("fr-deployments", 1280).locator("#table-claims tbody td").first
    assert wide.evaluate("e => getComputedStyle(e, '::before').content") == "none"


def test_rows_of_parties_can_be_hidden(opened):
    page = opened("sentences-sources")
    rows = page.locator("#table-claims tr:has(.party)")
    others = page.locator("#table-claims tbody tr:not(:has(.party))")
    assert rows.first.is_visible() and others.count()
    page.locator("#no-parties").check()
    assert rows.count() and not any(row.is_visible() for row in rows.all())
    page.locator("#no-parties").uncheck()
    assert rows.first.is_visible()


def test_code_opens_one_by_one_and_all_at_once(opened):
    page = opened("en-sources")
    blocks = page.locator("details.code pre")
    assert not any(block.is_visible() for block in blocks.all())
    page.locator("details.code summary").first.click()
    assert blocks.first.is_visible()
    page.locator("#all-code").focus()
    page.keyboard.press("Space")
    assert all(block.is_visible() for block in blocks.all())


def test_contents_stand_beside_or_folded(opened):
    wide, narrow = opened("en-sources", 1280), opened("en-sources", 390)
    assert wide.locator("nav.beside").is_visible() and not wide.locator("nav.folded").is_visible()
    assert narrow.locator("nav.folded summary").is_visible()
    assert not narrow.locator("nav.folded a").first.is_visible()
    narrow.locator("nav.folded summary").click()
    narrow.locator("nav.folded a").first.click()
    assert hash_of(narrow)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_print(opened, paper):
    page = opened("en-deployments")
    printed = page.pdf(format=paper, prefer_css_page_size=True)
    assert printed.startswith(b"%PDF") and printed.count(b"/Type /Page\n") >= 3
    page.emulate_media(media="print", color_scheme="dark")
    split = (
        "[...document.querySelectorAll('figure.chart')].map(e => getComputedStyle(e).breakInside)"
    )
    assert set(page.evaluate(split)) == {"avoid"}
    assert not page.locator("nav.beside").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_chart_too_tall_for_paper_is_printed_with_its_rows(opened):
    page = opened("en-deployments")
    page.emulate_media(media="print")
    rows = page.locator("#figure-timeline details.alternative table")
    assert not rows.is_visible()
    page.locator("#figure-timeline").evaluate("e => e.setAttribute('data-tall', '')")
    assert rows.is_visible() and rows.bounding_box()["height"] > 50


def test_the_download_is_a_file(opened):
    page = opened("en-sources")
    with page.expect_download() as waiting:
        page.locator("#table-claims a.download").click()
    assert waiting.value.suggested_filename == "claims.csv"


def test_hostile_text_runs_nowhere(opened):
    for notebook in NOTEBOOKS:
        page = opened(f"hostile-{notebook}")
        assert page.title() != "x" and page.locator("script").count() == 0
        assert "<script>alert" in page.locator("div.text").inner_text()


def test_every_variant_was_built():
    assert {path.stem for path in built().glob("*.html")} == {
        *(f"{variant}-{notebook}" for variant in VARIANTS for notebook in NOTEBOOKS),
        "index",
    }
