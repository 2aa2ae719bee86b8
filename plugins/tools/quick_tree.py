"""What Python-Markdown does around its two parsers, left out where there is nothing for it to do.

Each class stands in for one of Python-Markdown's: it asks, more cheaply than the original works, whether the text or
the tree holds anything that the original would change, and leaves it to the original when it does.
"""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.extensions.tables import TableProcessor
from markdown.extensions.toc import TocTreeprocessor, remove_fnrefs, render_inner_html, strip_tags, unique
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX

_FENCES = ("```", "~~~")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What makes the text of a heading something else than its words.
_NOT_PLAIN = re.compile(f"[&<>{STX}]")
# An attribute may be there and have no value, which is None.
_NONE = object()


class QuickWhitespace(NormalizeWhitespace):
    """Looks for lines of spaces only where a line ends with one."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if text.endswith(" ") or any(odd in text for odd in (" \n", "\t", "\r", STX, ETX)):
            return super().run(lines)
        return [*lines, "", ""]


class QuickFences(FencedBlockPreprocessor):
    """Looks for fenced code only where a line begins with a fence."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any(line.startswith(_FENCES) for line in lines) else lines


class QuickHtmlBlocks(HtmlBlockPreprocessor):
    """Looks for blocks of HTML only where there is a tag, or a character by its number (it closes those left open)."""

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if any("<" in line or "&#" in line for line in lines) else lines


class QuickTables(TableProcessor):
    """Splits a row at its pipes where no code and no backslash can hide one."""

    def _split(self, row: str) -> list[str]:
        return super()._split(row) if "`" in row or "\\" in row else row.split("|")  # type: ignore[misc]

    def _split_row(self, row: str) -> list[str]:
        if "\\" in row:
            return super()._split_row(row)  # type: ignore[misc,no-any-return]
        return self._split(row.removeprefix("|").removesuffix("|") if self.border else row)


class QuickPrettify(PrettifyTreeprocessor):
    """Adds line breaks, and remembers which tags are blocks."""

    _blocks: dict[str, bool]

    def get_ready(self) -> None:
        self._blocks = {}

    def _is_block(self, tag: str) -> bool:
        if tag not in self._blocks:
            self._blocks[tag] = self.md.is_block_level(tag)
        return self._blocks[tag]

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802
        blocks, tag = self._blocks, elem.tag
        if (blocks[tag] if tag in blocks else self._is_block(tag)) and tag not in {"code", "pre"}:
            if len(elem) and (not elem.text or not elem.text.strip()) and self._is_block(elem[0].tag):
                elem.text = "\n"
            for child in elem:
                if blocks[child.tag] if child.tag in blocks else self._is_block(child.tag):
                    self._prettifyETree(child)
        if not elem.tail or not elem.tail.strip():
            elem.tail = "\n"


class QuickAttributes(AttrListTreeprocessor):
    """Looks for lists of attributes only where there is a brace."""

    def run(self, doc: Element) -> None:
        if "{" in "".join(doc.itertext()):
            super().run(doc)


class QuickUnescape(UnescapeTreeprocessor):
    """Puts escaped characters back where a backslash was written, or HTML that could hold the like."""

    def run(self, root: Element) -> None:
        markdown: Any = self.md
        text = "".join(markdown.lines)
        if "\\" in text or STX in text:
            super().run(root)


class QuickContents(TocTreeprocessor):
    """Gives headings their ids; builds the table of contents only where a text asks for it."""

    def run(self, doc: Element) -> None:
        headings = [one for one in doc.iter() if one.tag in _HEADINGS]
        if self._is_asked_for_more(doc, headings):
            super().run(doc)
            return
        taken: set[Any] = {found for one in doc.iter() if (found := one.get("id", _NONE)) is not _NONE}
        counters: dict[str, int] = {}
        for one in headings:
            self.set_level(one)
            if one.get("id", _NONE) is _NONE:
                one.set("id", unique(self.slugify(self._words(one), self.sep), taken, counters))

    def _is_asked_for_more(self, doc: Element, headings: list[Element]) -> bool:
        return (
            self.use_anchors
            or self.use_permalinks not in {False, None}
            or any(one.get("data-toc-label", _NONE) is not _NONE for one in headings)
            or (bool(self.marker) and self.marker in "".join(doc.itertext()))
        )

    def _words(self, heading: Element) -> str:
        text = heading.text or ""
        if not len(heading) and not _NOT_PLAIN.search(text):
            return " ".join(text.split())
        return html.unescape(strip_tags(render_inner_html(remove_fnrefs(heading), self.md)))
