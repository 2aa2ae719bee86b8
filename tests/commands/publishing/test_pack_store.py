"""What was packed once is used again, where it is exactly what it should be."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli
import pytest

from plugins.commands.publishing import pack
from plugins.commands.publishing.pack import is_packed, is_text
from plugins.commands.publishing.pack_store import PackStore

TEXT = b"<p>The library is open.</p>\n" * 200


def made(folder: Path) -> dict[str, bytes]:
    return {copy.ending: copy.data for copy in PackStore(folder).copies(TEXT)}


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_text_is_packed_both_ways_as_small_as_it_gets_and_without_a_time(tmp_path: Path):
    copies = made(tmp_path)
    assert brotli.decompress(copies[".br"]) == gzip.decompress(copies[".gz"]) == TEXT
    assert len(copies[".br"]) == len(brotli.compress(TEXT, quality=11))
    assert copies[".gz"][4:8] == b"\0\0\0\0"


def test_a_copy_that_is_no_smaller_is_none(tmp_path: Path):
    assert PackStore(tmp_path).copies(b"short") == []


def test_what_was_packed_is_not_packed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    before = made(tmp_path)
    never = {ending: way._replace(pack=None) for ending, way in pack.PACKINGS.items()}
    monkeypatch.setattr("plugins.commands.publishing.pack_store.PACKINGS", never)
    assert made(tmp_path) == before


@pytest.mark.parametrize("wrong", [b"", b"rubbish", brotli.compress(b"other"), gzip.compress(b"other")])
def test_what_was_changed_is_packed_again(tmp_path: Path, wrong: bytes):
    before = made(tmp_path)
    for path in kept(tmp_path):
        path.write_bytes(wrong)
    assert made(tmp_path) == before


def test_a_folder_that_cannot_be_written_to_keeps_nothing_and_stops_nothing(tmp_path: Path):
    (tmp_path / "packed").write_text("a file", encoding="utf-8")
    copies = PackStore(tmp_path / "packed").copies(TEXT)
    assert [copy.kept for copy in copies] == [None, None]


def test_what_no_site_holds_is_thrown_away(tmp_path: Path):
    store = PackStore(tmp_path / "packed")
    held = store.copies(TEXT)[0]
    store.copies(TEXT + b"more")
    os.link(held.kept, tmp_path / "in-the-site.br")
    old = tmp_path / "packed/brotli-0/a.br"
    old.parent.mkdir()
    old.write_bytes(b"")
    store.tidy()
    assert kept(tmp_path / "packed") == [held.kept]


@pytest.mark.parametrize("file", ["index.html", "a/b.ics", "c.webmanifest", "D.XML", "robots.txt", "a.json", "a.svg"])
def test_texts_are_known_by_their_endings(file: str):
    assert is_text(file)
    assert is_packed(f"{file}.br")
    assert not is_packed(file)


@pytest.mark.parametrize("file", ["a.avif", "a.woff2", "a.pdf", "_headers", "minutes.gz", "minutes.tar.gz", "a.mp3"])
def test_what_is_packed_by_itself_is_left_alone(file: str):
    assert not is_text(file)
    assert not is_packed(file)
