"""Checks that nothing that was published is gone without a word: addresses are promises to those who keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plugins.commands.checks.model import INDEX, Site, address_of
from plugins.commands.rules import LIST_GONE, VANISHED
from plugins.kernel.problems import Problem

# What nobody keeps the address of: it is part of a page, and goes with it.
_PARTS = re.compile(r"(?:theme|images|pagefind)/.*|.*\.(?:css|js|mjs|woff2|vtt)|(?:.*/)?card\.(?:png|jpg)|_[^/]*")
_FILE = re.compile(r"(?:files|audio|videos)/.*")
# Lists that are there while there is something to list: a tag, the third page of the news, a month, a facet's feed.
_LIST = re.compile(
    r"(?:[a-z]{2,3}(?:-\w+)?/)?(?:(?:tags|topics|authors)/.*|news/(?:page/\d+|\d{4}(?:/page/\d+)?)/"
    r"|events/(?:\d{4}-\d{2}|[^/]+/[^/]+|archive|page)/.*|.*/page/\d+/|feeds/.*|calendars/.*|embed/.*)"
)


def check_vanished(site: Site, last: Mapping[str, str]) -> Iterator[Problem]:
    """Yield each address of the last site at which there is nothing now; `last` are its files with their digests."""
    gone = {file for file in last if not site.has(file) and not _PARTS.fullmatch(file)}
    for file in sorted(gone):
        # The calendar of an event goes with its page: that is one thing to mend, not two.
        page = f"{file.rpartition('/')[0]}/{INDEX}"
        if file == page or page not in gone:
            yield _gone(file)


def _gone(file: str) -> Problem:
    address = address_of(file)
    if not _FILE.fullmatch(file) and _LIST.fullmatch(address):
        what = f"There is nothing to list at /{address} any more, so this address is gone."
        cure = "Nothing, if that is meant; else lead it on to another page with a redirect."
        return LIST_GONE.at(f"/{address}", value=f"/{address}", what=what, cure=cure)
    what = f"/{address} was published, and now there is nothing: links, bookmarks and search results would end there."
    cure = "Put it back, or lead its address on to the page that takes its place (docs/publishing.md says how)."
    return VANISHED.at(f"/{address}", value=f"/{address}", what=what, cure=cure)
