"""Whoever follows the handbook to the letter gets what it promises: each page is done, in order, in one library."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from tests import documents, handbook
from tests.handbook import Promise, Step

ROOT = Path(__file__).resolve().parents[1]
PAGES = tuple(
    f"docs/handbook/{name}"
    for name in "start first-post first-event cancelled-event new-branch closure infographic translation undo".split()
)
PICTURE = re.compile(r"!\[(.*?)\]\((.*?)\)")
# The morning of 2 December in Colorado, when the demo is somebody's own library.
MORNING = str(int(datetime(2026, 12, 2, 17, tzinfo=UTC).timestamp()))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a clone of the project as a member of staff has it, with a place to push to."""
    folder = tmp_path
    project = folder / "website"
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "bench/")):
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, project / name)
    (project / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    for words in (
        ["init", "-q", "-b", "main"],
        ["add", "-A"],
        ["commit", "-q", "-m", "Our website"],
        ["init", "-q", "--bare", str(folder / "there.git")],
        ["remote", "add", "origin", str(folder / "there.git")],
        ["push", "-q", "-u", "origin", "main"],
    ):
        subprocess.run(["git", *words], cwd=project, env=surroundings(), check=True)
    return project


def surroundings() -> dict[str, str]:
    who = {f"GIT_{who}_{what}": "desk@library.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "SOURCE_DATE_EPOCH": MORNING}
    python = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **who, **alone, "PATH": python}


def remarks(project: Path) -> set[tuple[str, str, str]]:
    """Return what check has to say of the whole library, but for notes."""
    done = subprocess.run(
        [sys.executable, "tasks.py", "check", "--format", "json"],
        cwd=project,
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stdout)["problems"]
    return {(one["file"], one["rule"], one["what"]) for one in found if one["severity"] != "note"}


@pytest.mark.slow
def test_each_page_does_what_it_says_and_leaves_nothing_wrong(desk):
    before, promises = remarks(desk), []
    for name in (*PAGES, "content/README"):
        promises += promised(name, desk)
    assert remarks(desk) - before == set()
    kept(promises, desk)


def promised(name: str, project: Path) -> list[tuple[str, Promise]]:
    """Follow a page to its end, and return what it promises."""
    promises = []
    for step in handbook.steps((ROOT / f"{name}.md").read_text(encoding="utf-8")):
        if isinstance(step, Promise):
            promises.append((name, step))
        else:
            handbook.follow(step, project, surroundings())
    return promises


@pytest.mark.slow
def test_a_library_that_follows_the_page_has_a_site_of_its_own(desk):
    promises = promised("docs/adopt", desk)
    assert remarks(desk) == set()
    kept(promises, desk)
    there = desk.with_name("there.git")
    names = ["git", "ls-tree", "-r", "--name-only", "main", "content"]
    pushed = subprocess.run(names, cwd=there, capture_output=True, text=True, check=True).stdout.split()
    assert {name.split("/")[1] for name in pushed} == {
        "README.md",
        "library.toml",
        "words.toml",
        "pages",
        "posts",
        "events",
    }


def kept(promises: list[tuple[str, Promise]], project: Path) -> None:
    """Build, and look for what the pages have promised; a later page may take back what an earlier one made."""
    done = subprocess.run(
        [sys.executable, "tasks.py", "build", "--strict"],
        cwd=project,
        env=surroundings(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    gone = {promise.address for _, promise in promises if not promise.is_there}
    for name, promise in promises:
        file = project / "output" / promise.address.lstrip("/") / "index.html"
        if promise.is_there and promise.address not in gone:
            assert file.is_file(), f"{name}: {promise.address}"
            assert promise.words in unescape(file.read_text(encoding="utf-8")) or promise.words in gone, (
                f"{name}: {promise}"
            )
    for address in gone:
        assert not (project / "output" / address.lstrip("/")).exists(), address


def test_the_front_of_the_handbook_leads_to_each_page():
    front = (ROOT / "content/README.md").read_text(encoding="utf-8")
    linked = {target for target in documents.LINK.findall(front) if "docs/handbook/" in target}
    pages = {f"../docs/handbook/{path.name}" for path in (ROOT / "docs/handbook").glob("*.md")}
    assert linked == pages
    assert {f"../{name}.md" for name in PAGES} == pages


@pytest.mark.parametrize("path", sorted((ROOT / "docs/handbook").glob("*.md")), ids=lambda path: path.stem)
def test_every_picture_of_the_handbook_is_there_and_said_in_words(path):
    text = path.read_text(encoding="utf-8")
    for words, target in PICTURE.findall(text):
        assert len(words) > 20
        assert (path.parent / target).stat().st_size < 100_000


def test_hardly_an_example_of_the_front_is_only_looked_at():
    """What is not run needs a video, the web, or a site that was there before."""
    front = (ROOT / "content/README.md").read_text(encoding="utf-8")
    left = re.findall(r"```(?:markdown|yaml|csv|toml)\n(.*?)```", front, re.DOTALL)
    assert all(re.search(r"videos/|https://docs\.google\.com|old_addresses", text) for text in left), left


def test_a_step_that_fails_is_seen(tmp_path):
    with pytest.raises(AssertionError, match="echo a"):
        handbook.follow(
            Step(kind="console", how="", path="", text="$ echo a\nnothing like it\n"), tmp_path, surroundings()
        )
    with pytest.raises(AssertionError):
        handbook.follow(Step(kind="console", how="", path="", text="$ false\n"), tmp_path, surroundings())
