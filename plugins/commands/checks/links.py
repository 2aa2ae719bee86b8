"""Checks that every link within the site, and every place on a page that one names, is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from plugins.commands.checks.model import INDEX, Site, Target, shown_address
from plugins.commands.rules import LINK
from plugins.kernel.problems import Problem

# A browser goes to the top by itself, and finds a text by itself.
_TOP, _TEXT = ("", "top"), ":~:"


def check_links(site: Site) -> Iterator[Problem]:
    """Yield each address that leads nowhere."""
    for file, page in site.pages.items():
        places = set(page.ids)
        for named in sorted(page.leads | page.loads):
            if named.startswith("#"):
                if not _is_place(named[1:], places):
                    yield _no_place(site, file, named)
            elif (target := site.target(file, named)) and isinstance(target, Target):
                yield from _followed(site, file, named, target)
    for file, addresses in site.named.items():
        for named in sorted(addresses):
            target = site.target(file, named)
            if isinstance(target, Target):
                yield from _followed(site, file, named, target)


def _followed(site: Site, file: str, named: str, target: Target) -> Iterator[Problem]:
    page = site.pages.get(target.file)
    places = page.ids if page else site.ids.get(target.file)
    if not site.has(target.file):
        yield _nothing(site, file, named, target)
    elif places is not None and not _is_place(target.anchor, places):
        yield _no_place(site, file, named)


def _is_place(anchor: str, places: Collection[str]) -> bool:
    return anchor in _TOP or anchor.startswith(_TEXT) or anchor in places


def _nothing(site: Site, file: str, named: str, target: Target) -> Problem:
    what = f'The page {shown_address(file)} leads to "{named}", where there is nothing.'
    cure = "Correct the address, or take the link out."
    if f"{target.file}/{INDEX}" in site.sizes:
        cure = f'Write a slash at its end: "{named}/".'
    return LINK.at(site.shown(file), value=named, what=what, cure=cure)


def _no_place(site: Site, file: str, named: str) -> Problem:
    what = f'The page {shown_address(file)} leads to "{named}", and there is no such place on that page.'
    cure = "Take the part from # on out, or copy it anew from the heading that is meant."
    return LINK.at(site.shown(file), value=named, what=what, cure=cure)
