"""How heavy pages may be: the one table of budgets, which the checks, the tests and docs/publishing.md read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What a part of a first visit may weigh, in bytes as they are sent (texts packed by Brotli)."""

    limit_bytes: int
    about: str


BUDGETS: Mapping[str, Budget] = MappingProxyType(
    {
        "home page": Budget(limit_bytes=12_000, about="the HTML of the home page, in each language"),
        "list of events": Budget(
            limit_bytes=10_000, about="the HTML of a list of up to 51 events; longer ones in proportion"
        ),
        "other page": Budget(limit_bytes=15_000, about="the HTML of any other page"),
        "styles": Budget(limit_bytes=14_000, about="all stylesheets that a page loads"),
        "scripts": Budget(limit_bytes=8_000, about="all scripts that a page loads"),
        "fonts": Budget(limit_bytes=70_000, about="the fonts that a page loads before it is shown"),
        "pictures": Budget(
            limit_bytes=120_000, about="pictures of the first view, as a telephone 390 pixels wide gets them"
        ),
        "first visit": Budget(
            limit_bytes=100_000, about="everything that a first visit costs, if the first view has no pictures"
        ),
        "first visit with pictures": Budget(limit_bytes=250_000, about="the same, if it has"),
    }
)
# How many events the budget of a list is for.
LISTED_EVENTS = 51
# What stops publishing: a long report of the trustees may be a little too heavy, and has to be published all the same.
FAR = 2
_HOME = re.compile(r"(?:[a-z]{2,3}(?:-\w+)?/)?index\.html")
_EVENTS = re.compile(r"(?:[a-z]{2,3}(?:-\w+)?/)?events/.*")


def kind_of(file: str, events: int) -> str:
    """Return which budget the HTML of a page has; `events` is how many it lists."""
    if _HOME.fullmatch(file):
        return "home page"
    return "list of events" if events and _EVENTS.fullmatch(file) else "other page"


def limit_of(kind: str, events: int) -> int:
    """Return how much the HTML of a page may weigh."""
    limit = BUDGETS[kind].limit_bytes
    return limit * max(events, LISTED_EVENTS) // LISTED_EVENTS if kind == "list of events" else limit
