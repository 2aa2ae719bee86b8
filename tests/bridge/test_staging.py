"""The folder of the next site begins as a copy of the last, whatever was left in it, and never writes into the last."""

from __future__ import annotations

import os
import signal

import pytest

from plugins.bridge.staging import Staging, files_of
from tests.bridge.forks import needs_fork

LAST = {"index.html": "home", "news/a/index.html": "a", "news/b/index.html": "b", "files/x.pdf": "x"}


def write(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def read(folder):
    return {name: (folder / name).read_text() for name, _ in files_of(folder)}


@pytest.fixture
def folders(tmp_path):
    last, staged = tmp_path / "output", tmp_path / ".output-new"
    write(last, LAST)
    return last, staged


@pytest.mark.parametrize(
    "left",
    [
        {},
        {"news/gone/index.html": "gone", "old.txt": "old"},
        {"news/a/index.html": "of another build"},
        {"news": "a file where a folder is wanted"},
        {"files/x.pdf/index.html": "a folder where a file is wanted"},
    ],
    ids=["nothing", "more files", "another file", "file for folder", "folder for file"],
)
def test_it_is_in_line_with_the_last_site_whatever_was_left_in_it(folders, left):
    last, staged = folders
    write(staged, left)
    assert set(Staging(staged, last).found) == set(LAST)
    assert read(staged) == LAST
    assert [path for path in staged.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_files_are_the_last_site_s_own_until_they_change(folders):
    last, staged = folders
    staging = Staging(staged, last)
    staging.write("news/a/index.html", b"new")
    staging.write("news/c/index.html", b"c")
    for name in ("index.html", "news/a/index.html", "news/c/index.html"):
        staging.keep(name)
    staging.finish()
    assert read(staged) == {"index.html": "home", "news/a/index.html": "new", "news/c/index.html": "c"}
    assert read(last) == LAST
    assert (staged / "index.html").samefile(last / "index.html")
    assert not (staged / "files").exists()


def test_a_second_build_touches_only_what_the_first_did(folders):
    last, staged = folders
    Staging(staged, last).ready()
    kept = (staged / "files/x.pdf").stat().st_ino
    before = (staged / "files").stat().st_mtime_ns
    write(last, {"news/d/index.html": "d"})
    assert "news/d/index.html" in Staging(staged, last).found
    assert (staged / "files/x.pdf").stat().st_ino == kept
    assert (staged / "files").stat().st_mtime_ns == before


def test_without_a_last_site_it_begins_with_nothing(folders):
    _, staged = folders
    write(staged, {"left.txt": "left"})
    assert Staging(staged, None).found == {}
    assert read(staged) == {}


@needs_fork
def test_a_second_process_that_is_stopped_is_done_without(folders):
    last, staged = folders
    staging = Staging(staged, last)
    os.kill(staging._prepared._child[0], signal.SIGKILL)
    assert set(staging.found) == set(LAST)
    assert read(staged) == LAST


@pytest.mark.parametrize(
    ("there", "file"),
    [({"a": "file"}, "a/index.html"), ({"a/b": "below"}, "a"), ({"a": "before"}, "a"), ({}, "a/b/c/index.html")],
)
def test_a_file_is_written_whatever_has_its_place(tmp_path, there, file):
    staged = tmp_path / "staged"
    staging = Staging(staged, None)
    staging.ready()
    write(staged, there)
    sign = staging.write(file, b"data")
    assert (staged / file).read_bytes() == b"data"
    assert sign[0] == 4


def test_a_file_that_stands_elsewhere_stands_here_as_the_same_file_and_the_same_bytes_stay(tmp_path):
    source, same = tmp_path / "source.png", tmp_path / "same.png"
    source.write_bytes(b"a picture")
    same.write_bytes(b"a picture")
    staging = Staging(tmp_path / "next", None)
    staging.take("images/a.png", str(source))
    made = tmp_path / "next/images/a.png"
    assert made.samefile(source)
    staging.take("images/a.png", str(same))
    assert made.samefile(source)
    source.unlink()
    source.write_bytes(b"another picture")
    staging.take("images/a.png", str(source))
    assert made.read_bytes() == b"another picture"


def test_links_that_somebody_put_where_a_site_is_made_lead_nobody_out(tmp_path):
    outside, last, folder = (tmp_path / name for name in ("outside", "last", "next"))
    for one in (outside, last / "news", folder):
        one.mkdir(parents=True)
    (outside / "kept.html").write_bytes(b"kept")
    (last / "news/a.html").write_bytes(b"a")
    (folder / "news").symlink_to(outside)
    (folder / "kept.html").symlink_to(outside / "kept.html")
    staging = Staging(folder, last)
    staging.ready()
    staging.write("kept.html", b"written")
    assert (folder / "news/a.html").samefile(last / "news/a.html")
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == {"kept.html": b"kept"}


@pytest.mark.parametrize("has_last", [True, False])
def test_a_folder_that_is_a_link_itself_is_made_anew(tmp_path, has_last):
    outside, last = tmp_path / "outside", tmp_path / "last"
    outside.mkdir()
    last.mkdir()
    (tmp_path / "next").symlink_to(outside)
    staging = Staging(tmp_path / "next", last if has_last else None)
    staging.write("a.html", b"a")
    assert not (tmp_path / "next").is_symlink()
    assert list(outside.iterdir()) == []
