"""Reads the facts of a page."""

from __future__ import annotations

from pathlib import PurePosixPath

from plugins.kernel.library import Library
from plugins.kernel.problems import Problem
from plugins.kernel.text import slug as slug_of
from plugins.pages.model import StaffPage
from plugins.tools.facts import Facts, language_and_name
from plugins.tools.front_matter import FrontMatter
from plugins.tools.html import as_text
from plugins.tools.old_address import ALSO, read_old_addresses
from plugins.tools.rules import UNUSED_VALUE

# The facts a page may hold (content/README.md has the same list; a test compares).
FIELDS = frozenset(
    "title slug lang translation_key summary menu_title status updated reviewed date old_addresses".split()
)


def read_page(
    front: FrontMatter, file: str, path: PurePosixPath, library: Library
) -> tuple[StaffPage | None, tuple[Problem, ...]]:
    """Return the page of a file's facts, or None, and what is wrong with them."""
    facts = Facts(front=front, file=file, library=library)
    language, name = language_and_name(facts, path)
    title = as_text(facts.required("title", "Get a library card"))
    slug = slug_of(facts.text("slug") or name)
    hidden = facts.choice("status", ("published", "hidden", "draft"), "published") != "published"
    facts.moment("reviewed", UNUSED_VALUE)
    facts.say_unknown_fields(FIELDS | ALSO)
    page = StaffPage(
        title=title,
        language=language,
        slug=slug,
        key=facts.text("translation_key") or slug,
        summary=as_text(facts.text("summary")),
        menu_title=facts.text("menu_title"),
        hidden=hidden,
        updated=facts.moment("updated", UNUSED_VALUE) or facts.moment("date", UNUSED_VALUE),
        old_addresses=read_old_addresses(facts),
    )
    return (None if facts.has_error else page), tuple(facts.problems)
