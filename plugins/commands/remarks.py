"""The problems of the page that is looked at, on the page itself: while serving only, never on a built one."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from plugins.commands.report import many

STYLE, SCRIPT = (Path(__file__).with_name(f"remarks.{kind}") for kind in ("css", "js"))
_ROW = re.compile(r"(.*), line (\d+)")
_WORDS = {"error": "To mend", "warning": "Worth a look"}
Record = dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Remarks:
    """What the newest build had to say, and which file or row each page is made of."""

    report: Path
    problems: Sequence[Record] = ()
    sources: dict[str, str] = field(default_factory=dict)

    def refresh(self) -> None:
        """Take over what the newest build has written; what cannot be read is as good as nothing."""
        try:
            found = json.loads(self.report.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        self.problems = [one for one in found["problems"] if one["severity"] in _WORDS]
        self.sources = {address.casefold(): source for address, source in found["sources"].items()}

    def of(self, address: str) -> list[Record]:
        """Return the problems of the file or row that a page is made of; of one that is not there, all errors."""
        source = self.sources.get(address.lstrip("/").removesuffix("index.html").casefold(), "")
        if not source:
            return []
        row = _ROW.fullmatch(source)
        file, line = (row[1], int(row[2])) if row else (source, None)
        return [one for one in self.problems if one["file"] == file and (line is None or one["line"] in (line, None))]

    def errors(self) -> list[Record]:
        """Return all that keeps a file or row from the site."""
        return [one for one in self.problems if one["severity"] == "error"]

    def render(self, address: str, *, is_missing: bool = False) -> str:
        """Return the box for a page, "" where there is nothing to say."""
        if is_missing:
            return _box(self.errors(), "If the page should be here, look for its file below")
        own = self.of(address)
        rest = len([one for one in self.errors() if one not in own])
        return _box(own, f"The terminal names {many(rest, 'error')} in other files" if rest else "")


def _box(problems: Sequence[Record], more: str) -> str:
    if not problems:
        return ""
    counts = (
        (sum(one["severity"] == severity for one in problems), words.lower()) for severity, words in _WORDS.items()
    )
    summary = ", ".join(f"{count} {words}" for count, words in counts if count)
    items = "".join(map(_item, problems))
    foot = f"<p>{escape(more)}.</p>" if more else ""
    return (
        f'<link rel="stylesheet" href="/.{STYLE.name}"><aside id="broadside-remarks" lang="en" dir="ltr" '
        f'aria-label="Problems of this page"><details open><summary>{summary}</summary><ul>{items}</ul>{foot}'
        f'</details></aside><script src="/.{SCRIPT.name}"></script>'
    )


def _item(problem: Record) -> str:
    line = f", line {problem['line']}" if problem["line"] else ""
    column = f", {problem['column']}" if problem["column"] else ""
    place = escape(f"{problem['file']}{line}{column}")
    words = _WORDS[problem["severity"]]
    return f"<li><b>{words}:</b> <code>{place}</code><br>{escape(problem['what'])} {escape(problem['cure'])}</li>"
