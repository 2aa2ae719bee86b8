"""What is said about calendars."""

from __future__ import annotations

from plugins.kernel.problems import note

NEAREST_ONLY = note(
    "calendars.nearest-only", "A calendar has room for the nearest events only: all would be over 1 MB."
)

RULES = (NEAREST_ONLY,)
