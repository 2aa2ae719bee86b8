"""Every kind of drawing and every option of a block; docs/infographics.md is the same table, and a test compares."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# What every block may say, whatever it draws.
SAID = ("title", "says", "remark", "source", "source_address", "dated", "noun")
_CHOSEN = ("table", "where", "value", "combine", "decimals", "currency")
_LABELED = (
    *_CHOSEN,
    "label",
    "from",
    "to",
    "per",
    "year_starts",
    "incomplete",
    "sort",
    "top",
    "rest",
    "show",
    "highlight",
)

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "figure": (*_CHOSEN, "label", "from", "to", "per", "year_starts", "incomplete", "at", "earlier"),
        "bars": (*_LABELED, "from_zero"),
        "columns": (*_LABELED, "group", "stacking", "highlight_says", "from_zero"),
        "line": (*_LABELED, "group", "highlight_says", "from_zero"),
        "area": (*_LABELED, "group", "highlight_says", "from_zero"),
        "parts": (*_LABELED, "whole"),
        "pictogram": (*_LABELED, "each", "icon"),
        "timeline": ("table", "where", "when", "what", "detail", "highlight"),
        "before-after": (*_LABELED, "group", "before", "after"),
        "hours": ("table", "where", "branches", "slot", "place", "day", "opens", "closes"),
        "map": (*_LABELED, "latitude", "longitude"),
        "ranking": (*_LABELED, "further"),
    }
)
# Kinds that can do without a table: library.toml says what they draw.
WITHOUT_TABLE = frozenset({"hours"})

# What may stand in options that are one of a few words.
CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "combine": ("sum", "average", "highest", "lowest", "last", "count"),
        "per": ("year", "quarter", "month"),
        "year_starts": tuple(
            "january february march april may june july august september october november december".split()
        ),
        "incomplete": ("leave-out", "keep"),
        "sort": ("value", "label", "table"),
        "rest": ("yes", "no"),
        "show": ("value", "share", "change"),
        "stacking": ("plain", "grouped", "stacked"),
        "from_zero": ("yes", "no"),
        "further": ("share", "none"),
    }
)


def options_of(kind: str) -> tuple[str, ...]:
    """Return every option of a kind."""
    return (*SAID, *KINDS[kind])
