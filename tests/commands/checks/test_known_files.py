"""What is known of a file is what reading it again would show."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.commands.checks.known_files import KnownFiles
from plugins.commands.checks.read_file import read_file
from tests.commands.checks.pages import page

ADDRESS = "https://library.example/x/"
PAGE = page('<a href="b/">to</a>').encode()


def read(path: Path, file: str = "a.html", data: bytes = PAGE, version: bytes = b"1", address: str = ADDRESS) -> bool:
    """Read a file, check what is seen in it, keep that, and tell whether it was known."""
    known = KnownFiles(path, version, address)
    mark, seen = known.look(file, data)
    assert known.seen(mark, seen) == read_file(file, data, address)
    known.save()
    return seen is None


def test_a_file_is_read_once(tmp_path: Path):
    kept = tmp_path / "cache/site.seen"
    assert [read(kept), read(kept), read(kept, file="moved/b.html")] == [False, True, True]


@pytest.mark.parametrize(
    "other", [{"data": PAGE + b" "}, {"file": "a.xml"}, {"version": b"2"}, {"address": "https://elsewhere.example/"}]
)
def test_another_file_site_or_version_is_read(tmp_path: Path, other: dict[str, object]):
    read(tmp_path / "site.seen")
    assert not read(tmp_path / "site.seen", **other)


@pytest.mark.parametrize("change", [lambda data: data[:-1], lambda _: b"", lambda data: data[:40] + b"x" + data[41:]])
def test_a_memory_that_was_changed_is_none(tmp_path: Path, change):
    kept = tmp_path / "site.seen"
    read(kept)
    kept.write_bytes(change(kept.read_bytes()))
    assert not read(kept)


def test_only_what_is_still_there_is_kept(tmp_path: Path):
    kept = tmp_path / "site.seen"
    read(kept)
    read(kept, data=PAGE + b" ")
    assert not read(kept)
