"""While a site is served, a copy of a process that has read everything but the content waits for the next save."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from plugins.bridge.course import Course
from plugins.bridge.elsewhere import Elsewhere
from plugins.bridge.first import First
from plugins.commands.asked import Asked
from plugins.commands.build import make
from plugins.commands.ready import StaleError
from plugins.commands.warm import Builder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each build is a command of its own")


@dataclass
class Warm:
    """A small site, and what builds it at each save."""

    root: Path
    folder: Path
    builder: Builder

    @property
    def asked(self) -> Asked:
        folder = self.folder
        places = {name: str(folder / name) for name in ("content", "output")} | {"report": str(folder / "report.json")}
        return Asked(now="2026-02-02T10:00", **places)

    def write(self, file: str, text: str) -> None:
        path = self.folder / "content" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def build(self) -> int:
        return self.builder.build(self.asked, (), lambda: None)

    def rules(self) -> list[str]:
        """Return the rules that the last build's report names."""
        return [one["rule"] for one in json.loads((self.folder / "report.json").read_text("utf-8"))["problems"]]

    def page(self, address: str) -> str:
        return (self.folder / "output" / address / "index.html").read_text("utf-8")


@pytest.fixture
def warm(tmp_path: Path, root: Path) -> Iterator[Warm]:
    warm = Warm(root, tmp_path, Builder(root))
    warm.write("library.toml", 'name = "Small"\n')
    warm.write("posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n\nFirst words.\n")
    assert warm.build() == 0
    yield warm
    warm.builder.renew()


def test_each_save_of_a_text_is_on_the_site(warm):
    for words in ("Second words.", "Third words."):
        warm.write("posts/a.md", f"---\ntitle: A\ndate: 2026-01-01\n---\n\n{words}\n")
        assert warm.build() == 0
        assert words in warm.page("news/a")


def test_what_was_read_before_the_save_is_read_again_when_it_has_changed(warm):
    warm.write("library.toml", 'name = "Larger"\n')
    assert warm.build() == 0
    assert "Larger" in warm.page("news/a")


def test_a_build_by_somebody_else_meanwhile_is_not_overlooked(warm):
    warm.write("posts/b.md", "---\ntitle: B\ndate: 2026-01-02\n---\n\nOther words.\n")
    make(warm.root, warm.asked, Course())
    warm.write("posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n\nLast words.\n")
    assert warm.build() == 0
    assert ("Last words." in warm.page("news/a"), "Other words." in warm.page("news/b")) == (True, True)


def test_a_mistake_in_what_was_read_before_the_save_is_in_the_report_until_it_is_mended(warm):
    warm.write("library.toml", 'name = "Small\n')
    assert warm.build() == 0
    assert warm.rules() == ["library.syntax"]
    warm.write("posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n\nSecond words.\n")
    assert warm.build() == 0
    assert warm.rules() == ["library.syntax"]
    warm.write("library.toml", 'name = "Small"\n')
    assert warm.build() == 0
    assert warm.rules() == []


def test_a_word_that_the_library_no_longer_has_is_named_wherever_it_still_stands(warm):
    words = {"history": "History", "music": "Music"}
    topics = {id_: f'[[topics]]\nid = "{id_}"\nname = "{name}"\n' for id_, name in words.items()}
    warm.write("library.toml", f'name = "Small"\n{topics["history"]}{topics["music"]}')
    warm.write("posts/b.md", "---\ntitle: B\ndate: 2026-01-02\ntopics: [history]\n---\n\nOld words.\n")
    assert (warm.build(), warm.rules()) == (0, [])
    warm.write("library.toml", f'name = "Small"\n{topics["music"]}')
    assert (warm.build(), warm.rules()) == (0, ["facts.unknown-word"])


def _opened_before_a_save(root: Path, asked: Asked) -> set[str]:
    """Return the files of the site that a build opens before it waits; in a process of its own, whose hook stays."""
    opened: set[str] = set()

    def begin() -> list[str]:
        raise StopIteration(opened)

    sys.addaudithook(lambda event, given: opened.add(str(given[0])) if event == "open" else None)
    try:
        make(root, asked, Course(), First(Path(asked.output), begin, lambda: None))
    except StopIteration as stopped:
        places = (asked.content, asked.theme, str(root / ".cache"))
        return {path for path in stopped.value if path.startswith(places) and Path(path).is_file()}
    return set()


def _is_overtaken(root: Path, asked: Asked, saved: str) -> bool:
    def begin() -> list[str]:
        os.utime(saved, (0, 0))
        return []

    try:
        make(root, asked, Course(), First(Path(asked.output), begin, lambda: None))
    except StaleError:
        return True
    return False


def test_whatever_was_read_before_a_save_is_looked_at_again_after_it(warm):
    theme = warm.folder / "theme"
    shutil.copytree(warm.root / "theme", theme)
    asked = replace(warm.asked, theme=str(theme))
    make(warm.root, asked, Course())
    opened = Elsewhere(partial(_opened_before_a_save, warm.root, asked)).result
    assert {str(warm.folder / "content/library.toml"), str(theme / "translations/en.toml")} < opened
    for file in opened:
        assert Elsewhere(partial(_is_overtaken, warm.root, asked, file)).result, file
    # And what is read later only does not stop a build that waits.
    later = str(theme / "templates/base.html")
    assert not Elsewhere(partial(_is_overtaken, warm.root, asked, later)).result
