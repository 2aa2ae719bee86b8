"""A description out of another system, as Markdown: its HTML cleaned, its entities resolved, its lines kept."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from plugins.tools.html import clean

_TAG = re.compile(
    r"</?(?:p|br|a|b|i|u|s|em|strong|div|span|ul|ol|li|h[1-6]|img|table|tbody|thead|tr|t[dh]|font|blockquote|hr|sup|sub"
    r"|script|style|iframe|center|small|pre|code|section|article|figure|o:p)\b[^<>]*>",
    re.IGNORECASE,
)
_BLOCK_TAG = re.compile(r"<(?:p|div|ul|ol|li|h[1-6]|table|blockquote)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);", re.IGNORECASE)
_ESCAPED_OFTEN = 3
# What Markdown cannot say stays as HTML, which pages may show.
_STAYS = re.compile(r"<(?:table|pre|code|sup|sub)\b", re.IGNORECASE)
# What is worth saying when it is taken out; fonts and colors are not.
_SAID = re.compile(r"<(?:script|iframe|form|object|embed|video|audio|input|button)\b|on\w+=|href=|src=", re.IGNORECASE)
_BLOCKS = frozenset("p div ul ol li h1 h2 h3 h4 h5 h6 blockquote section figure tr table".split())
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*"}
_LINE_START = re.compile(r"^[ \t]*(?:[*•·▪◦‣–—-]|o(?=\s{2}))\s+", re.MULTILINE)
_EMPTY_MARKS = re.compile(r"\0(\*+)(\s*)\1\0")


def to_markdown(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a description as Markdown, and what was taken out because it may not be published."""
    plain = text
    if "&" in plain:
        for _ in range(_ESCAPED_OFTEN):
            if not _ENTITY.search(plain) or (_TAG.search(plain) and plain is text):
                break
            plain = html.unescape(plain)
    if "<" not in plain or not _TAG.search(plain):
        return _lines(plain), ()
    if not _BLOCK_TAG.search(plain):
        # Lines of plain text with a tag here and there.
        plain = re.sub(r"\n\s*\n", "<p>", plain)
        plain = re.sub(r"\s*(?:<br\s*/?>)?\s*\n\s*", "<br>", plain)
    cleaned = clean(plain)
    removed = tuple(what for what in cleaned.removed if _SAID.match(what))
    if _STAYS.search(cleaned.html):
        return re.sub(r"\n\s*\n", "\n", cleaned.html).strip(), removed
    writer = _Writer()
    writer.feed(cleaned.html)
    writer.close()
    return writer.text(), removed


def _lines(text: str) -> str:
    """Return text in which a line break stays one, and a line with a bullet is a list's."""
    if "\n" not in text:
        return text
    lines = _LINE_START.sub("- ", text).split("\n")
    out: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_item, next_is_item = line.startswith("- "), following.startswith("- ")
        if next_is_item and line and not is_item:
            out.append(f"{line}\n")
        elif line and following and not next_is_item and not line.endswith("<br>"):
            out.append(line if is_item else f"{line}<br>")
        else:
            out.append(line)
    return "\n".join(out)


class _Writer(HTMLParser):
    """Writes clean HTML as Markdown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._lists: list[int] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else -1)
        if tag == "br":
            self._out.append("<br>\n")
        elif tag == "li":
            self._out.append(self._bullet())
        elif tag in _BLOCKS:
            self._out.append("\n\n" if not self._lists or (tag in {"ul", "ol"} and len(self._lists) == 1) else "\n")
        if re.fullmatch("h[1-6]", tag):
            self._out.append("## " if tag in {"h1", "h2"} else "### ")
        elif tag in _MARKS:
            self._out.append(f"\0{_MARKS[tag]}")
        elif tag == "a":
            self._links.append(given.get("href") or "")
            self._out.append("[" if self._links[-1] else "")
        elif tag == "img" and given.get("src"):
            self._out.append(f"![{given.get('alt') or ''}]({given['src']})")

    def _bullet(self) -> str:
        # A cell keeps no spaces before its lines, so a list within a list goes on with it.
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            return f"\n{self._lists[-1]}. "
        return "\n- "

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in _MARKS:
            self._out.append(f"{_MARKS[tag]}\0")
        elif tag == "a" and self._links:
            address = self._links.pop()
            self._out.append(f"]({address})" if address else "")
        elif tag in _BLOCKS - {"li", "tr"}:
            self._out.append("\n\n" if not self._lists else "\n")

    def handle_data(self, data: str) -> None:
        self._out.append(re.sub(r"\s+", " ", data))

    def text(self) -> str:
        """Return the Markdown, with marks close to their words and at most one empty line in a row."""
        text = _EMPTY_MARKS.sub(r"\2", "".join(self._out))
        text = re.sub(r"\0(\*+)(\s*)", r"\2\1", text)
        text = re.sub(r"(\s*)(\*+)\0", r"\2\1", text)
        text = html.unescape(text) if _ENTITY.search(text) else text
        lines = (" ".join(line.split()) for line in text.split("\n"))
        return re.sub(r"(?:[ \t]*\n){3,}", "\n\n", "\n".join(lines)).strip()
