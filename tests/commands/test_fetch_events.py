"""Keeping copies of web sources: from a real host on loopback, whatever it does, the last good copy stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from plugins.commands.fetch_connection import Limits
from plugins.commands.fetch_events import Work, fetch_all
from plugins.events.copies import parse_note
from plugins.kernel.library import EventSource, Library
from tests.commands import loopback
from tests.commands.loopback import CSV, up

NOW = datetime(2026, 10, 8, 14, 20, tzinfo=UTC)
SHORT = Limits(connect_seconds=1, read_seconds=1, total_seconds=2, size_bytes=1_000_000)
HEAD = "Title,Start Date,Start Time,Location\n"
FILE, NOTE = "events/fetched/vendor.csv", "events/fetched/vendor.toml"


@pytest.fixture
def host():
    with up(list=loopback.known) as running:
        yield running


@pytest.fixture
def work(tmp_path, host):
    source = EventSource(file=FILE, address=host.address("/list"), name="Vendor", allow_private=True)
    return Work(content=tmp_path, library=Library(name="Mini", event_sources=(source,)), now=NOW, limits=SHORT)


def fetch(work, **more):
    (told,) = fetch_all(replace(work, **more))
    return told


def stated(work, **more):
    (source,) = work.library.event_sources
    return replace(work, library=replace(work.library, event_sources=(replace(source, **more),)))


def read(work, file):
    return (work.content / file).read_text(encoding="utf-8")


def coming(count, first=1):
    days = (NOW + timedelta(days=number + 1) for number in range(first, first + count))
    return HEAD + "".join(f"Tea {day:%j},{day:%Y-%m-%d},18:00,Hall\n" for day in days)


def answers(text):
    return lambda visit: visit.answer(text.encode())


def test_a_copy_is_kept_with_what_is_known_of_it(work):
    assert fetch(work).sentences == ('"Vendor" has 2 events: events/fetched/vendor.csv.',)
    assert read(work, FILE) == CSV.decode()
    noted = parse_note(read(work, NOTE))
    assert (noted.fetched, noted.rows, noted.etag) == (NOW, 2, '"one"')


def test_what_has_not_changed_is_not_sent_again_and_is_young_again(work, host):
    fetch(work)
    told = fetch(work, now=NOW + timedelta(days=3))
    assert told.sentences == ('"Vendor" has nothing new.',)
    assert host.visits[1].headers["if-none-match"] == '"one"'
    assert parse_note(read(work, NOTE)).fetched == NOW + timedelta(days=3)
    assert read(work, FILE) == CSV.decode()


def test_a_host_that_gives_another_mark_is_read_again(work, host):
    fetch(work)
    host.ways["list"] = lambda visit: visit.answer(coming(3).encode(), ETag='"two"')
    assert fetch(work).sentences == ('"Vendor" has 3 events: events/fetched/vendor.csv.',)
    assert parse_note(read(work, NOTE)).etag == '"two"'


def test_the_whole_list_is_asked_for_where_it_is_to_be_read_in_another_way(work, host):
    fetch(work)
    fetch(stated(work, encoding="cp1252"))
    fetch(stated(work, address=host.address("/list?branch=3")))
    assert [visit.headers.get("if-none-match") for visit in host.visits] == [None, None, None]


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (loopback.slow_body, "did not finish its answer within 2 seconds"),
        (loopback.slow_headers, "did not finish its answer within 2 seconds"),
        (loopback.status("404 Not Found"), "has nothing at this address (it answers 404)"),
        (loopback.status("500 Oops"), "is out of order (it answers 500)"),
        (loopback.truncated, "broke off in the middle of its answer"),
        (loopback.endless, "sends more than 1 MB"),
        (loopback.huge, "sends more than 1 MB"),
        (loopback.bomb, "sends more than 1 MB"),
        (loopback.to("file:///etc/passwd"), "which is no address on the web"),
        (loopback.log_in, "answers with a web page, perhaps one to log in"),
        (lambda visit: visit.answer(b"%PDF-1.7", Content_Type="application/pdf"), "it is a PDF"),
        (answers(CSV.decode() + '"So'), "broke off in the middle of a row"),
        (answers(HEAD), "has only 0 events to come, of which the last copy has 8"),
        (answers(coming(9) + "Bad,2026-13-45,18:00,Hall\n"), "too many rows cannot be used: 1 of 10"),
    ],
)
def test_the_last_good_copy_stays_whatever_the_host_does(work, host, way, said):
    host.ways["list"] = answers(coming(9))
    work = stated(work, bad_rows_percent=5)
    fetch(work)
    before = read(work, FILE), read(work, NOTE)
    host.ways["list"] = way
    told = fetch(work, now=NOW + timedelta(days=3))
    assert said in told.sentences[0]
    assert "The copy of 2026-10-08, 3 days ago, stays." in told.sentences[0]
    assert told.is_fine
    assert (read(work, FILE), read(work, NOTE)) == before
    assert sorted(path.name for path in (work.content / "events/fetched").iterdir()) == ["vendor.csv", "vendor.toml"]


def test_a_host_that_is_down_for_too_long_is_said_to_be_so(work, host):
    fetch(work)
    host.ways["list"] = loopback.status("503 Down")
    told = fetch(work, now=NOW + timedelta(days=15))
    assert "15 days ago, is too old to be published: library.toml allows 14 days." in told.sentences[0]
    assert not told.is_fine


def test_a_source_that_never_answered_has_no_copy(work, host):
    host.ways["list"] = loopback.log_in
    told = fetch(work)
    assert "There is no copy of it, so its events are missing." in told.sentences[0]
    assert not told.is_fine
    assert not (work.content / "events").exists()


def test_a_private_host_is_refused_unless_it_is_allowed(work):
    told = fetch(stated(work, allow_private=False))
    assert (
        "within a private network, which is refused unless library.toml says allow_private = true" in told.sentences[0]
    )


def test_a_shorter_list_is_taken_where_somebody_says_that_it_is_right(work, host):
    host.ways["list"] = answers(coming(9))
    fetch(work)
    host.ways["list"] = answers(coming(2))
    assert "--accept" in fetch(work).sentences[0]
    assert fetch(work, accepted=frozenset({"Vendor"})).sentences[0].startswith('"Vendor" has 2 events')


def test_what_is_private_and_what_is_bad_is_said(work, host):
    host.ways["list"] = answers("Title,Start Date,Email\nTea,2026-10-20,ann@a.example\nSoup,2026-13-45,\n")
    (sentence,) = fetch(work).sentences
    assert sentence.startswith('"Vendor" has 1 event; 1 of its 2 rows cannot be used, as the build will say;')
    assert sentence.endswith("; kept without what is private (Email): events/fetched/vendor.csv.")
    assert "ann@a.example" not in read(work, FILE)


def test_no_secret_is_said_or_kept(work, host, monkeypatch):
    monkeypatch.setenv("VENDOR_KEY", "sesame")
    for path in ("/list?key=sesame", "/list?key=${VENDOR_KEY}", "/gone?key=${VENDOR_KEY}"):
        address = host.address(path).replace("//", "//me:sesame@")
        host.ways["gone"] = loopback.to("file:///sesame1sesame2sesame3?key=sesame")
        told = fetch(stated(work, address=address))
        kept = [file.read_text(encoding="utf-8") for file in work.content.rglob("*.*")]
        assert "sesame" not in "\n".join([*told.sentences, *kept])
    assert [visit.path for visit in host.visits] == ["/list?key=sesame", "/list?key=sesame", "/gone?key=sesame"]


def test_a_secret_that_is_not_in_the_environment_is_asked_for(work, host):
    told = fetch(stated(work, address=host.address("/list?key=${VENDOR_KEY_THAT_IS_NOT}")))
    assert "needs the variable VENDOR_KEY_THAT_IS_NOT" in told.sentences[0]
    assert host.visits == []


def test_what_is_over_and_no_longer_sent_goes_into_the_archive(work, host):
    host.ways["list"] = answers(coming(4))
    fetch(work)
    host.ways["list"] = answers(coming(2, first=3))
    told = fetch(work, now=NOW + timedelta(days=3))
    assert told.sentences[1] == ("events/fetched/vendor.csv: 1 moved to events/archive/2026.csv: Tea 283 (2026-10-10).")
    archived = read(work, "events/archive/2026.csv").splitlines()
    assert archived[1].startswith("tea-283-")
    assert archived[1].endswith(",Tea 283,2026-10-10,18:00,Hall")


def test_nothing_is_written_when_that_is_what_is_asked_for(work, host):
    host.ways["list"] = answers(coming(4))
    assert '"Vendor" has 4 events' in fetch(work, is_dry=True).sentences[0]
    assert list(work.content.iterdir()) == []


def test_several_sources_are_asked_at_once_and_told_in_order(work, host):
    host.ways["list"] = loopback.silent
    (source,) = work.library.event_sources
    sources = tuple(replace(source, name=f"V{n}", file=f"events/fetched/v{n}.csv") for n in range(6))
    told = list(fetch_all(replace(work, library=replace(work.library, event_sources=sources))))
    assert [one.sentences[0][:4] for one in told] == [f'"V{n}"' for n in range(6)]
    assert len(host.visits) == 6
