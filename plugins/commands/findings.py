"""A problem as programs and people want to find it: its file from where they stand, its line, its column of letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plugins.commands.why import why
from plugins.kernel.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem, its file (None where it is about the site), and where in the line its value stands, counted from 1.

    `shown` is the file as the project knows it ("content/posts/a.md"); `why` says why it matters to a reader.
    """

    problem: Problem
    path: Path | None
    shown: str
    why: str
    first: int = 0
    last: int = 0


def finder(root: Path, content: Path) -> Callable[[Problem], Finding]:
    """Return what makes a finding of a problem of this site; each file is opened once."""

    @cache
    def lines_of(path: Path) -> list[str]:
        try:
            return path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return []

    def find(problem: Problem) -> Finding:
        path = _path_of(problem.file, root, content)
        first, last = _columns(problem, lines_of(path)) if path and problem.line else (0, 0)
        shown = _shown(path, root) if path else problem.file
        return Finding(problem=problem, path=path, shown=shown, why=why(problem.rule), first=first, last=last)

    return find


def _path_of(file: str, root: Path, content: Path) -> Path | None:
    """Return the file that a problem names, which is below the content folder, the project, or where people stand."""
    for folder in (content, root, Path.cwd()):
        try:
            if file and (folder / file).is_file():
                return folder / file
        except (OSError, ValueError):
            return None
    return None


def _shown(path: Path, root: Path) -> str:
    for folder in (root, Path.cwd()):
        if path.is_relative_to(folder):
            return path.relative_to(folder).as_posix()
    return path.as_posix()


def _columns(problem: Problem, lines: list[str]) -> tuple[int, int]:
    """Return where in its line the value of a problem begins, and the place after it; zeros where it is not there."""
    if not problem.value or not problem.line or problem.line > len(lines):
        return 0, 0
    place = lines[problem.line - 1].find(problem.value)
    return (place + 1, place + 1 + len(problem.value)) if place >= 0 else (0, 0)
