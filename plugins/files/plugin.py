"""Files in Pelican: copies recordings, forms and drawings, and notes what no plugin has read of the rest."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from pelican import signals
from pelican.writers import Writer

from plugins.bridge.build import Outcome
from plugins.bridge.generators import SiteGenerator
from plugins.bridge.rules import ADDRESS_TAKEN
from plugins.files import rules
from plugins.files.allowed import FOLDERS, is_photograph, refusal
from plugins.kernel.problems import Problem

# Files that explain the content folder to people, or that belong to their tools.
_FOR_PEOPLE = ("README.md", "LICENSE", "LICENSE.md")


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)


def generators(pelican: object) -> type[FilesGenerator]:
    """Return the generator of files."""
    del pelican
    return FilesGenerator


class FilesGenerator(SiteGenerator):
    """Copies the files a library offers."""

    def generate_context(self) -> None:
        """Find the files, and leave out what may not be published."""
        self.build.expect("files", "images")
        self.found: list[tuple[Path, str]] = []
        for folder in FOLDERS:
            for name in _visible(self.build.content / folder):
                self._take(folder, self.build.content / folder / name, f"{folder}/{name}")

    def _take(self, folder: str, path: Path, file: str) -> None:
        problem = refusal(path, file, self.build.content) or self._twin(file)
        # Whether a photograph is on the site is known when all pages are made (bridge/picture_files.py).
        is_out = problem or (folder != "files" and is_photograph(path))
        self.build.record(folder, file, Outcome.LEFT_OUT if is_out else Outcome.PUBLISHED)
        if problem:
            self.build.problems.append(problem)
        elif is_out:
            self.build.pictures.offered[path] = file
        else:
            self.found.append((path, file))

    def _twin(self, file: str) -> Problem | None:
        """Return that a file's name differs from another's in case only, or None and take the address."""
        holder = self.build.claim(file, file)
        if not holder:
            return None
        what = f"To many computers this and {holder} have the same name; this one was left out."
        cure = "Rename one of them so that the names differ in more than capitals."
        return ADDRESS_TAKEN.at(file, value=file, what=what, cure=cure)

    def generate_output(self, writer: Writer) -> None:
        """Copy them, and name what is left."""
        for path, file in self.found:
            # A recording or a video is large: one that is what it was is not read again.
            self.write_made(writer, file, partial(_read, path), self.build.memory.prints.of(path))
        for file in _visible(self.build.content):
            if not self._is_used(file) and file.rpartition("/")[2] not in _FOR_PEOPLE:
                what = "Nothing on the site is made of this file."
                cure = "See content/README.md for what belongs in which folder, or move it out of the content folder."
                self.build.problems.append(rules.UNUSED.at(file, what=what, cure=cure))

    def _is_used(self, file: str) -> bool:
        """Tell whether a plugin has read a file, or Pelican copies it (STATIC_PATHS, {static} links)."""
        return self.build.is_used(file) or file in self.context["static_content"]


def _read(path: Path, now: object) -> bytes:
    del now
    return path.read_bytes()


def _visible(folder: Path) -> list[str]:
    """Return the files below a folder in order, by their names from there, without those that begin with a dot."""
    found: list[str] = []
    waiting = [""] if folder.is_dir() else []
    while waiting:
        below = waiting.pop()
        with os.scandir(folder / below) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                elif entry.is_file():
                    found.append(f"{below}{entry.name}")
    return sorted(found, key=lambda name: name.split("/"))
