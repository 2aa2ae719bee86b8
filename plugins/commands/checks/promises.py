"""Checks what every page promises: a title, a description, a language, one first heading, words for pictures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plugins.commands.checks.model import Site, shown_address
from plugins.commands.checks.page_facts import PageFacts
from plugins.commands.rules import INLINE, PROMISE
from plugins.kernel.problems import Problem

TITLE_LIMIT = 70
DESCRIPTION_LEAST, DESCRIPTION_LIMIT = 50, 170
# BCP 47, as far as a library needs it: "es", "pt-BR", "zh-Hant-TW".
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def check_promises(site: Site) -> Iterator[Problem]:
    """Yield what pages lack."""
    for file, page in site.pages.items():
        if page.refresh:
            continue
        for what, cure in _lacking(page):
            yield PROMISE.at(site.shown(file), what=f"The page {shown_address(file)} {what}.", cure=cure)
        for found in dict.fromkeys(page.inline):
            what = f"The page {shown_address(file)} holds {found}, which the site's own policy forbids."
            cure = "Take it out of the text or the template; styles and scripts belong in files of the theme."
            yield INLINE.at(site.shown(file), value=found, what=what, cure=cure)


def _lacking(page: PageFacts) -> Iterator[tuple[str, str]]:
    yield from _of_the_title(page)
    yield from _of_the_description(page)
    if not _LANGUAGE.fullmatch(page.language):
        yield (
            "does not say in which language it is",
            'Write the language of the page, such as "language: es", at its top.',
        )
    if len(page.headings) != 1:
        yield (
            f"has {len(page.headings) or 'no'} first headings (h1)",
            "Give it one title; headings in a text begin with ##.",
        )
    elif not page.headings[0]:
        yield "has an empty first heading", "Give it a title."
    for picture in page.wordless:
        cure = "Say what it shows, or mark it as decorative."
        yield f'shows the picture "{picture}" without words for those who cannot see it', cure
    for name, times in Counter(page.ids).items():
        if times > 1:
            yield f'has {times} places of the name "{name}"', "Give each its own name: a link can only lead to one."


def _of_the_title(page: PageFacts) -> Iterator[tuple[str, str]]:
    if len(page.titles) != 1 or not page.titles[0]:
        yield "has no title for the browser's tab, or several", "Give it one title."
    elif len(page.titles[0]) > TITLE_LIMIT:
        cure = f"Shorten it to {TITLE_LIMIT} characters: lists of results show no more."
        yield f"has a title of {len(page.titles[0])} characters for the browser's tab", cure


def _of_the_description(page: PageFacts) -> Iterator[tuple[str, str]]:
    lengths = [len(one) for one in page.descriptions]
    if len(lengths) != 1 or not DESCRIPTION_LEAST <= lengths[0] <= DESCRIPTION_LIMIT:
        said = (
            f"has a description of {lengths[0]} characters" if len(lengths) == 1 else "has no description, or several"
        )
        yield said, f"Write a summary of {DESCRIPTION_LEAST} to {DESCRIPTION_LIMIT} characters at its top."
