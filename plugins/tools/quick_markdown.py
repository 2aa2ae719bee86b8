"""Gives a Markdown parser shortcuts that do not change what it makes (docs/decisions/0011 says how that is proved)."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.footnotes import FootnotePostprocessor, FootnotePostTreeprocessor, FootnoteTreeprocessor
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, MarkdownInHTMLPostprocessor
from markdown.extensions.tables import TableProcessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.postprocessors import AndSubstitutePostprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.serializers import to_html_string
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor, UnescapeTreeprocessor

from plugins.tools import quick_blocks, quick_inline, quick_tree
from plugins.tools.quick_serializer import to_html

# What stands in for which of Python-Markdown's own classes.
_QUICK: dict[type, type] = {
    BlockParser: quick_blocks.QuickBlocks,
    NormalizeWhitespace: quick_tree.QuickWhitespace,
    FencedBlockPreprocessor: quick_tree.QuickFences,
    HtmlBlockPreprocessor: quick_tree.QuickHtmlBlocks,
    TableProcessor: quick_tree.QuickTables,
    InlineProcessor: quick_inline.QuickInline,
    PrettifyTreeprocessor: quick_tree.QuickPrettify,
    AttrListTreeprocessor: quick_tree.QuickAttributes,
    TocTreeprocessor: quick_tree.QuickContents,
    UnescapeTreeprocessor: quick_tree.QuickUnescape,
}
# Those that are known as well, and stay as they are.
_AS_THEY_ARE = frozenset(
    {
        FootnoteTreeprocessor,
        FootnotePostTreeprocessor,
        AbbrTreeprocessor,
        MarkdownInHTMLPostprocessor,
        FootnotePostprocessor,
        AndSubstitutePostprocessor,
    }
)
_TAB_LENGTH = 4


def quicken(markdown: Markdown) -> bool:
    """Give a parser shortcuts where it is made of nothing but what is known here; tell whether that is so."""
    if not _is_known(markdown):
        return False
    parts = [markdown.parser, *markdown.parser.blockprocessors, *markdown.preprocessors, *markdown.treeprocessors]
    for part in parts:
        # The others hold on to this very object: it becomes one with shortcuts, and is not replaced by another.
        part.__class__ = _QUICK.get(type(part), type(part))
    for part in parts:
        if hasattr(part, "get_ready"):
            part.get_ready()
    markdown.serializer = to_html
    return True


def _is_known(markdown: Markdown) -> bool:
    """Tell whether a parser has no processor of somebody's extension, and none that was set up in another way."""
    stages: list[Any] = [*markdown.preprocessors, *markdown.treeprocessors, *markdown.postprocessors]
    patterns: Any = markdown.inlinePatterns
    return (
        type(markdown) is Markdown
        and type(markdown.parser) is BlockParser
        and markdown.tab_length == _TAB_LENGTH
        and markdown.serializer is to_html_string
        and all(type(stage) in _QUICK or type(stage) in _AS_THEY_ARE for stage in stages)
        # "smarty" is a second inline stage, with patterns of its own.
        and all(stage.inlinePatterns is patterns for stage in stages if type(stage) is InlineProcessor)
        and quick_inline.are_known(list(patterns))
        and quick_blocks.are_known(list(markdown.parser.blockprocessors))
    )
