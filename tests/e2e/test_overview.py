"""The story on one axis: looked over, by links alone, by keys, by mouse and by touch."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.looking import assert_accessible, assert_fits
from tests.stack import Stack

AT = "/t/whole-story/overview/"


@pytest.fixture(scope="module")
def story(stack: Stack) -> Stack:
    """Two thousand events over twenty years, and one five hundred years before."""
    table = stack.var / "long.csv"
    months = [(2000 + n * 37 % 240 // 12, n * 37 % 12 + 1) for n in range(1_999)]
    days = [f"-{n * 11 % 28 + 1:02d}" if n % 20 else "" for n in range(1_999)]
    rows = [
        f"{y}-{m:02d}{d},The council meets again {n}" for n, ((y, m), d) in enumerate(zip(months, days, strict=True))
    ]
    table.write_text("date,headline\n" + "\n".join([*rows, "1500,The bridge is first named"]) + "\n")
    stack.manage("import_timeline", str(table), "--slug", "whole-story", "--user", "moderator", "--publish")
    return stack


def shown(page: Page) -> Locator:
    return page.locator("#axis-name")


def months(page: Page) -> float:
    """How much of the story is drawn."""
    seen = "[...document.querySelectorAll('.axis__paper')].find((each) => each.getClientRects().length)"
    return float(page.evaluate(f"(({{dataset}}) => dataset.end - dataset.start)({seen})"))


@pytest.mark.parametrize("width", [390, 1024, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(page: Page, story: Stack, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    for query in ("", "?from=2010-03-01&to=2010-04-10"):
        page.goto(AT + query)
        expect(page.locator(".axis__paper:visible .axis__hit").first).to_be_attached()
        assert_accessible(page)
        assert_fits(page)


def test_without_scripts(plain_page: Page, story: Stack) -> None:
    plain_page.goto("/t/whole-story/")
    plain_page.get_by_role("link", name="See it all on one axis").click()
    expect(shown(plain_page)).to_have_text("2000 to 2019")
    expect(plain_page.locator("#axis")).to_contain_text("The bridge is first named")
    plain_page.get_by_role("link", name="Zoom in").click()
    expect(shown(plain_page)).to_have_text("2005 to 2014")
    plain_page.locator(".axis__paper--wide .axis__heap").first.click()
    expect(plain_page).to_have_url(re.compile(r"from=200\d-\d\d-\d\d&to=2005"))
    plain_page.locator(".axis__paper--wide .axis__event").first.click()
    expect(plain_page).to_have_url(re.compile(r"/t/whole-story/#e-\d+"))


def test_by_keyboard(page: Page, story: Stack) -> None:
    page.goto(AT)
    page.keyboard.press("+")
    expect(shown(page)).to_have_text("2005 to 2014")
    expect(page.locator("#shows")).to_have_text("2005 to 2014")
    page.keyboard.press("ArrowRight")
    expect(shown(page)).to_have_text("2010 to 2019")
    page.keyboard.press("-")
    expect(shown(page)).to_contain_text("2019")
    page.keyboard.press("Home")
    expect(shown(page)).to_have_text("2000 to 2019")
    zoom = page.get_by_role("link", name="Zoom in")
    zoom.focus()
    zoom.press("Enter")
    expect(shown(page)).to_have_text("2005 to 2014")
    expect(page.get_by_role("link", name="Zoom in")).to_be_focused()
    page.reload()
    expect(shown(page)).to_have_text("2005 to 2014")
    event = page.locator(".axis__event").first
    event.focus()
    expect(page.locator("#told")).to_contain_text("The council meets again")


def test_by_mouse(page: Page, story: Stack) -> None:
    page.goto(f"{AT}?from=2010-01-01&to=2010-12-31")
    box = page.locator(".axis__paper--wide").bounding_box()
    assert box is not None
    middle, height = box["x"] + box["width"] / 2, box["y"] + 40
    page.mouse.move(middle, height)
    page.mouse.down()
    page.mouse.move(middle - 300, height, steps=8)
    page.mouse.up()
    expect(shown(page)).to_contain_text("2011")
    assert abs(months(page) - 12) < 0.2
    page.keyboard.down("Control")
    page.mouse.wheel(0, -60)
    page.keyboard.up("Control")
    expect(page.locator(".axis__moves[transform]")).to_have_count(0)
    assert months(page) < 8
    expect(page).to_have_url(re.compile("from=2010"))


def test_a_drag_presses_nothing(page: Page, story: Stack) -> None:
    page.goto(f"{AT}?from=2010-01-01&to=2010-02-28")
    mark = page.locator(".axis__paper--wide .axis__hit").first.bounding_box()
    assert mark is not None
    page.mouse.move(mark["x"] + 5, mark["y"] + 12)
    page.mouse.down()
    page.mouse.move(mark["x"] + 90, mark["y"] + 12, steps=5)
    page.mouse.up()
    page.wait_for_timeout(400)
    assert "/overview/" in page.url


def test_two_fingers_and_one(browser: Browser, story: Stack) -> None:
    context = browser.new_context(
        base_url=story.url, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{AT}?from=2010-01-01&to=2010-12-31")
    box = page.locator(".axis__paper--phone").bounding_box()
    assert box is not None
    hand = context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + 60

    def touch(kind: str, *at: float) -> None:
        points = [{"x": each, "y": y, "id": number} for number, each in enumerate(at)]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", x - 40, x + 40)
    for step in range(1, 9):
        touch("touchMove", x - 40 - 10 * step, x + 40 + 10 * step)
    touch("touchEnd")
    expect(page.locator(".axis__paper--alone")).to_have_count(1)
    closer = months(page)
    assert closer < 8
    touch("touchStart", x)
    for step in range(1, 9):
        touch("touchMove", x - 15 * step)
    touch("touchEnd")
    expect(shown(page)).not_to_contain_text("1 January 2010")
    assert abs(months(page) - closer) < 0.3
    context.close()


def test_moving_two_thousand_events_keeps_up_with_the_hand(page: Page, story: Stack) -> None:
    page.goto(AT)
    slowest = page.evaluate("""async () => {
      const paper = document.querySelector(".axis__paper--wide"), box = paper.getBoundingClientRect();
      const wheel = (by) => paper.dispatchEvent(new WheelEvent("wheel", {deltaY: by, ctrlKey: true, bubbles: true,
        cancelable: true, clientX: box.left + 300, clientY: box.top + 50}));
      const frame = () => new Promise(requestAnimationFrame), took = [];
      for (let turn = 0; turn < 30; turn++) {
        const begun = performance.now();
        wheel(turn % 2 ? 8 : -8);
        paper.getBoundingClientRect();
        took.push(performance.now() - begun);
        await frame();
      }
      return took.sort((a, b) => a - b)[26];
    }""")
    assert slowest < 16, f"{slowest} ms of one frame"
