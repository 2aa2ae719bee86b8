"""Fetching from a real host on loopback, whatever it does: all of an answer or a sentence, and in time."""

from __future__ import annotations

import socket
import ssl
import time
from pathlib import Path

import pytest

from plugins.commands import fetch as fetching
from plugins.commands.fetch import Answer, Wanted, fetch
from plugins.commands.fetch_connection import FetchError, Limits
from tests.commands import loopback
from tests.commands.loopback import CSV, up

CERTIFICATE = Path(__file__).with_name("self_signed.pem")
SHORT = Limits(connect_seconds=1, read_seconds=1, total_seconds=2, size_bytes=1_000_000, redirects=3)


def at(*numbers):
    return lambda *_: list(numbers)


def ask(host, path, **more):
    return fetch(Wanted(address=host.address(path), allow_private=True, limits=SHORT, **more))


@pytest.fixture
def loops():
    ways = {"csv": loopback.csv, "again": loopback.to("/again"), "here": loopback.to("csv?a=1")}
    with up(**ways) as host:
        yield host


def test_a_file_comes_with_what_is_needed_to_ask_again(loops):
    assert ask(loops, "/csv") == Answer(body=CSV, etag='"one"', last_modified="Thu, 08 Oct 2026 12:00:00 GMT")


def test_a_file_that_is_what_it_was_is_not_sent_again():
    with up(known=loopback.known) as host:
        assert ask(host, "/known", etag='"one"').body is None
        assert ask(host, "/known", etag='"zero"', last_modified="Thu, 08 Oct 2026 12:00:00 GMT").body == CSV
    assert host.visits[1].headers["if-modified-since"] == "Thu, 08 Oct 2026 12:00:00 GMT"


@pytest.mark.parametrize("way", [loopback.chunks, loopback.packed])
def test_a_file_comes_in_pieces_and_packed(way):
    with up(way=way) as host:
        assert ask(host, "/way").body == CSV


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (loopback.slow_headers, "did not finish its answer within 2 seconds"),
        (loopback.slow_body, "did not finish its answer within 2 seconds"),
        (loopback.silent, "said nothing for 1 seconds"),
        (loopback.truncated, "broke off in the middle of its answer, after 91 of 591 bytes"),
        (loopback.truncated_chunks, "broke off in the middle of its answer"),
        (loopback.truncated_gzip, "broke off in the middle of its answer"),
        (loopback.bomb, "sends more than 1 MB"),
        (loopback.endless, "sends more than 1 MB"),
        (loopback.huge, "sends more than 1 MB"),
        (loopback.garbage, "answers with something that is not HTTP"),
        (loopback.nothing, "hung up without an answer"),
        (lambda visit: visit.answer(b""), "answers with nothing at all"),
        (lambda visit: visit.answer(b"no gzip", Content_Encoding="gzip"), "cannot be unpacked"),
        (lambda visit: visit.answer(b"x", Content_Encoding="br"), "packs its answer in a way"),
        (lambda visit: visit.send(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "refuses (it answers 304)"),
        (loopback.status("404 Not Found"), "has nothing at this address (it answers 404)"),
        (loopback.status("401 Unauthorized"), "asks for a password (it answers 401)"),
        (loopback.status("500 Oops"), "is out of order (it answers 500)"),
        (loopback.status("206 Partial Content"), "refuses (it answers 206)"),
        (loopback.to("/way"), "leads on to another address more than 3 times"),
        (loopback.to("file:///etc/passwd"), 'leads on to "file:///etc/passwd", which is no address on the web'),
        (loopback.to("ftp://127.0.0.1/e.csv"), 'leads on to "ftp://127.0.0.1/e.csv", which is no address on the web'),
        (loopback.to("http://127.0.0.1:99999/"), "which is no address on the web"),
        (loopback.to("http://no host/"), "which is no address on the web"),
    ],
)
def test_a_host_that_does_not_do_its_part_is_a_sentence_in_time(way, said):
    begun = time.monotonic()
    with up(way=way) as host, pytest.raises(FetchError) as failed:
        ask(host, "/way")
    assert said in str(failed.value)
    assert time.monotonic() - begun < 10


def test_a_host_that_is_down_is_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        wanted = Wanted(address=f"http://127.0.0.1:{taken.getsockname()[1]}/", allow_private=True, limits=SHORT)
        with pytest.raises(FetchError, match="is down: it takes no connection"):
            fetch(wanted)


def test_a_host_without_a_number_is_a_sentence():
    def unknown(host, port):
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with pytest.raises(FetchError, match="there is no host of that name"):
        fetch(Wanted(address="https://vendor.example/"), resolve=unknown)


