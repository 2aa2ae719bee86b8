"""A whole library.toml, what is wrong in one, and what stands in for one that is not there."""

from __future__ import annotations

from datetime import date, time

import pytest

from plugins.kernel.library import MenuItem, OpeningHours, SpecialDay
from plugins.library.read_library import read_library
from plugins.library.rules import RULES

GOOD = """
name = "Juniper County Library"
tag_line = { en = "Come in", es = "Adelante" }
address = "https://juniper.example"
calendar_host = "Old.example"
time_zone = "America/Denver"
languages = ["en", "es"]

[brand]
hue = 200
chroma = 0.05

[contact]
phone = "555 0100"
email = "ask@juniper.example"
hours = { en = "Weekdays", es = "De lunes a viernes" }

[catalog]
search = "https://catalog.juniper.example/search?q={query}"

[[menu]]
address = "/events/"
[[menu]]
title = "Get a card"
address = "get-a-card/"

[[branches]]
id = "central"
name = "Central"
latitude = 39
longitude = -106.5
rooms = ["Story Room"]
[branches.hours]
monday = "9:00-20:00"
[[branches.special_days]]
date = 2026-12-24
hours = "9-13"
reason = "Christmas Eve"

[[branches]]
id = "mill-street"
name = "Mill Street"
[branches.hours]
monday = "10:00-13:00, 14:00-18:00"

[[closures]]
date = 2026-10-12
reason = { en = "Training", es = "Formación" }
[[closures]]
date = "12-24"
until = "12-25"
branches = ["mill-street"]

[[audiences]]
id = "teens"
name = "Teens"
ages = "12-17"
band = "diagonal"

[[topics]]
id = "tech"
name = "Tech"

[[access]]
id = "loop"
name = { en = "Hearing loop", es = "Bucle auditivo" }
words = ["Loop"]

[[social]]
name = "Mastodon"
address = "https://mastodon.example/@juniper"

[notice]
text = "Snow"
branches = ["central"]
from = 2026-01-14T11:00
until = 2026-01-14

[[events]]
file = "events/*.csv"
time_zone = "America/New_York"
branch = "central"
"""


def read(tmp_path, source):
    (tmp_path / "library.toml").write_text(source, encoding="utf-8")
    return read_library(tmp_path / "library.toml")


def test_a_good_file_becomes_a_library(tmp_path):
    library, problems, defaults = read(tmp_path, GOOD)
    assert (problems, defaults, library.is_default) == ((), (), False)
    assert (library.name, library.short_name) == ("Juniper County Library", "Juniper County Library")
    assert (str(library.tag_line), library.tag_line.in_("es")) == ("Come in", "Adelante")
    assert (library.address, library.time_zone.key) == ("https://juniper.example/", "America/Denver")
    assert (library.languages, library.hue, library.chroma) == (("en", "es"), 200.0, 0.05)
    assert library.calendar_host == "old.example"
    assert library.catalog.endswith("?q={query}")
    assert library.contact.hours.in_("es") == "De lunes a viernes"
    assert library.menu[0] == MenuItem(address="events/")
    assert str(library.menu[1].title) == "Get a card"
    assert (library.audience("teens").youngest, library.audience("teens").band) == (12, "diagonal")
    assert str(library.topic("tech").name) == "Tech"
    assert [(one.id, one.name.in_("es"), one.words) for one in library.access] == [
        ("loop", "Bucle auditivo", ("Loop",))
    ]
    assert library.social[0].name == "Mastodon"
    assert (library.event_sources[0].time_zone.key, library.event_sources[0].branch) == ("America/New_York", "central")


def test_a_branch_has_its_week_and_its_special_days(tmp_path):
    library, _, _ = read(tmp_path, GOOD)
    central, mill = library.branches
    assert (central.latitude, central.longitude, central.rooms) == (39.0, -106.5, ("Story Room",))
    assert central.hours_on(date(2026, 10, 5)) == (OpeningHours(opens=time(9), closes=time(20)),)
    assert len(mill.hours_on(date(2026, 10, 5))) == 2
    assert central.hours_on(date(2026, 10, 6)) == ()
    assert central.hours_on(date(2026, 12, 24))[0].closes == time(13)
    assert mill.special_days[1:] == (SpecialDay(month_day=(12, 24)), SpecialDay(month_day=(12, 25)))
    assert library.closure_on(date(2026, 10, 12)).in_("es") == "Formación"


def test_a_notice_has_moments_in_the_librarys_zone(tmp_path):
    notice = read(tmp_path, GOOD)[0].notice
    assert (notice.starts.isoformat(), notice.ends.isoformat()) == (
        "2026-01-14T11:00:00-07:00",
        "2026-01-15T00:00:00-07:00",
    )
    assert notice.branches == ("central",)


def test_an_unknown_branch_is_compared_with_those_there_are(tmp_path):
    source = GOOD.replace('branches = ["mill-street"]', 'branches = [\n"central",\n"mil-street",\n]')
    library, problems, _ = read(tmp_path, source)
    assert [(problem.line, problem.value) for problem in problems] == [(54, "mil-street")]
    assert 'Did you mean "mill-street"?' in problems[0].cure
    assert len(library.branch("central").special_days) == 4
    assert len(library.branch("mill-street").special_days) == 1


