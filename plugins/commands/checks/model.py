"""A finished site as the checks see it: its files, what was read of each page, and where things come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from plugins.commands.checks.page_facts import PageFacts

INDEX = "index.html"
# Calendars and feeds may be named by these in place of https.
_SUBSCRIBED = ("webcal://", "webcals://", "feed://")


class Target(NamedTuple):
    """Where an address within the site leads: a file, and a place on it or ""."""

    file: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A finished site; `address` is where it will be, `sizes` has each file's bytes, `packed` those of Brotli's copy.

    `named` are whole addresses of this site within feeds, calendars and data; `asked` are those of any host that styles
    and scripts load; `ids` are the places within drawings; `imports` are what scripts load now, and later.
    `redirects` lead from an address of the site to any other.
    `source_of` tells which file of the library's an address comes from, or "".
    """

    address: str
    sizes: Mapping[str, int]
    packed: Mapping[str, int]
    pages: Mapping[str, PageFacts]
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    asked: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    imports: Mapping[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)
    source_of: Callable[[str], str] = field(default=lambda _: "")

    def shown(self, file: str) -> str:
        """Return where a problem of a file is to be mended: in what it comes from, else its address."""
        return self.source_of(address_of(file)) or shown_address(file)

    def target(self, file: str, named: str) -> Target | str | None:
        """Return where an address that a file names leads: within the site, to another host as text, or to no web.

        A relative address that leaves the site is within it, under a name that no file has.
        """
        whole = urljoin(self.address + address_of(file), _as_https(named))
        parts = urlsplit(whole)
        if parts.scheme not in ("http", "https"):
            return None
        own = urlsplit(self.address)
        if parts.netloc != own.netloc:
            return whole
        if not parts.path.startswith(own.path):
            return Target(f"..{parts.path}", "") if "://" not in named else whole
        path = unquote(parts.path[len(own.path) :])
        return Target(file_of(path), unquote(parts.fragment))

    def sent(self, file: str) -> int:
        """Return how many bytes of a file are sent: of a text, those of its packed copy."""
        return self.packed.get(file, self.sizes.get(file, 0))

    def has(self, file: str) -> bool:
        """Tell whether there is a file, or a redirect that leads on from it."""
        return file in self.sizes or address_of(file) in self.redirects


def address_of(file: str) -> str:
    """Return the address of a file within the site, which for a page is its folder."""
    return file.removesuffix(INDEX) if file == INDEX or file.endswith(f"/{INDEX}") else file


def file_of(address: str) -> str:
    """Return the file at an address within the site, which of a folder is the page in it."""
    return f"{address}{INDEX}" if address.endswith("/") or not address else address


def shown_address(file: str) -> str:
    """Return the address of a file as people know it: "/news/a/"."""
    return f"/{address_of(file)}"


def _as_https(named: str) -> str:
    start = next((start for start in _SUBSCRIBED if named.startswith(start)), "")
    return f"https://{named[len(start) :]}" if start else named
