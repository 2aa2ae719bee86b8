"""Turns the HTML of a description into plain text with its paragraphs, lists and links, for calendars and data."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

_PARAGRAPHS = frozenset("p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote figure pre section details".split())
_LINES = frozenset("br li tr dt dd figcaption summary caption".split())
_SPACE = re.compile(r"\s+")
_GAPS = re.compile(r"\n{3,}")
_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)")
_ELSEWHERE = ("http://", "https://", "mailto:", "tel:")


def plain_text(source: str, site: str) -> str:
    """Return HTML as text, a blank line between paragraphs; a link is followed by its address in full."""
    if "<" not in source:
        return _SPACE.sub(" ", html.unescape(source)).strip()
    reading = _Reading(site)
    reading.feed(source)
    reading.close()
    lines = (line.strip() for line in "".join(reading.parts).split("\n"))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip()


class _Reading(HTMLParser):
    """Collects the words, with a break wherever a block begins or ends."""

    def __init__(self, site: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._site = site
        self._links: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._break(tag)
        if tag == "li":
            self.parts.append("- ")
        elif tag == "a":
            self._links.append((len(self.parts), self._address(given.get("href") or "")))
        elif tag == "img" and given.get("alt"):
            self.parts.append(f"[{given['alt']}]")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            start, address = self._links.pop()
            words = "".join(self.parts[start:]).strip().rstrip("/")
            plain = _SCHEME.sub("", address)
            if address and words not in (address.rstrip("/"), plain.rstrip("/")):
                self.parts.append(f" ({address if address.startswith('http') else plain})")
        elif tag != "li":
            self._break(tag)

    def handle_data(self, data: str) -> None:
        text = _SPACE.sub(" ", data)
        is_at_start = not self.parts or self.parts[-1].endswith(("\n", "- "))
        self.parts.append(text.lstrip() if is_at_start else text)

    def _break(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self.parts.append("\n\n")
        elif tag in _LINES:
            self.parts.append("\n")

    def _address(self, href: str) -> str:
        if href.startswith(_ELSEWHERE):
            return href
        return self._site + href.lstrip("/") if href.startswith("/") else ""
