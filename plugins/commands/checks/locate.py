"""Finds the line of the library's own file at which something is wrong with a page, so that nobody must look for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from plugins.kernel.problems import Problem

# How the source of an event is told: by the row of a spreadsheet.
_ROW = re.compile(r"(?P<file>.+), line (?P<line>\d+)")
_UP = re.compile(r"^(?:\.{1,2}/)+")
_TEXTS = (".md", ".markdown", ".toml", ".csv")


def located(problems: Iterable[Problem], content: Path) -> Iterator[Problem]:
    """Yield problems with their lines, where these are found: at the row that is named, or where the value stands."""
    for problem in problems:
        row = _ROW.fullmatch(problem.file)
        if row:
            yield replace(problem, file=row["file"], line=int(row["line"]))
        elif problem.line is None and problem.value and problem.file.endswith(_TEXTS):
            yield replace(problem, line=_line_of(problem.value, content / problem.file))
        else:
            yield problem


def _line_of(value: str, path: Path) -> int | None:
    """Return the first line in which an address stands, however it is written there; None where it stands nowhere."""
    written = _UP.sub("", value).removesuffix("index.html")
    if not written or not path.is_file():
        return None
    lines = path.read_text("utf-8", errors="replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if written in line), None)
