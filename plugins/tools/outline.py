"""Keeps the outline of a page sound: the title is its only h1, no heading level is skipped, and no id stands twice."""

from __future__ import annotations

import html as html_module
import re
from dataclasses import dataclass

_HEADING = re.compile(r"<(/?)h([1-6])\b")
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r'(<[a-z][^>]*?\bid=")([^"]+)(")')
# Ids of the frame around every text, which a text may not take.
FRAME_IDS = frozenset({"main", "top", "notice"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """The HTML with its outline mended, whether a heading had to be moved, and the words of the first that was."""

    html: str
    moved: bool
    first: str = ""


def mend(html: str) -> Outlined:
    """Return HTML whose headings start at h2 and go down one level at a time."""
    written: list[int] = []
    used: list[int] = []
    moved, first = False, ""

    def level(match: re.Match[str]) -> str:
        nonlocal moved, first
        if match[1]:
            return f"</h{used[-1] if used else 2}"
        number = int(match[2])
        while written and written[-1] >= number:
            written.pop()
        written.append(number)
        used.append(min(len(written) + 1, 6))
        if used[-1] != number and not moved:
            moved, first = True, _words(html, match.end())
        return f"<h{used[-1]}"

    return Outlined(html=_unique_ids(_HEADING.sub(level, html)), moved=moved, first=first)


def _words(html: str, place: int) -> str:
    """Return the words of the heading whose tag is open at a place."""
    begin = html.find(">", place) + 1
    return html_module.unescape(_TAG.sub("", html[begin : html.find("</h", begin)])).strip()


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
