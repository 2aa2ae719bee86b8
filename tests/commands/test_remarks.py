"""While serving, a page shows what is wrong with its own file, can be freed of it, and a built page never has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from plugins.commands.nearby import address_of, invitation, is_for_others, own_address
from plugins.commands.remarks import Remarks
from tests.commands.serving import Serving, until
from tests.whole_project import copy_project

EVERYWHERE = "0.0.0.0"  # noqa: S104 (the test is about it)
NOW = "2026-10-08T14:20"
LIBRARY = 'name = "Ash Library"\ntime_zone = "America/Denver"\nlanguages = ["en"]\n'
POST = "---\ntitle: {}\ndate: 2026-10-01\n{}---\n\nText <script></script>.\n"
FILES = {
    "library.toml": LIBRARY,
    "posts/2026-10-01-kettles.md": POST.format("Kettles", ""),
    "posts/2026-10-02-fine.md": "---\ntitle: Fine\n---\n\nText.\n",
    "posts/2026-10-03-draft.md": "---\ntitle: A draft\nstatus: draft\n---\n\nText.\n",
    "posts/2026-12-03-later.md": "---\ntitle: Later\n---\n\nText.\n",
    "posts/2026-10-04-lost.md": "---\ntitle: Lost\nbranches: [<b>]\n---\n\nText.\n",
    "events/events.csv": "id,title,date,start,registration_link\ntalk,A talk,2026-10-09,19:00,\nbad,Bad,soon,10:00,\n",
}
FINE = "/news/fine/"


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Serving]]:
    """Return a small library of its own in a copy of the whole project, served."""
    project = copy_project(tmp_path_factory.mktemp("serving"))
    for name, text in FILES.items():
        (project / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "content" / name).write_text(text, encoding="utf-8")
    running = Serving(project, "--now", NOW)
    yield project, running
    running.process.kill()
    running.process.wait()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page(viewport={"width": 390, "height": 700})
    yield made
    made.close()


def test_a_page_with_nothing_wrong_has_no_box(serving):
    assert "broadside-remarks" not in serving[1].get(FINE)[1]


def test_no_file_of_the_site_has_the_box(serving):
    project, running = serving
    assert "broadside-remarks" in running.get("/news/kettles/")[1]
    assert not any("remarks" in file.read_text("utf-8") for file in (project / ".serve").rglob("*.html"))


def test_a_missing_page_names_the_files_that_were_left_out(serving):
    response, said = serving[1].get("/news/lost/")
    assert response.status == 404
    assert (
        "<code>posts/2026-10-04-lost.md, line 3, branches</code><br>There is no branch &quot;&lt;b&gt;&quot;." in said
    )
    assert "events/events.csv, line 3, date" in said


@pytest.mark.browser
def test_the_box_names_the_place_and_the_cure_and_does_no_harm(serving, page):
    page.goto(f"http://127.0.0.1:{serving[1].port}{FINE}")
    before = page.locator("main").bounding_box()
    page.goto(f"http://127.0.0.1:{serving[1].port}/news/kettles/")
    box = page.get_by_role("complementary", name="Problems of this page")
    box.wait_for()
    assert "posts/2026-10-01-kettles.md, line 6\n<script> may not be published" in box.inner_text()
    assert "The terminal names 2 errors in other files." in box.inner_text()
    assert (before["x"], before["y"]) == tuple(page.locator("main").bounding_box()[side] for side in "xy")
    place = box.bounding_box()
    assert place["y"] + place["height"] <= 700
    assert place["height"] <= 700 * 0.4 + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    found = Axe().run(page, "#broadside-remarks")
    assert found.response["violations"] == []


@pytest.mark.browser
def test_the_box_is_closed_by_the_keyboard_and_stays_closed_until_it_says_something_else(serving, page):
    project, running = serving
    page.goto(f"http://127.0.0.1:{running.port}/news/kettles/")
    summary = page.locator("#broadside-remarks summary")
    summary.focus()
    page.keyboard.press("Escape")
    assert page.locator("#broadside-remarks details").get_attribute("open") is None
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.reload()
    assert page.locator("#broadside-remarks details").get_attribute("open") is None
    page.keyboard.press("Tab")
    post = project / "content/posts/2026-10-01-kettles.md"
    post.write_text(POST.format("Kettles", "") + "\n<form>\n", encoding="utf-8")
    page.locator("#broadside-remarks").get_by_text("<form>").first.wait_for(timeout=60_000)
    assert page.locator("#broadside-remarks details").get_attribute("open") is not None
    post.write_text(POST.format("Kettles", ""), encoding="utf-8")
    page.locator("#broadside-remarks").get_by_text("<form>").wait_for(state="detached", timeout=60_000)


@pytest.mark.browser
def test_drafts_and_posts_to_come_are_marked_on_their_pages_and_in_lists(serving, page):
    page.goto(f"http://127.0.0.1:{serving[1].port}/news/draft/")
    assert page.locator(".draft-mark").inner_text().casefold().startswith("draft")
    page.goto(f"http://127.0.0.1:{serving[1].port}/news/later/")
    assert "3 December" in page.locator(".draft-mark").inner_text()
    page.goto(f"http://127.0.0.1:{serving[1].port}/news/")
    assert page.locator(".tag.draft").count() == 2


def test_a_row_of_a_spreadsheet_has_its_own_problems_only(tmp_path):
    record = {
        "severity": "warning",
        "file": "events/a.csv",
        "column": None,
        "what": "So.",
        "cure": "Thus.",
        "rule": "a.b",
    }
    report = {
        "problems": [record | {"line": 2}, record | {"line": 3}, record | {"line": None}, record | {"severity": "note"}]
    }
    sources = {"events/walk/": "events/a.csv, line 3", "a/": "pages/a.md"}
    (tmp_path / "report.json").write_text(json.dumps({"sources": sources} | report), encoding="utf-8")
    remarks = Remarks(report=tmp_path / "report.json")
    remarks.refresh()
    assert [one["line"] for one in remarks.of("events/Walk/index.html")] == [3, None]
    assert remarks.of("a/index.html") == remarks.of("index.html") == []
    (tmp_path / "report.json").write_text("{", encoding="utf-8")
    remarks.refresh()
    assert "2 worth a look" in remarks.render("events/walk/index.html")


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        (EVERYWHERE, "http://127.0.0.1:8000/"),
        ("::", "http://[::1]:8000/"),
        ("fd00::7", "http://[fd00::7]:8000/"),
        ("192.168.1.7", "http://192.168.1.7:8000/"),
        ("desk.local", "http://desk.local:8000/"),
    ],
)
def test_an_address_is_one_that_a_browser_takes(host, address):
    assert address_of(host, 8000) == address
    assert is_for_others(host) is (host != "127.0.0.1")


def test_a_telephone_is_told_what_to_type_and_in_a_terminal_what_to_scan():
    said = invitation("192.168.1.7", 8000, is_terminal=False)
    assert said == "On a telephone in the same network: http://192.168.1.7:8000/"
    lines = invitation("192.168.1.7", 8000, is_terminal=True).splitlines()
    assert lines[0] == said
    assert len({len(line) for line in lines[1:]}) == 1
    assert set("".join(lines[1:])) <= set("█▀▄ ")


def test_another_computer_may_look_when_it_is_let_in(project):
    running = Serving(project, "--host", EVERYWHERE)
    try:
        own = own_address(EVERYWHERE)
        expected = f"On a telephone in the same network: http://{own}:{running.port}/" if own else "is on no network"
        running.wait_for(expected)
        until(lambda: running.get("/")[0].status == 200, running)
    finally:
        running.process.kill()
        running.process.wait()
