"""Checks that redirects end: at a page that is there or on another host, and never in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.commands.checks.model import INDEX, Site, Target, address_of
from plugins.commands.checks.page_facts import PageFacts
from plugins.commands.rules import REDIRECT
from plugins.hosting.model import REDIRECTS_FILE
from plugins.hosting.render_redirects_file import read_redirects_file
from plugins.kernel.problems import Problem

_LONGEST = 10


def read_redirects(text: str, path: str, pages: Mapping[str, PageFacts]) -> dict[str, str]:
    """Return where addresses of a site lead on to: by its file `_redirects`, and by pages that send everybody on.

    `path` is that of the site on its host. What follows a question mark is left to servers.
    """
    found = {address_of(file): page.refresh for file, page in pages.items() if page.refresh}
    for one in read_redirects_file(text):
        target = one.target if one.is_elsewhere else path + one.target
        found |= dict.fromkeys(one.sources, target) if not one.query else {}
    return found


def check_redirects(site: Site) -> Iterator[Problem]:
    """Yield each redirect that ends nowhere, goes in a circle, or hides a page."""
    for old in site.redirects:
        if said := _wrong(site, old):
            what, cure = said
            yield REDIRECT.at(site.source_of(old) or REDIRECTS_FILE, value=f"/{old}", what=what, cure=cure)


def _wrong(site: Site, old: str) -> tuple[str, str] | None:
    page = site.pages.get(f"{old}{INDEX}") or site.pages.get(old)
    if page and not page.refresh:
        return f"From /{old} a redirect leads away, and there is a page.", "Take the redirect out, or move the page."
    here, seen = old, [old]
    is_there = False
    while here in site.redirects:
        target = site.target(here, site.redirects[here])
        if not isinstance(target, Target):
            return None if target else (f"The redirect from /{old} leads to no address on the web.", _CURE)
        here = address_of(target.file)
        if here in seen or len(seen) > _LONGEST:
            way = " to ".join(f"/{one}" for one in [*seen, here])
            return f"The redirect from {way} goes in a circle.", "Let the last one lead to a page that is there."
        seen.append(here)
        is_there = target.file in site.sizes
    if not is_there:
        return f"The redirect from /{old} ends at /{here}, where there is nothing.", _CURE
    return None


_CURE = "Correct where it leads to, or take it out."
