"""What is said of the recordings of a podcast."""

from __future__ import annotations

from plugins.kernel.problems import warning

UNREADABLE = warning("feeds.unreadable-audio", "A recording cannot be read, so podcast apps are not told its length.")
COVER = warning("feeds.cover", "A podcast has no cover, or one that podcast apps do not take.")

RULES = (UNREADABLE, COVER)
