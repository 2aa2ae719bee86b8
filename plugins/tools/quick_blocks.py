"""Tells paragraphs, lists, headings and tables apart as Python-Markdown does, and asks only the kinds it could be.

Python-Markdown asks seventeen kinds of block whether a piece of text is theirs. Each kind begins with characters of its
own; where they do not occur it is not asked, and a piece without any of them is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import blockprocessors as kinds
from markdown.blockparser import BlockParser
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import STX

_INDENT = "    "
_RULE = re.compile(r"^ {0,3}[-_*]", re.MULTILINE)
_NUMBER = re.compile(r" {0,3}\d")
_BULLET = re.compile(r" {0,3}[*+-] ")
_DEFINITION = re.compile(r"(?:^|\n) {0,3}: ")
# The start of a line that is more than the next line of a paragraph: a rule, an underline, a definition.
_LINE = re.compile(r"\n(?: {0,3}[-_*:]|=)")
_FIRST = frozenset("\n -_*+=:")


def _always(_block: str) -> bool:
    return True


def _is_indented(block: str) -> bool:
    return block.startswith(_INDENT)


# What a block must look like for a kind to be asked whether it is its own.
_COULD_BE: dict[type, Callable[[str], Any]] = {
    MarkdownInHtmlProcessor: lambda block: STX in block,
    kinds.EmptyBlockProcessor: _always,
    kinds.ListIndentProcessor: _is_indented,
    DefListIndentProcessor: _is_indented,
    kinds.CodeBlockProcessor: _is_indented,
    TableProcessor: lambda block: "|" in block and "\n" in block,
    kinds.HashHeaderProcessor: lambda block: "#" in block,
    kinds.SetextHeaderProcessor: lambda block: "\n=" in block or "\n-" in block,
    kinds.HRProcessor: _RULE.search,
    SaneOListProcessor: _NUMBER.match,
    SaneUListProcessor: _BULLET.match,
    DefListProcessor: _DEFINITION.search,
    kinds.BlockQuoteProcessor: lambda block: ">" in block,
    FootnoteBlockProcessor: lambda block: "[^" in block and "]:" in block,
    AbbrBlockprocessor: lambda block: "*[" in block,
    kinds.ReferenceProcessor: lambda block: "]:" in block,
    kinds.ParagraphProcessor: _always,
}


def are_known(found: list[kinds.BlockProcessor]) -> bool:
    """Tell whether it is known what each kind of block looks like, and what fits no other is a paragraph."""
    return (
        bool(found) and all(type(kind) in _COULD_BE for kind in found) and type(found[-1]) is kinds.ParagraphProcessor
    )


class QuickBlocks(BlockParser):
    """Python-Markdown's block parser with shortcuts; made of its own by `quicken`."""

    _steps: list[tuple[kinds.BlockProcessor, Callable[[str], Any]]]
    _paragraph: kinds.BlockProcessor

    def get_ready(self) -> None:
        """Note what each kind of block looks like."""
        self._steps = [(kind, _could_be(kind)) for kind in self.blockprocessors]
        self._paragraph = self._steps[-1][0]

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802
        """Add the elements that the blocks of a text make to their parent; the blocks are used up."""
        paragraph, steps = self._paragraph, self._steps
        while blocks:
            block = blocks[0]
            if _is_plain(block):
                if self.state.isstate("list"):
                    paragraph.run(parent, blocks)
                else:
                    del blocks[0]
                    _add_paragraph(parent, block)
                continue
            for kind, could_be in steps:
                if could_be(block) and kind.test(parent, block) and kind.run(parent, blocks) is not False:
                    break


def _add_paragraph(parent: Element, block: str) -> None:
    text = block.lstrip()
    if text:
        SubElement(parent, "p").text = text


def _could_be(kind: kinds.BlockProcessor) -> Callable[[str], Any]:
    """Return the question for a kind, which may by now be one of our own that stands in for it."""
    return next(_COULD_BE[one] for one in type(kind).__mro__ if one in _COULD_BE)


def _is_plain(block: str) -> bool:
    """Tell whether a block can be nothing but a paragraph."""
    return not (
        not block
        or block[0] in _FIRST
        or "#" in block
        or ">" in block
        or "|" in block
        or "]:" in block
        or STX in block
        or block[0].isdecimal()
        or ("\n" in block and _LINE.search(block))
    )
