"""Who may have which address: each page one, none that the site or a web host needs itself."""

from __future__ import annotations

import re

from plugins.bridge import rules
from plugins.bridge.build import Build
from plugins.kernel.problems import Problem

# First parts of addresses that are not a page's own, and names a host or Windows keeps for itself (CONTRACTS 11, 12).
RESERVED = re.compile(
    r"(?:news|topics|tags|authors|programs|events|branches|infographics|feeds|theme|files|images|subscribe|style-guide"
    r"|calendars|embed|search|con|prn|aux|nul|com\d|lpt\d|_.*|feed\.xml|sitemap\.xml|robots\.txt|404.*)/?",
    re.IGNORECASE,
)


def taken(build: Build, address: str, file: str) -> Problem | None:
    """Return why a file may not have an address, or None and remember that it has it now."""
    if not address:
        return None
    if RESERVED.fullmatch(address) or address.strip("/").casefold() in build.library.languages:
        return rules.ADDRESS_RESERVED.at(
            file,
            column="slug",
            value=address,
            what=f"The address /{address} belongs to the site itself.",
            cure="Give the page another name with a line such as: slug: about-our-news",
        )
    holder = build.claim(address, file)
    if not holder:
        return None
    return rules.ADDRESS_TAKEN.at(
        file,
        column="slug",
        value=address,
        what=f"This page and {holder} would both have the address /{address}; this one was left out.",
        cure="Give one of them another address with a line such as: slug: a-different-name",
    )
