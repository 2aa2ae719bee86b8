"""Trying a spreadsheet that is not among the sources: a file, a pattern, or an address on the web."""

from __future__ import annotations

import pytest

from plugins.commands import try_events
from plugins.commands.asked import Asked, files_of
from plugins.commands.plainly import PlainError
from plugins.commands.try_events import events_at_hand
from tests.commands import loopback
from tests.commands.loopback import CSV, up


@pytest.fixture
def host():
    with up(list=loopback.csv, login=loopback.status("401 No")) as running:
        yield running


def test_a_file_stays_what_it_is(tmp_path):
    assert events_at_hand(tmp_path, Asked(events="libcal.csv")) == Asked(events="libcal.csv")


def test_what_is_on_the_web_is_fetched_for_this_command(tmp_path, host, capsys):
    asked = events_at_hand(tmp_path, Asked(events=host.address("/list?key=sesame")))
    (file,) = files_of(asked.events)
    assert file.read_bytes() == CSV
    assert file.parent == tmp_path / ".cache/events"
    said = capsys.readouterr().out
    assert said == f"Fetched http://127.0.0.1:{host.port}/list?key=… (91 bytes) for this command alone.\n"


def test_what_cannot_be_fetched_is_one_sentence(tmp_path, host, monkeypatch):
    with pytest.raises(PlainError, match="asks for a password"):
        events_at_hand(tmp_path, Asked(events=host.address("/login")))
    monkeypatch.setattr(try_events, "is_public", lambda _: True)
    with pytest.raises(PlainError, match="within a private network"):
        events_at_hand(tmp_path, Asked(events=host.address("/list")))
    with pytest.raises(PlainError, match="needs the variable KEY_THAT_IS_NOT"):
        events_at_hand(tmp_path, Asked(events=host.address("/list?k=${KEY_THAT_IS_NOT}")))


def test_a_pattern_stands_for_files(tmp_path, monkeypatch):
    for name in ("b.csv", "a.csv", "c.txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    assert files_of("*.csv") == [tmp_path / "a.csv", tmp_path / "b.csv"]
    assert files_of("a.csv") == [tmp_path / "a.csv"]
    assert files_of("none*.csv") == files_of("") == []
