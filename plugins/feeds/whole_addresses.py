"""Makes the addresses of a text whole, since a reader of feeds does not know where it stood."""

from __future__ import annotations

import re
from urllib.parse import urljoin

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r'(\s(?:href|src|poster|cite)=")([^"]*)"')
# Readers of feeds know one picture, and not a choice of copies.
_CHOICE = re.compile(r'</?picture>|<source [^<>]*>|(?<=")\s(?:srcset|sizes)="[^"]*"(?=[^<>]*>)')
# Without the stylesheet of the site a drawing of ours is black; its words and its numbers stand beside it.
_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def whole_addresses(html: str, page: str, site: str) -> str:
    """Return HTML whose addresses begin with that of the site, whose pictures are one file each, without drawings.

    `page` is the full address of the page it stood on.
    """

    def whole(found: re.Match[str]) -> str:
        address = found[2]
        if not _ELSEWHERE.match(address):
            address = site + address[1:] if address.startswith("/") else urljoin(page, address)
        return f'{found[1]}{address}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(whole, tag[0]), _CHOICE.sub("", _DRAWING.sub("", html)))
