"""Turns Markdown into HTML with one parser that is set up once and used for every file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

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


class Converter:
    """Markdown to HTML, by the settings of this site."""

    __slots__ = ("_markdown",)

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._markdown = quicken(Markdown(**options))

    def __call__(self, text: str) -> str:
        """Return the HTML of a text; nothing of one text is left over for the next."""
        self._markdown.reset()
        return self._markdown.convert(text)
