"""A description out of another system, as Markdown: its HTML cleaned, its entities resolved, its lines kept."""

from __future__ import annotations

import html
import re

from plugins.tools.html import clean, clean_quietly

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
_MAY_SAY = re.compile(
    r"<\s*(?:script|iframe|form|object|embed|video|audio|input|button)\b|\son\w+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?!https?:|mailto:|tel:|www)\w+:",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:=\"[^\"]*\")?)*)\s*/?>|([^<]+|<)")
_SPACES = re.compile(r"\s+")
_EMPTY_LINES = re.compile(r"(?:[ \t]*\n){3,}")
_HEADINGS = {f"h{level}": "## " if level <= 2 else "### " for level in range(1, 7)}  # noqa: PLR2004
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
    removed = tuple(what for what in clean(plain).removed if _SAID.match(what)) if _MAY_SAY.search(plain) else ()
    cleaned = clean_quietly(plain)
    if _STAYS.search(cleaned):
        return re.sub(r"\n\s*\n", "\n", cleaned).strip(), removed
    return _Writer().write(cleaned), removed


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


class _Writer:
    """Writes clean HTML as Markdown, tag by tag: the cleaner has closed every tag and quoted every value."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._lists: list[int] = []
        self._links: list[str] = []

    def write(self, source: str) -> str:
        """Return the Markdown of a piece of clean HTML."""
        for closing, tag, values, words in _TOKEN.findall(source):
            if words:
                self._out.append(_SPACES.sub(" ", html.unescape(words)))
            elif closing:
                self._close(tag)
            else:
                self._open(tag, values)
        return _tidy("".join(self._out))

    def _open(self, tag: str, values: str) -> None:
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else -1)
        if tag == "br":
            self._out.append("<br>\n")
        elif tag == "li":
            self._out.append(self._bullet())
        elif tag in _BLOCKS:
            opens_list = tag in {"ul", "ol"} and len(self._lists) == 1
            self._out.append("\n\n" if opens_list or not self._lists else "\n")
        if tag in _HEADINGS:
            self._out.append(_HEADINGS[tag])
        elif tag in _MARKS:
            self._out.append(f"\0{_MARKS[tag]}")
        elif tag == "a":
            self._links.append(_value("href", values))
            self._out.append("[" if self._links[-1] else "")
        elif tag == "img" and _value("src", values):
            self._out.append(f"![{_value('alt', values)}]({_value('src', values)})")

    def _bullet(self) -> str:
        # A cell keeps no spaces before its lines, so a list within a list goes on with it.
        if self._lists and self._lists[-1] >= 0:
            self._lists[-1] += 1
            return f"\n{self._lists[-1]}. "
        return "\n- "

    def _close(self, tag: str) -> None:
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag in _MARKS:
            self._out.append(f"{_MARKS[tag]}\0")
        elif tag == "a" and self._links:
            address = self._links.pop()
            self._out.append(f"]({address})" if address else "")
        elif tag in _BLOCKS and tag not in {"li", "tr"}:
            self._out.append("\n\n" if not self._lists else "\n")


def _value(name: str, values: str) -> str:
    found = re.search(rf'(?:^|\s){name}="([^"]*)"', values)
    return html.unescape(found[1]) if found else ""


def _tidy(text: str) -> str:
    """Return Markdown with marks close to their words, and at most one empty line in a row."""
    if "\0" in text:
        text = _EMPTY_MARKS.sub(r"\2", text)
        text = re.sub(r"\0(\*+)(\s*)", r"\2\1", text)
        text = re.sub(r"(\s*)(\*+)\0", r"\2\1", text)
    text = html.unescape(text) if "&" in text and _ENTITY.search(text) else text
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()
