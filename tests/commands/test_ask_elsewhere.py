"""Other sites are asked, on loopback, whether what we link to is there: what is gone is said, and nothing else."""

from __future__ import annotations

import threading
import time

import pytest

from plugins.commands.ask_elsewhere import AGENT, ask_elsewhere
from plugins.commands.fetch_connection import resolve
from tests.commands import loopback
from tests.commands.loopback import Visit, up


def asked(*addresses: str, **more: object) -> dict[str, str]:
    return ask_elsewhere(addresses, allow_private=True, rest_seconds=0, **more)


def test_what_is_gone_is_said_and_what_is_there_is_not():
    ways = {
        "csv": loopback.csv,
        "lost": loopback.status("404 Not Found"),
        "gone": loopback.status("410 Gone"),
        "moved": loopback.to("/csv"),
        "away": loopback.to("/lost"),
    }
    with up(**ways) as host:
        found = asked(*map(host.address, ["/csv", "/lost", "/gone", "/moved", "/away", "/csv#part"]))
        assert found == {
            host.address("/lost"): "it answers 404",
            host.address("/gone"): "it answers 410",
            host.address("/away"): "it answers 404",
        }
    assert {visit.headers["user-agent"] for visit in host.visits} == {AGENT}


def test_whoever_refuses_us_or_is_out_of_order_may_be_there_for_readers():
    ways = {
        "no": loopback.status("403 Forbidden"),
        "broken": loopback.status("500 Internal Server Error"),
        "hangs": loopback.nothing,
        "garbage": loopback.garbage,
        "huge": loopback.huge,
    }
    with up(**ways) as host:
        assert asked(*map(host.address, [f"/{name}" for name in ways])) == {}


def test_a_host_that_does_not_know_head_is_asked_again():
    def get_only(visit: Visit) -> None:
        seen.append(visit.path)
        loopback.status("404 Not Found")(visit) if len(seen) == 1 else loopback.csv(visit)

    seen: list[str] = []
    with up(page=get_only) as host:
        assert asked(host.address("/page")) == {}
    assert len(seen) == 2


def test_whoever_was_asked_too_often_is_left_alone():
    with up(a=loopback.status("429 Too Many Requests"), b=loopback.status("404 Not Found")) as host:
        assert asked(host.address("/a"), host.address("/b")) == {}
        assert [visit.path for visit in host.visits] == ["/a"]


def test_a_host_is_asked_one_thing_at_a_time():
    at_once, most, lock = 0, 0, threading.Lock()

    def counted(visit: Visit) -> None:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        time.sleep(0.02)  # while it thinks, another might ask
        with lock:
            at_once -= 1
        loopback.csv(visit)

    with up(page=counted) as host:
        asked(*(host.address(f"/page?{number}") for number in range(6)))
    assert most == 1


def test_a_host_that_is_not_there_is_said_only_where_others_are(capsys: pytest.CaptureFixture[str]):
    def look_up(name: str, port: int) -> list[str]:
        if name == "nowhere.example":
            raise OSError(-2, "Name or service not known")
        return resolve(name, port)

    def no_host(name: str, port: int) -> list[str]:
        import socket

        if name == "nowhere.example":
            raise socket.gaierror(-2, "Name or service not known")
        return resolve(name, port)

    gone = "http://nowhere.example/page"
    with up(csv=loopback.csv) as host:
        assert asked(gone, host.address("/csv"), resolve=no_host) == {gone: "there is no host of that name"}
        assert asked(gone, host.address("/csv"), resolve=look_up) == {}
    assert capsys.readouterr().err == ""
    assert asked(gone, resolve=no_host) == {}
    assert capsys.readouterr().err == "No other site has answered: look whether this computer is online.\n"
    assert asked() == {}
    assert capsys.readouterr().err == ""


def test_private_addresses_are_not_asked():
    with up(lost=loopback.status("404 Not Found")) as host:
        assert ask_elsewhere([host.address("/lost")], rest_seconds=0) == {}
        assert host.visits == []
