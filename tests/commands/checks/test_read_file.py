"""Each file is read once, and everything it names is found."""

from __future__ import annotations

import pytest

from plugins.commands.checks.read_file import read_file

ADDRESS = "https://library.example/x/"


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        ("a.xml", f"<a><b>{ADDRESS}news/</b><c href='{ADDRESS}b/#c'/></a>", {f"{ADDRESS}news/", f"{ADDRESS}b/#c"}),
        ("a.xml", "<?xml-stylesheet type='text/css' href='../feed.css'?><a/>", {"../feed.css"}),
        ("a.xml", f"<a>&lt;a href=&quot;{ADDRESS}d/&quot;&gt;, see {ADDRESS}e/.</a>", {f"{ADDRESS}d/", f"{ADDRESS}e/"}),
        ("a.json", f'{{"url": "{ADDRESS}a/", "other": "https://elsewhere.example/"}}', {f"{ADDRESS}a/"}),
        ("a.webmanifest", '{"icons": [{"src": "i.png"}], "start_url": "./"}', {"i.png", "./"}),
        ("a.css", "a { src: url('b.woff2') } c { background: url(data:x) }", {"b.woff2"}),
        ("a.js", 'import "./b.js"; x(() => import("../c.js"));', {"./b.js", "../c.js"}),
        ("a.txt", f"{ADDRESS}a/", set()),
    ],
)
def test_what_a_file_names_is_found(file: str, text: str, named: set[str]):
    assert read_file(file, text.encode(), ADDRESS).named == named


def test_an_address_on_a_folded_line_of_a_calendar_is_whole():
    text = f"BEGIN:VCALENDAR\r\nURL:{ADDRESS}eve\r\n nts/a/\r\nEND:VCALENDAR\r\n"
    assert read_file("a.ics", text.encode(), ADDRESS).named == {f"{ADDRESS}events/a/"}


@pytest.mark.parametrize("file", ["a.xml", "a.svg", "a.opml", "a.json", "a.webmanifest", "a.ics"])
def test_what_programs_read_is_looked_through(file: str):
    assert read_file(file, b"<rubbish", ADDRESS).faults


def test_places_in_a_drawing_are_known():
    assert read_file("a.svg", b'<svg><g id="dot"/></svg>', ADDRESS).ids == {"dot"}
