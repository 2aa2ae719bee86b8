"""The folder beside the output in which the next site is made: at first a copy of the last one, by hard links.

It is brought in line with the last site by a process of its own, while code is still being loaded: what an earlier
build left in it is kept where it is the same file. A file may stand in both folders at once, so nothing is ever
written over: a file that changes is a new file.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path

from plugins.bridge.elsewhere import Elsewhere, Gate

# Size, time of the last change in nanoseconds, and number of a file: the same three mean that it is untouched.
Sign = tuple[int, int, int]


class Folder:
    """A folder that files are written to, in which nothing is known of what was there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._there: set[str] = set()

    def ready(self) -> None:
        """Wait until nothing else works on the folder; needed before the process is copied."""

    @property
    def found(self) -> dict[str, Sign]:
        """Return the files that were in the last site, by name ("news/a/index.html"), each with its sign."""
        return {}

    def keep(self, file: str) -> None:
        """Let a file of the last site stay, or one that was just written."""

    def drop(self, *files: str) -> None:
        """Take files of the last site out, and the folders they leave empty."""

    def finish(self) -> None:
        """Take out whatever was in the last site and nothing claims any more."""

    def write(self, file: str, data: bytes) -> Sign:
        """Write a file anew, and return its sign."""
        path, below = f"{self.folder}/{file}", file.rpartition("/")[0]
        with suppress(OSError):
            if below not in self._there:
                _make_folder(f"{self.folder}/{below}")
                self._there.add(below)
            return _write(path, data)
        _make_room(self.folder, file)
        return _write(path, data)

    def read(self, file: str) -> bytes | None:
        """Return the bytes of a file, or None when it is not there."""
        try:
            with open(f"{self.folder}/{file}", "rb", buffering=0) as opened:
                return opened.read()
        except OSError:
            return None


class Staging(Folder):
    """The next site while it is made; `last` is the site before it, or None to begin with nothing.

    With a `gate`, nothing is touched before that opens.
    """

    def __init__(self, folder: Path, last: Path | None, gate: Gate | None = None) -> None:
        super().__init__(folder)
        self._claimed: set[str] = set()
        self._prepared = Elsewhere(partial(bring_in_line, folder, last), gate)

    def ready(self) -> None:
        self._prepared.wait()

    @cached_property
    def found(self) -> dict[str, Sign]:
        return self._prepared.result

    def keep(self, file: str) -> None:
        self._claimed.add(file)

    def drop(self, *files: str) -> None:
        for file in files:
            self.found.pop(file, None)
            _remove(self.folder, file)

    def write(self, file: str, data: bytes) -> Sign:
        self.ready()
        return super().write(file, data)

    def take(self, file: str, source: str) -> None:
        """Let a file that stands elsewhere stand here too, as the same file where the disk can; the same bytes stay."""
        self.ready()
        target = f"{self.folder}/{file}"
        with suppress(OSError):
            if os.path.samefile(source, target) or filecmp.cmp(source, target, shallow=False):
                return
        _make_room(self.folder, file)
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)

    def finish(self) -> None:
        self.drop(*(set(self.found) - self._claimed))


def bring_in_line(folder: Path, last: Path | None) -> dict[str, Sign]:
    """Let the files of the last site stand in a folder, and nothing else; return them by name, with their signs."""
    if folder.is_symlink():
        folder.unlink()
    if last is None or not last.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        return {}
    folder.mkdir(parents=True, exist_ok=True)
    there = _own_files_of(folder)
    wanted = dict(files_of(last))
    for file, sign in there.items():
        if wanted.get(file) != sign:
            _remove(folder, file)
    return {file: sign for file, sign in wanted.items() if there.get(file) == sign or _link(folder, last, file)}


def _link(folder: Path, last: Path, file: str) -> bool:
    """Give a file of the last site a second name; a system without such names gets none, and makes it anew."""
    old, new = f"{last}/{file}", f"{folder}/{file}"
    with suppress(OSError):
        try:
            os.link(old, new)
        except FileNotFoundError:
            _make_folder(os.path.dirname(new))
            os.link(old, new)
        return True
    with suppress(OSError):
        _make_room(folder, file)
        os.link(old, new)
        return True
    return False


def sign_of(found: os.stat_result) -> Sign:
    """Return the sign of a file."""
    return (found.st_size, found.st_mtime_ns, found.st_ino)


def files_of(folder: Path) -> Iterator[tuple[str, Sign]]:
    """Yield each file below a folder by its name from there, with slashes, and its sign; links are not followed."""
    for name, entry in _entries_of(folder):
        if entry.is_file(follow_symlinks=False):
            yield name, sign_of(entry.stat(follow_symlinks=False))


def _entries_of(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield whatever stands below a folder and is none itself, a link to one included, by its name from there."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    yield f"{below}{entry.name}", entry


def _own_files_of(folder: Path) -> dict[str, Sign]:
    """Return the files below a folder that sites are made in, and take out links, which nobody of us puts there.

    Whoever writes below a link writes outside.
    """
    found: dict[str, Sign] = {}
    for name, entry in _entries_of(folder):
        if entry.is_symlink():
            os.unlink(entry.path)
        elif entry.is_file():
            found[name] = sign_of(entry.stat())
    return found


def _remove(folder: Path, file: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(f"{folder}/{file}")
    # A folder that is not empty stays, and so do those above it.
    below = file
    with suppress(OSError):
        while "/" in below:
            below = below.rpartition("/")[0]
            os.rmdir(f"{folder}/{below}")


def _write(path: str, data: bytes) -> Sign:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        return sign_of(os.fstat(descriptor))
    finally:
        os.close(descriptor)


def _make_folder(folder: str) -> None:
    """Make a folder; most stand in one that is there, where looking for it first would take twice as long."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)


def _make_room(folder: Path, file: str) -> None:
    """Make the folders a file stands in, and take away what has its name, or is a file where a folder must be."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder
    for part in file.split("/")[:-1]:
        path /= part
        if path.is_file() or path.is_symlink():
            path.unlink()
        path.mkdir(exist_ok=True)
    path /= file.rpartition("/")[2]
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