def test_a_host_whose_number_takes_too_long_to_find_is_a_sentence():
    def slow(*_):
        time.sleep(20)
        return ["127.0.0.1"]

    begun = time.monotonic()
    with pytest.raises(FetchError, match="said nothing"):
        fetch(Wanted(address="https://vendor.example/", limits=SHORT), resolve=slow)
    assert time.monotonic() - begun < 10


def test_a_redirect_is_followed(loops):
    assert ask(loops, "/here").body == CSV
    assert [visit.path for visit in loops.visits] == ["/here", "/csv?a=1"]


@pytest.mark.parametrize("number", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:10.0.0.7", "fe80::1%lo"])
def test_a_private_host_is_not_asked(loops, number):
    wanted = Wanted(address=f"http://vendor.example:{loops.port}/csv")
    with pytest.raises(FetchError, match=r'"vendor\.example" within a private network'):
        fetch(wanted, resolve=at(number))
    assert loops.visits == []


def test_a_redirect_to_a_private_host_is_not_followed(loops, monkeypatch):
    monkeypatch.setattr(fetching, "is_public", lambda number: number == "127.0.0.1")
    loops.ways["inside"] = loopback.to(f"http://inside.example:{loops.port}/csv")
    numbers = {"inside.example": ["127.0.0.2"], "127.0.0.1": ["127.0.0.1"]}
    with pytest.raises(FetchError, match=r'"inside\.example" within a private network'):
        fetch(Wanted(address=loops.address("/inside"), limits=SHORT), resolve=lambda host, _: numbers[host])
    assert [visit.path for visit in loops.visits] == ["/inside"]


def test_the_number_that_was_checked_is_the_one_that_is_asked(loops):
    asked = []

    def first_here_then_elsewhere(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.255.255.1"]

    wanted = Wanted(address=f"http://vendor.example:{loops.port}/csv", allow_private=True, limits=SHORT)
    assert fetch(wanted, resolve=first_here_then_elsewhere).body == CSV
    assert asked == ["vendor.example"]
    assert loops.visits[0].headers["host"] == f"vendor.example:{loops.port}"


def test_a_name_and_a_password_go_to_their_host_alone(loops):
    loops.ways["away"] = loopback.to(f"http://other.example:{loops.port}/csv")
    address = f"http://me:s%20same@vendor.example:{loops.port}/away"
    fetch(Wanted(address=address, allow_private=True, limits=SHORT), resolve=at("127.0.0.1"))
    assert [visit.headers.get("authorization") for visit in loops.visits] == ["Basic bWU6cyBzYW1l", None]


def test_an_address_of_any_letters_is_sent_as_the_web_wants_it(loops):
    loops.ways["calendario-%C3%B1"] = loopback.csv
    assert ask(loops, "/calendario-ñ?q=a|b").body == CSV
    assert loops.visits[0].path == "/calendario-%C3%B1?q=a%7Cb"


def test_a_host_that_does_not_speak_https_is_a_sentence():
    with up(plain=loopback.csv, greeting=b"220 mail.example ready\r\n") as host, pytest.raises(FetchError) as failed:
        fetch(Wanted(address=f"https://127.0.0.1:{host.port}/plain", allow_private=True, limits=SHORT))
    assert "what it speaks is not https" in str(failed.value)


def test_a_host_that_shows_a_certificate_of_its_own_making_is_not_believed():
    with up(csv=loopback.csv, certificate=CERTIFICATE) as host, pytest.raises(FetchError) as failed:
        fetch(Wanted(address=f"https://127.0.0.1:{host.port}/csv", allow_private=True, limits=SHORT))
    assert "shows a certificate that is not valid (self-signed certificate)" in str(failed.value)
    assert host.visits == []


@pytest.fixture
def trusted(monkeypatch):
    make = ssl.create_default_context
    monkeypatch.setattr(ssl, "create_default_context", lambda: make(cafile=CERTIFICATE))


def test_a_host_with_a_valid_certificate_is_asked_by_its_number_and_known_by_its_name(trusted):
    with up(csv=loopback.csv, certificate=CERTIFICATE) as host:
        wanted = Wanted(address=f"https://127.0.0.1:{host.port}/csv", allow_private=True, limits=SHORT)
        assert fetch(wanted).body == CSV
        other = Wanted(address=f"https://vendor.example:{host.port}/csv", allow_private=True, limits=SHORT)
        with pytest.raises(FetchError, match=r"a certificate that is not valid \(Hostname mismatch"):
            fetch(other, resolve=at("127.0.0.1"))


def test_what_is_safe_never_leads_to_what_is_not(trusted):
    with up(down=loopback.to("http://127.0.0.1/csv"), certificate=CERTIFICATE) as host:
        wanted = Wanted(address=f"https://127.0.0.1:{host.port}/down", allow_private=True, limits=SHORT)
        with pytest.raises(FetchError, match="leads from https:// to http://"):
            fetch(wanted)