def test_all_problems_come_at_once_in_the_order_of_the_file(tmp_path):
    source = GOOD.replace("hue = 200", "hue = 999").replace("12-17", "old").replace("America/Denver", "Denver")
    library, problems, _ = read(tmp_path, source)
    assert [problem.column for problem in problems] == ["time_zone", "brand.hue", "audiences.ages"]
    assert (library.time_zone.key, library.hue, library.chroma) == ("UTC", 152.0, 0.05)
    assert library.audience("teens").youngest is None


def _how_many(library):
    lists = (library.audiences, library.social, library.event_sources, library.menu, library.branches)
    special_days = sum(len(branch.special_days) for branch in library.branches)
    return *map(len, lists), special_days, library.notice is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id = "teens"', 'id = "Teens!"'),
        ('name = "Mastodon"', ""),
        ("until = 2026-01-14", 'until = "soon"'),
        ('branches = ["central"]', 'branches = ["nowhere"]'),
        ('file = "events/*.csv"', 'file = "/etc/*.csv"'),
        ('hours = "9-13"', 'hours = "9-1"'),
        ('address = "/events/"', 'address = "events: all"'),
        ('id = "mill-street"', 'id = "central"'),
    ],
)
def test_a_wrong_thing_is_left_out_and_the_rest_is_read(tmp_path, old, new):
    whole, _, _ = read(tmp_path, GOOD)
    library, problems, _ = read(tmp_path, GOOD.replace(old, new))
    assert problems
    assert _how_many(library) != _how_many(whole)
    assert library.name == whole.name


@pytest.mark.parametrize(
    ("folder", "name"),
    [("juniper-county", "Juniper County"), ("mill_street library", "Mill Street Library"), ("content", "Library")],
)
def test_without_a_file_every_default_is_named(tmp_path, folder, name):
    (tmp_path / folder).mkdir()
    library, problems, defaults = read_library(tmp_path / folder / "library.toml")
    assert (library.name, library.is_default, problems) == (name, True, ())
    assert (library.time_zone.key, library.languages, library.hue) == ("UTC", ("en",), 152.0)
    assert [item.address for item in library.menu] == ["events/", "programs/", "news/", "branches/", "subscribe/"]
    assert defaults[0] == f"Name: {name}."
    told = " ".join(defaults)
    assert all(word in told for word in ("UTC", "en.", "152", "0.065", "https://library.example/", "events/*.csv"))


def test_a_folder_is_asked_for_its_file(tmp_path):
    (tmp_path / "library.toml").write_text('name = "Juniper"', encoding="utf-8")
    assert read_library(tmp_path)[0].name == "Juniper"


def test_only_the_name_is_asked_for(tmp_path):
    library, problems, defaults = read(tmp_path, 'name = "Juniper"')
    assert (library.name, library.is_default, problems) == ("Juniper", False, ())
    assert "Time zone: UTC." in defaults
    _, problems, _ = read(tmp_path, "")
    assert [problem.rule for problem in problems] == ["library.missing-key"]


def test_a_branch_without_hours_is_named_among_the_defaults(tmp_path):
    _, _, defaults = read(tmp_path, "name = 'J'\n[[branches]]\nid = 'mill'\nname = 'Mill Street'")
    assert "Hours of Mill Street: closed all week, as none are given." in defaults


def test_a_file_that_is_not_toml_is_one_problem(tmp_path):
    library, problems, defaults = read(tmp_path, 'name = "Juniper"\nhue = green\n[brand')
    assert [(problem.rule, problem.line, problem.column) for problem in problems] == [("library.syntax", 2, "column 7")]
    assert problems[0].value == "hue = green"
    assert 'hue = "green"' in problems[0].cure
    assert library.is_default
    assert "Time zone: UTC." in defaults


@pytest.mark.parametrize("content", ['name = "Júniper"'.encode("latin-1"), b"name = 'a'\n\xff\xfe"])
def test_a_file_in_another_encoding_is_one_problem(tmp_path, content):
    (tmp_path / "library.toml").write_bytes(content)
    library, problems, _ = read_library(tmp_path, "content/library.toml")
    assert [(problem.rule, problem.file) for problem in problems] == [("library.unreadable", "content/library.toml")]
    assert problems[0].line == content[: content.index(max(content))].count(b"\n") + 1
    assert library.is_default


def test_a_folder_by_the_name_of_the_file_is_one_problem(tmp_path):
    (tmp_path / "library.toml").mkdir()
    _, problems, _ = read_library(tmp_path)
    assert [problem.rule for problem in problems] == ["library.unreadable"]


@pytest.mark.parametrize("source", ["\ufeffname = 'Juniper'", "name = 'Juniper'\r\n[brand]\r\nhue = 1\r\n"])
def test_what_editors_on_windows_write_is_read(tmp_path, source):
    (tmp_path / "library.toml").write_bytes(source.encode())
    library, problems, _ = read_library(tmp_path)
    assert (library.name, problems) == ("Juniper", ())


def test_every_rule_has_a_name_of_its_own():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.name.startswith("library.") for rule in RULES)
