"""Reads the facts of an infographic: its title, its date, and where the numbers of its drawings come from."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath

from plugins.infographics.infographic import Infographic
from plugins.infographics.model import Source
from plugins.kernel.library import Library
from plugins.kernel.problems import Problem
from plugins.kernel.text import slug as slug_of
from plugins.tools import rules
from plugins.tools.facts import Facts, language_and_name
from plugins.tools.front_matter import FrontMatter
from plugins.tools.html import as_text
from plugins.tools.web_address import is_web_address

# The facts an infographic may hold (content/README.md has the same list; a test compares).
FIELDS = frozenset(
    (
        "title date id updated slug lang translation_key summary catchline source source_address dated authors tags "
        "topics branches audiences status"
    ).split()
)
# Words that mean one of the above, as posts and spreadsheets have them.
ALSO = frozenset("author tag audience branch topic".split())


def read_infographic(
    front: FrontMatter, file: str, path: PurePosixPath, library: Library, now: datetime
) -> tuple[Infographic | None, tuple[Problem, ...]]:
    """Return the infographic of a file's facts (or None), and what is wrong with them."""
    facts = Facts(front=front, file=file, library=library)
    language, name = language_and_name(facts, path)
    title = as_text(facts.required("title", "A year at the library"))
    facts.required("date", "2026-10-17")
    date = facts.moment("date")
    slug = slug_of(facts.text("slug") or name)
    facts.say_unknown_fields(FIELDS | ALSO)
    infographic = Infographic(
        title=title,
        date=date or now,
        language=language,
        slug=slug,
        key=facts.text("translation_key") or slug,
        source=_source(facts),
        id=facts.text("id"),
        updated=facts.moment("updated", rules.UNUSED_VALUE),
        summary=as_text(facts.text("summary")),
        catchline=as_text(facts.text("catchline")),
        authors=facts.texts("authors", "author"),
        tags=facts.texts("tags"),
        topics=facts.topics(),
        branches=facts.branches(),
        audiences=facts.audiences(),
        is_draft=facts.choice("status", ("published", "draft"), "published") == "draft",
        waiting=date is not None and date > now,
    )
    return (None if facts.has_error else infographic), tuple(facts.problems)


def _source(facts: Facts) -> Source:
    address = facts.text("source_address")
    if address and not is_web_address(address):
        what, cure = f'"{address}" is no address on the web.', "Write it in full: source_address: https://..."
        facts.say(rules.UNUSED_VALUE, "source_address", what, cure)
        address = ""
    return Source(name=facts.text("source"), dated=facts.text("dated"), address=address)
