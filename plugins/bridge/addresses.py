"""Who may have which address: each page one, none that the site or a web host needs itself."""

from __future__ import annotations

import re

from plugins.bridge import rules
from plugins.bridge.build import Build
from plugins.kernel.problems import Problem

# First parts of addresses that are not a page's own.
RESERVED = re.compile(
    r"news|topics|tags|authors|programs|events|branches|infographics|feeds|theme|files|images|videos|subscribe|style-guide"
    r"|calendars|embed|search|_.*|published\.json|feed\.xml|sitemap\.xml|robots\.txt|404.*"
)
# Names that Windows keeps for itself, in any folder.
WINDOWS = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def taken(build: Build, address: str, file: str) -> Problem | None:
    """Return why a file may not have an address, or None and remember that it has it now."""
    if not address:
        return None
    if is_reserved(address, build.library.languages):
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


def is_reserved(address: str, languages: tuple[str, ...]) -> bool:
    """Tell whether an address is the site's own, in any of its languages, or cannot be a folder everywhere."""
    parts = address.strip("/").casefold().split("/")
    own = parts[1:] if parts[0] in {one.casefold() for one in languages} else parts
    return not own or (len(own) == 1 and bool(RESERVED.fullmatch(own[0]))) or any(map(WINDOWS.fullmatch, own))
