"""Says at a glance what is coming up, what ends, what waits for its day, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.commands.asked import Asked
from plugins.commands.plainly import PlainError
from plugins.commands.site_settings import Site, read_site
from plugins.commands.status_lines import ending, missing, upcoming, waiting
from plugins.commands.status_view import View, view_of
from plugins.tools.dates import clock_words, day_words

LONGEST_DAYS = 400


def run(root: Path, typed: Mapping[str, Any]) -> int:
    """Print the look at a glance; it finds no fault, so the exit code is 0."""
    site = read_site(root, Asked(content=typed["content"], now=typed["now"], today=typed["today"]))
    print(render(site, _days(typed["days"])))
    return 0


def _days(typed: str) -> int:
    if not typed.isascii() or not typed.isdigit() or not 0 < int(typed) <= LONGEST_DAYS:
        raise PlainError(f"--days {typed} is no number of days from 1 to {LONGEST_DAYS}: write --days 14.")
    return int(typed)


def render(site: Site, days: int) -> str:
    """Return what stands at the library's now, for people; a part with nothing to say says so."""
    view = view_of(site, days)
    at = f"{day_words(view.today, 'en', year=True)}, {clock_words(site.now.time(), 'en')}"
    parts = [f"{site.library.name}, {at}", *(_part(heading, lines) for heading, lines in _parts(view))]
    return "\n\n".join(parts) + "\n\nWhat is wrong or could be better is said by: python3 tasks.py check"


def _parts(view: View) -> tuple[tuple[str, list[str]], ...]:
    return (
        (f"Coming up until {day_words(view.last, 'en')}", list(upcoming(view))),
        ("Waits for its day", list(waiting(view))),
        (f"Ends by {day_words(view.last, 'en')}", list(ending(view))),
        ("Missing", list(missing(view))),
    )


def _part(heading: str, lines: list[str]) -> str:
    return "\n".join([heading, *(f"  {line}" for line in lines or ["Nothing."])])
