"""Ages as people write them: "0-4", "18+", "under 5", "all"."""

from __future__ import annotations

import re

from plugins.library.unclear import UnclearError

_SPAN = re.compile(r"(?:ages?\s+)?(\d{1,3})\s*(?:-|–|—|to)\s*(\d{1,3})")
_FROM = re.compile(r"(?:ages?\s+)?(\d{1,3})\s*(?:\+|and (?:over|up|older))")
_BELOW = re.compile(r"under\s+(\d{1,3})s?")
_UP_TO = re.compile(r"up to\s+(\d{1,3})")
_ONE = re.compile(r"\d{1,3}")
_ANY = frozenset({"", "all", "all ages", "any"})


def parse_ages(text: str) -> tuple[int | None, int | None]:
    """Return the youngest and the oldest in whole years, None where there is no limit; raises UnclearError."""
    plain = " ".join(text.casefold().split())
    if plain in _ANY:
        return None, None
    if found := _SPAN.fullmatch(plain):
        return _in_order(int(found[1]), int(found[2]), text)
    if found := _FROM.fullmatch(plain):
        return int(found[1]), None
    if (found := _BELOW.fullmatch(plain)) and int(found[1]):
        return 0, int(found[1]) - 1
    if found := _UP_TO.fullmatch(plain):
        return 0, int(found[1])
    if _ONE.fullmatch(plain):
        return int(plain), int(plain)
    raise UnclearError(f'The ages "{text}" cannot be understood.', 'Write ages as "0-4", "12-17", "18+" or "all".')


def _in_order(youngest: int, oldest: int, text: str) -> tuple[int, int]:
    if youngest > oldest:
        raise UnclearError(f'The ages "{text}" run backwards.', f'Did you mean "{oldest}-{youngest}"?')
    return youngest, oldest
