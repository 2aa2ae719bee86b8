"""A build is answered from the last one only when nothing that it depends on has changed; everything else builds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.commands import unchanged
from plugins.commands.asked import Asked, asked_of
from plugins.commands.build import is_repeatable

WORDS = ["build", "--content", "c"]


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in {"content/posts/a.md": "a", "content/b.csv": "b", "output/index.html": "home"}.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)
    keep(tmp_path)
    return tmp_path


def keep(root, since=0.0, until=float("inf")):
    inputs, output = [str(root / "content")], str(root / "output")
    proof = unchanged.Proof(
        asked=unchanged.circumstances(WORDS),
        inputs=inputs,
        output=output,
        went_in=unchanged.look(inputs),
        came_out=unchanged.look([output]),
        since=since,
        until=until,
        said="Made 1 page.\n",
    )
    unchanged.remember(root, proof)


def same_size_and_times(name):
    """Write another letter into a file, and give it the times it had."""
    path = Path(name)
    before = path.stat()
    with path.open("r+") as file:
        file.write("z")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_what_the_last_build_said_is_said_again(root):
    assert unchanged.answer(root, WORDS) == "Made 1 page.\n"


def test_a_file_that_got_another_name_is_not_read_for_that(root):
    page = root / "output/index.html"
    os.utime(page, ns=(0, 0))
    (root / "staged.html").hardlink_to(page)
    assert unchanged.look([str(root / "output")]).lately == {}


CHANGES = {
    "a file edited": lambda: Path("content/posts/a.md").write_text("aa"),
    "a letter changed behind its times": lambda: same_size_and_times("content/posts/a.md"),
    "a file added": lambda: Path("content/posts/c.md").write_text(""),
    "a file removed": lambda: Path("content/b.csv").unlink(),
    "a file renamed": lambda: Path("content/b.csv").rename("content/c.csv"),
    "a file that is put in place of another": lambda: (
        Path("new").write_text("b"),
        Path("new").replace("content/b.csv"),
    ),
    "a page edited": lambda: Path("output/index.html").write_text("mine"),
    "a page removed": lambda: Path("output/index.html").unlink(),
    "a page added": lambda: Path("output/more.html").write_text(""),
    "the proof cut short": lambda: Path(".cache/last-build.json").write_text("{"),
    "the proof changed": lambda: Path(".cache/last-build.json").write_text(
        Path(".cache/last-build.json").read_text().replace("Made 1", "Made 2")
    ),
    "the proof gone": lambda: Path(".cache/last-build.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_never_overlooked(root, change):
    change()
    assert unchanged.answer(root, WORDS) is None


def test_other_words_another_place_or_another_moment_build(root, monkeypatch):
    assert unchanged.answer(root, ["build"]) is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert unchanged.answer(root, WORDS) is None
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert unchanged.answer(root, WORDS) is not None
    monkeypatch.chdir(root / "content")
    assert unchanged.answer(root, WORDS) is None


@pytest.mark.parametrize(("since", "until"), [(0, 1), (4e9, float("inf"))], ids=["over", "still to come"])
def test_a_site_that_has_changed_by_itself_is_built(root, since, until):
    keep(root, since, until)
    assert unchanged.answer(root, WORDS) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("build", Asked()),
        ("build --content ../c --now=2026-10-08 --strict", Asked(content="../c", now="2026-10-08", strict=True)),
        ("build --no-cache", Asked(no_cache=True)),
        ("build --content=", Asked()),
        ("build --content", None),
        ("build --content --strict", None),
        ("build --strict=yes", None),
        ("build --help", None),
        ("build -c x", None),
        ("build test", None),
        ("build --colour red", None),
        ("serve", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_plain_build_is_understood_and_all_else_is_left_to_invoke(words, expected):
    assert asked_of(words.split()) == expected


@pytest.mark.parametrize(
    ("words", "is_kept"),
    [
        ("build", True),
        ("build --content ../c --strict", True),
        ("build --report r.json", False),
        ("build --debug", False),
        ("build --no-cache", False),
        ("build --content test test", False),
        ("serve", False),
    ],
)
def test_only_a_build_by_itself_is_answered_again(words, is_kept):
    asked = asked_of([word for word in words.split() if word != "test"]) or Asked(content="test")
    assert is_repeatable(words.split(), asked) == is_kept
