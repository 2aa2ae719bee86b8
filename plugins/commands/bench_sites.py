"""The sites that the benchmark builds: the same content for every generator, and the changes made to it."""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal

from plugins.commands import bench_content as content
from plugins.commands.bench_peers import OURS, PARTS, Peer
from plugins.commands.plainly import PlainError

Mode = Literal["cold", "nothing", "post", "event", "template", "style", "library"]
# What is built, and what is saved while a site is served.
BUILDS: tuple[Mode, ...] = ("cold", "nothing", "post", "event", "template")
SAVES: tuple[Mode, ...] = ("post", "event", "template", "style", "library")
MODES = tuple(dict.fromkeys((*BUILDS, *SAVES)))
_EDITION, _NAME = re.compile(r"Edition \d+"), re.compile(r"Bench Library[ \d]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was changed shows in this file of the site, by this text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One generator's site of one size; `given` are the names at its top before anything was built."""

    peer: Peer
    folder: Path
    posts: int
    events: int
    given: frozenset[str]
    numbers: count[int] = field(default_factory=lambda: count(1))

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def forget(self) -> None:
        """Put the output and every cache away: whatever was not there before the first build.

        Nothing is removed until all is measured: where thousands of files have just been removed, new ones may take ten
        times as long (ext4 keeps the numbers of the old ones back for a while), and we would measure that.
        """
        away = self.folder.with_name(f"{self.folder.name}-away") / str(next(self.numbers))
        away.mkdir(parents=True)
        for path in self.folder.iterdir():
            if path.name not in self.given:
                path.rename(away / path.name)

    def change(self, mode: Mode) -> Change | None:
        """Make the change that a mode is about; None where there is none."""
        number = next(self.numbers)
        if mode == "cold":
            self.forget()
        if mode == "post":
            return self._edit_post(number)
        if mode == "event":
            return self._move_event(number)
        if mode == "template":
            return self._touch(self.peer.template, _EDITION, f"Edition {number}", "<")
        if mode == "style":
            return self._touch(self.peer.style, _EDITION, f"Edition {number}", '"', self.peer.styled)
        return self._touch(self.peer.naming, _NAME, f"Bench Library {number}", ",") if mode == "library" else None

    def has(self, mode: Mode) -> bool:
        """Tell whether there is something to change in a mode."""
        needed = {"event": bool(self.events), "style": bool(self.peer.style), "library": bool(self.peer.naming)}
        return needed.get(mode, True)

    def shown(self, mode: Mode = "post") -> str:
        """Return the page that shows what a mode changes: one event, else one post."""
        middle = content.id_of(self.events // 2) if mode == "event" else content.slug_of(self.posts // 2)
        return f"{'events' if mode == 'event' else 'news'}/{middle}/"

    def _edit_post(self, number: int) -> Change:
        slug = content.slug_of(self.posts // 2)
        with (self.folder / self.peer.posts / f"{slug}.md").open("a", encoding="utf-8") as file:
            file.write(f"\nEdited {number} times.\n")
        return Change(file=f"{self.shown()}index.html", text=f"Edited {number} times.")

    def _move_event(self, number: int) -> Change:
        """Let an event begin at a minute at which no other one does."""
        path, id_ = self.folder / self.peer.spreadsheet, content.id_of(self.events // 2)
        start = f"11:{number % 29 + 1:02}"
        text = path.read_text(encoding="utf-8")
        row = rf"^({id_},[^\n]*?,\d{{4}}-\d\d-\d\d),\d\d:\d\d,"
        path.write_text(re.sub(row, rf"\g<1>,{start},", text, flags=re.MULTILINE), encoding="utf-8")
        return Change(file=f"{self.shown('event')}index.html", text=f"T{start}")

    def _touch(self, name: str, words: re.Pattern[str], new: str, after: str, shown: str = "") -> Change:
        """Write new words into a file; what is made of it shows them, and then something else."""
        path = self.folder / name
        path.write_text(words.sub(new, path.read_text(encoding="utf-8")), encoding="utf-8")
        return Change(file=shown or f"{self.shown()}index.html", text=f"{new}{after}")

    def check(self, change: Change | None) -> None:
        """Raise PlainError when the site just built does not show the change."""
        if change and change.text not in self.read(change.file):
            raise PlainError(f"{self.peer.title} built a site whose {change.file} does not show what was changed.")

    def read(self, file: str) -> str:
        """Return a built file, or nothing while there is none."""
        try:
            return (self.output / file).read_text(encoding="utf-8")
        except OSError:
            return ""

    def missing_pages(self) -> list[str]:
        """Return the posts and events that have no page."""
        pages = [f"news/{content.slug_of(number)}/" for number in range(self.posts)]
        pages += [f"events/{content.id_of(number)}/" for number in range(self.events)]
        return [page for page in pages if not (self.output / page / "index.html").is_file()]

    def pages(self) -> int:
        return sum(1 for _ in self.output.rglob("*.html"))


def make_site(root: Path, peer: Peer, folder: Path, *, posts: int, events: int) -> Site:
    """Write a site for a generator, from its folder of bench/ and the seeded content."""
    shutil.copytree(root / "bench" / peer.kit, folder)
    if peer.name == OURS:
        _add_project(root, folder)
        library = content.library_toml(has_events=bool(events))
        (folder / "content/library.toml").write_text(library, encoding="utf-8")
    home = folder / peer.posts
    home.mkdir(parents=True, exist_ok=True)
    for post in content.make_posts(posts):
        (home / f"{post.slug}.md").write_text(peer.write(post), encoding="utf-8")
    # An empty spreadsheet stops Hugo.
    if peer.spreadsheet and events:
        spreadsheet = folder / peer.spreadsheet
        spreadsheet.parent.mkdir(parents=True, exist_ok=True)
        spreadsheet.write_text(content.events_csv(events), encoding="utf-8")
    given = frozenset(path.name for path in folder.iterdir())
    return Site(peer=peer, folder=folder, posts=posts, events=events, given=given)


def _add_project(root: Path, folder: Path) -> None:
    """Copy the project around its content and theme, so that its own site and caches are left alone."""
    for name in (*PARTS, *(path.name for path in root.glob("requirements*.txt"))):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / name, folder / name)
    added = (root / "bench/broadside/pelicanconf.py").read_text(encoding="utf-8")
    with (folder / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\n{added}")
    shutil.copytree(root / "theme/translations", folder / "theme/translations")
    (folder / "content").mkdir()
    try:
        (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    except OSError:
        raise PlainError(
            "The benchmark links .venv into its sites, which this system does not let it: on Windows, turn on "
            "developer mode in the settings."
        ) from None
