"""Finds links within the site that lead to no page or file, or to a part that the page does not have."""

from __future__ import annotations

import html as html_module
import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from plugins.advice import rules
from plugins.advice.model import Piece, Whole
from plugins.advice.say_links import LINK
from plugins.kernel.problems import Problem

_ID = re.compile(r'\bid="([^"]+)"')
# What is made after advice is given, or by the theme: of these, nobody can tell yet.
_LATE = ("theme/", "calendars/", "feeds/", "embed/", "images/", "files/", "audio/", "videos/")


def find_dead_links(piece: Piece, whole: Whole) -> Iterator[Problem]:
    """Yield a problem for each link of a text to an address of this site that nothing has."""
    for found in LINK.finditer(piece.html):
        written = html_module.unescape(found[2])
        address, anchor = _within(written, piece, whole)
        if address is None:
            continue
        if not _is_there(address, whole):
            yield _dead(piece, written, address, whole)
        elif anchor and not _has_part(address, anchor, whole):
            yield piece.say(
                rules.DEAD_ANCHOR,
                f'This link leads to the part "#{anchor}" of a page, and the page has no such part.',
                "Write the heading as it stands on that page, in small letters and with hyphens; or leave #... out.",
                written,
                f"#{anchor}",
                value=f"#{anchor}",
            )


def _within(written: str, piece: Piece, whole: Whole) -> tuple[str | None, str]:
    """Return the address within the site that a link leads to, and the part; None where it leads elsewhere."""
    parts = urlsplit(written)
    if whole.home and written.startswith(whole.home):
        parts = urlsplit(f"/{written.removeprefix(whole.home)}")
    if parts.scheme or parts.netloc or (not parts.path and not parts.fragment):
        return None, ""
    path = urlsplit(urljoin(f"/{piece.address}", parts.path)).path
    return unquote(path).removeprefix("/"), unquote(parts.fragment)


def _is_there(address: str, whole: Whole) -> bool:
    if not address or address.startswith(_LATE) or address in whole.by_address:
        return True
    return whole.has(address) or whole.has(address.removesuffix("index.html")) or whole.has(f"{address}/")


def _has_part(address: str, anchor: str, whole: Whole) -> bool:
    page = whole.by_address.get(address)
    if page is None:
        return True
    return anchor in whole.frame_ids or anchor in _ID.findall(page.html)


def _dead(piece: Piece, written: str, address: str, whole: Whole) -> Problem:
    cure = "Check the address; a page of ours is best named by its file, such as {filename}/pages/get-a-card.md."
    if not written.startswith(("/", whole.home)) and _is_there(written.partition("#")[0], whole):
        cure = f"Begin it with a slash: /{written}"
    return piece.say(
        rules.DEAD_LINK,
        f'This link leads to "/{address}" on this site, and nothing is there.',
        cure,
        written,
        value=written,
    )
