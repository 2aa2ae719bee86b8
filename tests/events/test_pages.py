"""What the built pages of events say: what has changed, what is over, how to book, and where else to look."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest

from tests.conftest import build_site

LIBRARY = """name = "Mini Library"
address = "https://mini.example/"
time_zone = "America/Denver"
languages = ["en", "es"]
[[branches]]
id = "central"
name = "Central"
street = "1 Library Square"
latitude = 39.5
longitude = -106.0
[[branches]]
id = "mill"
name = "Mill Street"
[[audiences]]
id = "adults"
name = "Adults"
[[access]]
id = "loop"
name = { en = "Hearing loop", es = "Bucle auditivo" }
"""
BOOKED = {"registration": "required", "registration_link": "https://book.example/1"}
EVENTS = (
    {"id": "off", "title": "Ink Fair", "date": "2026-10-24", "status": "postponed", "note": "A roof.", **BOOKED},
    {
        "id": "later",
        "title": "Stars",
        "date": "2026-10-23",
        "start": "20:00",
        "end": "22:00",
        "room": "Roof",
        "program": "stars",
        "cost": "$3",
        "opens": "2026-10-15",
        "places": "20",
        "status": "tentative",
        **BOOKED,
        "access": "Hearing loop. Ramp.",
        "language": "es",
        "partners": "Astronomers; County Parks",
        "image": "images/star.png",
        "image_alt": "A star",
    },
    {
        "id": "time",
        "title": "Cheese",
        "date": "2026-10-30",
        "start": "19:30",
        "end": "21:00",
        "status": "moved",
        "previous_start": "2026-10-30 18:00",
    },
    {
        "id": "place",
        "title": "Maps",
        "date": "2026-10-30",
        "branch": "mill",
        "room": "Hall",
        "status": "moved",
        "previous_place": "Central, Attic",
    },
    {
        "id": "full",
        "title": "Lanterns",
        "date": "2026-10-12",
        "start": "19:30",
        "end": "21:00",
        "branch": "",
        "place": "The river steps",
        "places": "24",
        "status": "full",
        **BOOKED,
    },
    {"id": "chess", "title": "Chess", "date": "2026-10-01", "start": "17:00", "end": "18:00", "repeat": "weekly"},
    {"id": "chess", "occurrence": "2026-10-15", "start": "18:00", "end": "19:00", "note": "A concert."},
    {"id": "chess", "occurrence": "2026-10-22", "status": "cancelled", "note": "All are away."},
    {"id": "finale", "title": "Finale", "date": "2026-08-29", "start": "14:00", "end": "16:00"},
    {"id": "ended", "title": "Lessons", "date": "2026-01-05", "repeat": "weekly", "until": "2026-02-20"},
)
USUAL = {"branch": "central", "audience": "adults", "start": "10:00", "end": "11:00", "description": "Words."}


def spreadsheet() -> str:
    rows = [one if "occurrence" in one else USUAL | one for one in EVENTS]
    text = io.StringIO()
    writer = csv.DictWriter(text, dict.fromkeys(name for row in rows for name in row))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
PROGRAM = "---\ntitle: Looking up\nsummary: Stars, from the roof.\n---\n\nWe look up.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, text in {
        "library.toml": LIBRARY,
        "events/a.csv": spreadsheet(),
        "programs/stars.md": PROGRAM,
    }.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "content/images").mkdir()
    (folder / "content/images/star.png").write_bytes(PNG)
    built = build_site(folder / "output", "--content", str(folder / "content"), "--now", "2026-10-08T14:20")
    assert [one for one in built.report["problems"] if one["severity"] == "error"] == []
    return built


def main_of(site, address: str) -> str:
    return site.read(address).partition("<main")[2].partition("</main>")[0]


def words(site, address: str) -> str:
    """Return what a page says, with what is struck between tildes and what is marked between stars."""
    html = re.sub(r"</?s>", "~", re.sub(r"</?mark>", "*", main_of(site, address)))
    said = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    return unescape(re.sub(r" ?([~*]) ?", r"\1", said))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("events/off/", ["Postponed", "~Saturday 24 October", "Put off to another day A roof.", "Instead, come to"]),
        (
            "events/time/",
            ["Friday 30 October,~6:00 pm~*7:30 to 9:00 pm*", "This has moved", "It now takes place Friday"],
        ),
        ("events/place/", ["~Central, Attic~*Mill Street, Hall*", "How to get to Mill Street"]),
        ("events/full/", ["All 24 places are taken", "Join the waiting list", "All places are taken. 24 places."]),
        ("events/finale/", ["This has been and gone", "Saturday 29 August"]),
        ("events/ended/", ["This has been and gone", "Monday 16 February"]),
        ("events/chess/", ["Moved", "A concert.", "Cancelled All are away."]),
    ],
)
def test_a_page_says_what_has_become_of_its_event(site, address, expected):
    said = words(site, address)
    assert [part for part in expected if part not in said] == []


def test_one_cancelled_day_does_not_strike_the_series(site):
    page = main_of(site, "events/chess/")
    assert 'class="over"' not in page
    assert re.findall(r'<tr class="([^"]*)"', page)[:3] == ["next", "", "is-off"]


def test_a_page_says_how_booking_stands_whom_it_is_for_and_with_whom(site):
    said = words(site, "events/later/")  # in Spanish, as the event is
    for part in (
        "La reserva se abre el",
        "$3",
        "Adults",
        "Hearing loop. Ramp.",
        "Astronomers, County Parks",
        "Looking up",
    ):
        assert part in said, part


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("events/later/", "https://www.openstreetmap.org/?mlat=39.5&amp;mlon=-106.0#map=17/39.5/-106.0"),
        ("events/full/", "https://www.openstreetmap.org/search?query=The%20river%20steps"),
        ("events/later/", "/events/access/loop/"),
        ("events/later/", "/events/language/es/"),
        ("events/later/", "/events/program/stars/"),
        ("events/later/", "mailto:?subject=Stars&amp;body="),
    ],
)
def test_a_page_leads_on_by_plain_links(site, address, link):
    assert link in main_of(site, address)


def test_a_page_that_is_read_after_the_end_says_it_is_over(site):
    page = main_of(site, "events/full/")
    assert 'data-module="notice" data-from="2026-10-12T21:00-06:00" hidden' in page
    assert 'data-module="notice" data-until="2026-10-12T21:00-06:00"' in page
    assert 'data-from="' not in main_of(site, "events/finale/")


def test_a_list_says_it_as_well(site):
    said = words(site, "events/")
    for part in ("Postponed", "Moved from 6:00 pm", "Moved from Central, Attic", "Full", "Not certain yet"):
        assert part in said, part
    table = words(site, "events/2026-10/")
    assert "~Ink Fair~Postponed" in table
    assert table.count("Chess") == 5
    assert "~Chess~Cancelled" in table


def test_pages_are_events_to_those_who_read_microformats(site):
    for address in ("events/later/", "events/"):
        page = main_of(site, address)
        for name in ("h-event", "p-name", "dt-start", "dt-end", "p-location", "u-url", "p-category"):
            assert re.search(rf'class="[^"]*\b{name}\b', page), (address, name)


def test_what_is_shared_says_when_and_shows_the_picture(site):
    head = site.read("events/later/").partition("</head>")[0]
    assert 'property="og:description" content="viernes, 23 de octubre' in head
    assert re.search(r'property="og:image" content="https://mini.example/images/star-[0-9a-f]{10}-1.png"', head)
    assert 'property="og:image:alt" content="A star"' in head


def test_months_that_are_over_stay_and_say_so(site):
    archive = main_of(site, "events/archive/")
    assert [month in archive for month in ("events/2026-01/", "events/2026-02/", "events/2026-08/")] == [True] * 3
    assert "events/2026-10/" not in archive
    for address in ("events/2026-08/", "events/2026-08/list/"):
        assert "This month is over. There was one event." in words(site, address)
        assert "Finale" in words(site, address)
    assert 'data-module="filter"' not in site.read("events/2026-08/list/")


def test_lists_of_a_language_and_of_a_provision_are_in_each_language(site):
    assert "What’s on: Hearing loop" in site.read("events/access/loop/")
    assert "Bucle auditivo" in site.read("es/events/access/loop/")
    assert "What’s on in Spanish" in site.read("events/language/es/")
    assert "Looking up" in site.read("events/program/stars/")
