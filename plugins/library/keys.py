"""Every key that library.toml may hold, by its heading (docs/library-toml.md explains each)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_STREET = ("street", "city", "region", "postal_code", "country")

KEYS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "": (
            *("name", "short_name", "tag_line", "address", "calendar_host", "time_zone", "languages"),
            *("brand", "icon", "contact", "catalog", "menu", "branches", "closures", "audiences", "topics", "access"),
            *("social", "notice", "events", "feeds"),
        ),
        "brand": ("hue", "chroma"),
        "icon": ("letter", "file"),
        "contact": ("phone", "email", "hours", *_STREET),
        "catalog": ("search",),
        "menu": ("title", "address"),
        "branches": (
            *("id", "name", "short_name", *_STREET, "latitude", "longitude", "phone", "email"),
            *("access", "getting_here", "rooms", "hours", "special_days"),
        ),
        "branches.hours": DAYS,
        "branches.special_days": ("date", "until", "hours", "reason"),
        "closures": ("date", "until", "branches", "hours", "reason"),
        "audiences": ("id", "name", "ages", "band"),
        "topics": ("id", "name"),
        "access": ("id", "name", "words"),
        "social": ("name", "address"),
        "feeds": ("announce_days", "hub", "podcast_category"),
        "notice": ("text", "branches", "from", "until"),
        "events": (
            *("file", "address", "name", "columns", "date_order", "time_zone", "encoding", "branch"),
            *("max_age_days", "bad_rows_percent", "allow_private"),
        ),
    }
)


def dotted_keys() -> tuple[str, ...]:
    """Return every key that holds a value, under its heading: "brand.hue"."""
    dotted = (f"{heading}.{key}".lstrip(".") for heading, keys in KEYS.items() for key in keys)
    return tuple(key for key in dotted if key not in KEYS)


def headings_of(key: str) -> tuple[str, ...]:
    """Return the headings under which a key has its place."""
    return tuple(heading for heading, keys in KEYS.items() if key in keys)
