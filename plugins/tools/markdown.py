"""Turns Markdown into HTML with one parser that is set up once and used for every file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from itertools import chain
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension, extra
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor

from plugins.tools.quick_markdown import quicken

# What `MARKDOWN` in the settings starts from: the language staff write (content/README.md teaches it).
DEFAULTS: dict[str, Any] = {
    "extensions": ["markdown.extensions.extra", "markdown.extensions.sane_lists", "markdown.extensions.toc"],
    "extension_configs": {
        "markdown.extensions.extra": {"tables": {"use_align_attribute": True}},
        "markdown.extensions.toc": {"slugify": slugify_unicode},
    },
    "output_format": "html5",
}


# A sentence or some on one line, in which nothing is Markdown: most descriptions in a spreadsheet are no more.
_PLAIN = re.compile(r"[^\W\d_][^\x00-\x1f\x7f-\x9f\u2028\u2029<>&*_`\[\]\\{}|]*(?<=\S)")


class Converter:
    """Markdown to HTML, by the settings of this site; `known` is the HTML of texts that somebody has turned already."""

    __slots__ = ("_is_simple", "_markdown", "known")

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.known: Mapping[str, str] = {}
        self._markdown = Markdown(**_opened(options))
        self._is_simple = quicken(self._markdown) and not any(map(_changes_plain_words, self._markdown.treeprocessors))

    def __call__(self, text: str) -> str:
        """Return the HTML of a text; nothing of one text is left over for the next."""
        if self._is_simple and _PLAIN.fullmatch(text):
            return f"<p>{text}</p>"
        known = self.known.get(text)
        if known is not None:
            return known
        self._markdown.reset()
        return self._markdown.convert(text)


def _changes_plain_words(part: Treeprocessor) -> bool:
    """Tell whether a part was set up to look for words: abbreviations of a glossary, or a mark of the contents."""
    marker = getattr(part, "marker", "")
    return bool(getattr(part, "abbrs", ()) or (marker and "[" not in marker))


def _opened(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options with Python-Markdown's own extensions themselves in place of their names.

    It looks for each name in every package that is installed, which takes longer than many a text.
    """
    configs = options.get("extension_configs", {})
    names = options.get("extensions", ())
    return {**options, "extensions": list(chain.from_iterable(_extensions(one, configs) for one in names))}


def _extensions(name: str | Extension, configs: Mapping[str, Any]) -> list[str | Extension]:
    if name == extra.__name__:
        parts = configs.get(name, {})
        return [_made(f"markdown.extensions.{part}", parts.get(part, {})) for part in extra.extensions]
    if isinstance(name, str) and name.startswith("markdown.extensions.") and ":" not in name:
        return [_made(name, configs.get(name, {}))]
    return [name]


def _made(name: str, config: Mapping[str, Any]) -> Extension:
    made: Extension = import_module(name).makeExtension(**config)
    return made
