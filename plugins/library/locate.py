"""On which line of a TOML file each key stands; tomllib keeps the values and forgets the lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:\s|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*(\.)?""")
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_PLAIN = re.compile(r"[^,\]}\n#]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The line of every key path such as ("branches", 2, "hours", "monday"), counted from 1."""

    by_path: Mapping[Path, int]

    def line(self, path: Path) -> int | None:
        """Return the line of a key, or else of what holds it."""
        while path:
            if path in self.by_path:
                return self.by_path[path]
            path = path[:-1]
        return None


def locate(source: str) -> Lines:
    """Find the lines of a source that tomllib has accepted."""
    return Lines(by_path=_Scanner(source).scan())


class _Scanner:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._starts = [0, *(found.end() for found in re.finditer("\n", source))]
        self._lines: dict[Path, int] = {}
        self._last_index: dict[Path, int] = {}

    def scan(self) -> dict[Path, int]:
        heading: Path = ()
        while self._skip_blank() < len(self._source):
            before = self._at
            if self._sees("["):
                heading = self._heading()
            else:
                self._pair(heading)
            if self._at == before:  # not TOML as we know it: what has been found still helps
                break
        return self._lines

    def _skip_blank(self) -> int:
        self._at = self._match(_BLANK)
        return self._at

    def _match(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._source, self._at)
        return found.end() if found else self._at

    def _sees(self, text: str) -> bool:
        return self._source.startswith(text, self._at)

    def _note(self, path: Path, at: int) -> None:
        self._lines.setdefault(path, bisect_right(self._starts, at))

    def _heading(self) -> Path:
        start = self._at
        brackets = 2 if self._sees("[[") else 1
        self._at += brackets
        *parents, last = self._key() or [""]
        self._at += brackets
        path: Path = ()
        for part in parents:
            path = (*path, part)
            path = (*path, self._last_index[path]) if path in self._last_index else path
        path = (*path, last)
        self._note(path, start)
        if brackets > 1:
            self._last_index[path] = self._last_index.get(path, -1) + 1
            path = (*path, self._last_index[path])
            self._note(path, start)
        return path

    def _key(self) -> list[str]:
        parts = []
        while found := _KEY.match(self._source, self._at):
            self._at = found.end()
            parts.append(next(part for part in found.groups()[:3] if part is not None))
            if not found[4]:
                break
        return parts

    def _pair(self, path: Path) -> None:
        start = self._at
        for part in self._key():
            path = (*path, part)
            self._note(path, start)
        if self._sees("="):
            self._at += 1
            self._skip_blank()
            self._value(path)

    def _value(self, path: Path) -> None:
        if self._sees("["):
            self._array(path)
        elif self._sees("{"):
            self._inline_table(path)
        elif self._sees('"') or self._sees("'"):
            self._at = self._match(_STRING)
        else:
            self._at = self._match(_PLAIN)

    def _array(self, path: Path) -> None:
        self._at += 1
        index = 0
        while self._skip_blank() < len(self._source) and not self._sees("]"):
            before = self._at
            self._note((*path, index), before)
            self._value((*path, index))
            index += self._skip_comma()
            if self._at == before:
                return
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while self._skip_blank() < len(self._source) and not self._sees("}"):
            before = self._at
            self._pair(path)
            self._skip_comma()
            if self._at == before:
                return
        self._at += 1

    def _skip_comma(self) -> int:
        self._skip_blank()
        found = int(self._sees(","))
        self._at += found
        return found
