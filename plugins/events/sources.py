"""Finds the spreadsheets of events that library.toml names, in the content folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from plugins.events import rules
from plugins.kernel.library import STANDARD_SOURCES, EventSource, Library
from plugins.kernel.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One spreadsheet: where it is, as people know it, and whether it comes from elsewhere."""

    path: Path
    file: str
    source: EventSource
    foreign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """All spreadsheets of a library, and the sources of which none was found."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


def sheets_of(library: Library, content: Path) -> Sheets:
    """Return the spreadsheets in order of sources and names; a source that matches no file is said."""
    found: dict[Path, Sheet] = {}
    problems: list[Problem] = []
    for source in library.event_sources:
        paths = _matching(content, source.file)
        for path in paths:
            found.setdefault(path, Sheet(path=path, file=path.relative_to(content).as_posix(), source=source))
        if not paths and source not in STANDARD_SOURCES:
            what = f'No file in the content folder matches "{source.file}".'
            cure = "Check the name under [[events]], or put the spreadsheet there."
            problems.append(
                rules.NO_FILE.at("library.toml", column="events.file", value=source.file, what=what, cure=cure)
            )
    return Sheets(sheets=tuple(found.values()), problems=tuple(problems))


def _matching(content: Path, pattern: str) -> list[Path]:
    """Return the files in the content folder that a pattern names, in order; none for one that leads out of it."""
    try:
        found = sorted(content.glob(pattern))
    except (NotImplementedError, ValueError):  # an absolute path, or no pattern at all
        return []
    root = content.resolve()
    return [path for path in found if path.is_file() and path.resolve().is_relative_to(root)]
