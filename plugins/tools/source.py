"""A piece of text as somebody wrote it, which can say on which line of which file something in it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.tools.shown_picture import Place

# How Pelican's authors name a file of the content folder: {filename}, {static}, {attach}, and the older |filename|.
PLACEHOLDER = re.compile(r"(?:\{|%7B|\|)(filename|static|attach)(?:\}|%7D|\|)/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text as it was written, and where: its file, the line it begins on, its folder below content/.

    `place` is what it becomes the text of; `own` is false for what others wrote, which is published with its faults.
    """

    text: str
    file: str
    line: int
    folder: str = ""
    place: Place = "text"
    own: bool = True

    def line_of(self, *fragments: str) -> int:
        """Return the line on which the first of these pieces that is in the text stands, else the text's first line."""
        text = self.text.lower()
        places = (text.find(fragment.lower()) for fragment in fragments if fragment)
        found = next((place for place in places if place >= 0), 0)
        return self.line + text.count("\n", 0, found)
