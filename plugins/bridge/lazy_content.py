"""Pelican's content with a text that is fetched when somebody looks at it, and addresses worked out before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pelican.contents import Content

from plugins.bridge.build import build_of
from plugins.kernel.entry import Entry
from plugins.kernel.later import Later, text_of
from plugins.tools.slots import copy_with

# What is said of a content in a ledger besides its own attributes.
PLAIN, ADDRESSES = "is_plain", "addresses"


class LazyContent(Content):  # type: ignore[misc]  # Pelican publishes no types
    """What articles, pages and programs have in common once they may come out of a ledger.

    `body` is the text before links between files are resolved; `is_plain` says that there is no such link in it. `mark`
    is the digest of all else that reading the file came to, where it came out of a ledger, and `facts` of what of it
    a list may show.
    """

    mark = facts = b""
    body: str | Later[str] = ""
    is_plain = False

    @property
    def _content(self) -> str:
        return text_of(self.body)

    @_content.setter
    def _content(self, text: str) -> None:
        self.body = text

    def get_url_setting(self, key: str) -> str:
        """Return an address by Pelican's rules; Pelican itself works it out at each look."""
        known = self.__dict__.get(ADDRESSES, {})
        return known[key] if key in known else str(super().get_url_setting(key))

    def get_relative_source_path(self, source_path: str | None = None) -> str | None:
        """Return a file's path below the content folder; a content's own is known since it was read."""
        known: str | None = self.__dict__.get("relative_source_path")
        return known if known and not source_path else super().get_relative_source_path(source_path)

    def get_static_links(self) -> set[str]:
        """Return the files that the text names in Pelican's way."""
        return set() if self.is_plain else super().get_static_links()

    def get_content(self, siteurl: str) -> str:
        """Return the text with its links resolved."""
        return self._content if self.is_plain else str(super().get_content(siteurl))

    def is_valid(self) -> bool:
        """Tell whether Pelican can publish it; what came out of a ledger was looked at before."""
        return ADDRESSES in self.__dict__ or bool(super().is_valid())


def lazy(kind: type[Content]) -> type[LazyContent]:
    """Return a class of content that is lazy besides; it has the same name, which Pelican makes settings' names of."""
    return type(kind.__name__, (LazyContent, kind), {"__doc__": kind.__doc__, "__module__": kind.__module__})


def view_of(content: Any, make: Callable[[], Any], *others: object) -> Any:
    """Return how templates see a content, worked out when one does: it follows from the content and some others."""
    if not isinstance(content, LazyContent) or not content.mark:
        return make()
    return Later((content.mark, text_for_readers(content), others), make)


def in_lists(content: Any, entry: Entry) -> Entry:
    """Return a content's entry as lists show it: not with its text, so that none is made again for a word in it."""
    shown = copy_with(entry, body="")
    if isinstance(content, LazyContent) and content.facts:
        # All else that is in it follows from what reading the file came to.
        besides = (entry.source, entry.alternates, entry.audio, entry.transcript)
        build_of(content.settings).memory.digests.know(shown, content.facts, *besides)
    return shown


def text_for_readers(content: Any) -> str | Later[str]:
    """Return the text of a published content as the site shows it, with links from the site's root."""
    if isinstance(content, LazyContent) and content.is_plain:
        return content.body
    return str(content.get_content("/"))
