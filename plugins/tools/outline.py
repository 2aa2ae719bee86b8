"""Keeps the outline of a page sound: the title is its only h1, no heading level is skipped, and no id stands twice."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"<(/?)h([1-6])\b")
_ID = re.compile(r'(<[a-z][^>]*?\bid=")([^"]+)(")')
# Ids of the frame around every text, which a text may not take.
FRAME_IDS = frozenset({"main", "top", "notice"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """The HTML with its outline mended, and whether a heading had to be moved."""

    html: str
    moved: bool


def mend(html: str) -> Outlined:
    """Return HTML whose headings start at h2 and go down one level at a time."""
    written: list[int] = []
    used: list[int] = []
    moved = False

    def level(match: re.Match[str]) -> str:
        nonlocal moved
        if match[1]:
            return f"</h{used[-1] if used else 2}"
        number = int(match[2])
        while written and written[-1] >= number:
            written.pop()
        written.append(number)
        used.append(min(len(written) + 1, 6))
        moved = moved or used[-1] != number
        return f"<h{used[-1]}"

    return Outlined(html=_unique_ids(_HEADING.sub(level, html)), moved=moved)


def _unique_ids(html: str) -> str:
    seen = set(FRAME_IDS)

    def rename(match: re.Match[str]) -> str:
        name, number = match[2], 1
        while name in seen:
            number += 1
            name = f"{match[2]}-{number}"
        seen.add(name)
        return f"{match[1]}{name}{match[3]}"

    return _ID.sub(rename, html)
