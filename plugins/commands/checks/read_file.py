"""Reads one file of a finished site, once, for all checks: what it holds, and what is wrong with it by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plugins.commands.checks.calendars import calendar_faults
from plugins.commands.checks.feeds import feed_faults, json_faults
from plugins.commands.checks.other_hosts import asked_in
from plugins.commands.checks.page_facts import PageFacts, read_page
from plugins.commands.checks.weights import imports_of

_FAULTS: Mapping[str, Callable[[bytes], Iterator[str]]] = MappingProxyType(
    {
        "xml": feed_faults,
        "opml": feed_faults,
        "svg": feed_faults,
        "json": json_faults,
        "webmanifest": json_faults,
        "ics": calendar_faults,
    }
)
_STYLED = re.compile(rb"""<\?xml-stylesheet[^>]*\bhref=["']([^"']+)["']""")
_ICON = re.compile(rb"""\"(?:src|start_url|scope)\"\s*:\s*\"([^\"]+)\"""")
# What a style loads from beside it: neither what is written into it (data:) nor a place on the page (#) is a file.
_IN_STYLE = re.compile(r"""url\(\s*["']?(?!data:|#)([^"')\s]+)""")
_ID = re.compile(r"""\bid=["']([^"']+)["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen in one file: `faults` are the ends of sentences that begin with its name."""

    page: PageFacts | None = None
    faults: tuple[str, ...] = ()
    named: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    imports: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def read_file(file: str, data: bytes, address: str) -> Seen:
    """Read a file; `address` is the site's own, by which it names its pages where no page is around it."""
    ending = file.rpartition(".")[2].lower()
    if ending == "html":
        return Seen(page=read_page(data))
    faults = tuple(dict.fromkeys(_FAULTS[ending](data))) if ending in _FAULTS else ()
    if ending in ("xml", "opml", "json", "webmanifest", "ics"):
        return Seen(faults=faults, named=_own_addresses(data, ending, address) | _styles_and_icons(data, ending))
    if ending not in ("css", "svg", "js", "mjs"):
        return Seen()
    text = data.decode(errors="replace")
    ids = frozenset(_ID.findall(text)) if ending == "svg" else frozenset[str]()
    now, later = imports = imports_of(text) if ending in ("js", "mjs") else Seen().imports
    named = frozenset(_IN_STYLE.findall(text)) if ending == "css" else now | later
    return Seen(faults=faults, asked=asked_in(text, file), ids=ids, imports=imports, named=named)


def _own_addresses(data: bytes, ending: str, address: str) -> frozenset[str]:
    """Return the whole addresses of this site in a feed, a calendar or a map of the site."""
    text = data.decode(errors="replace")
    if ending == "ics":
        text = text.replace("\r\n ", "")
    found = re.findall(re.escape(address) + r"""[^\s"'<>()\\&;,\]}]*""", text)
    return frozenset(one.rstrip(".:!?") for one in found)


def _styles_and_icons(data: bytes, ending: str) -> frozenset[str]:
    """Return what a feed or a web manifest names from where it lies."""
    named = {"xml": _STYLED, "webmanifest": _ICON}.get(ending)
    return frozenset(found.decode() for found in named.findall(data)) if named else frozenset()
