"""Why a table is no list of events: what it lacks, or that its rows are people and visits."""

from __future__ import annotations

from plugins.events.columns import Layout, key_of
from plugins.events.columns_elsewhere import OF_PEOPLE
from plugins.tools.read_table import Table

NAMES_SHOWN = 12
_COUNTS = ("attendance", "attended", "headcount", "visits", "issues", "loans", "checkouts")
_OF_AN_EVENT = ("start", "end", "all_day", "description", "summary", "link", "place", "branch", "room", "repeat")


def refuse(table: Table, layout: Layout) -> str:
    """Return the reason, as it follows on "this is no list of events:"; "" for a list of events."""
    header = table.header.cells
    lacks = [
        words
        for words, names in (("a title", ("title",)), ("a date", ("date", "start", "year")))
        if not layout.has(*names)
    ]
    if lacks:
        return f"it has no column for {' and none for '.join(lacks)}; it has {_listed(header)}"
    people = [name for name in header if key_of(name) in OF_PEOPLE]
    keys = {key_of(name) for name in header}
    if people or ("name" in keys and "email" in keys and keys & {"event", "eventname", "program", "title"}):
        return f"each row seems to be a person or a visit, not an event; it has {_listed(header)}"
    counts = [name for name in header if any(word in key_of(name) for word in _COUNTS)]
    if counts and not layout.has(*_OF_AN_EVENT):
        return f"it counts who came ({counts[0]}) and does not say when or where to come; it has {_listed(header)}"
    return ""


def _listed(header: tuple[str, ...]) -> str:
    names = [name for name in header if name]
    more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
    return "the columns " + ", ".join(name[:40] for name in names[:NAMES_SHOWN]) + more
