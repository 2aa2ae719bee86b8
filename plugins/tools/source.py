"""A piece of text as somebody wrote it, which can say on which line of which file something in it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

# How Pelican's authors name a file of the content folder: {filename}, {static}, {attach}, and the older |filename|.
PLACEHOLDER = re.compile(r"(?:\{|%7B|\|)(filename|static|attach)(?:\}|%7D|\|)/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text as it was written, and where: its file, the line it begins on, its folder below content/."""

    text: str
    file: str
    line: int
    folder: str = ""

    def line_of(self, fragment: str) -> int:
        """Return the line a piece of the text stands on (the first line when it is not found)."""
        found = self.text.find(fragment)
        return self.line + self.text.count("\n", 0, found) if found >= 0 else self.line
