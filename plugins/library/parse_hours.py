"""Opening hours as people write them: "9:00-20:00", "9 am to 8 pm", "10-13, 14-18", "closed"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from itertools import pairwise, product

from plugins.kernel.library import OpeningHours
from plugins.library.unclear import UnclearError

_NOON = 12 * 60
_MIDNIGHT = 24 * 60
_LAST_MINUTE = 59
_CLOCK_FACE = range(1, 13)
# Nobody opens a library before six: "1-5 pm" begins at one in the afternoon.
_EARLIEST_GUESS = 6 * 60
_CURE = 'Write hours like "9:00-20:00", "10:00-13:00, 14:00-18:00" or "closed".'

_CLOCK = r"(noon|midnight|(\d{1,2})(?:[:.h](\d{2}))?(?:\s*([ap])\.?\s?m\b\.?)?)"
_STRETCH = re.compile(rf"(?:from\s+)?{_CLOCK}\s*(?:-|–|—|to|until|till)\s*{_CLOCK}")
_BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_ALWAYS = frozenset({"24 hours", "open 24 hours", "all day"})
_GROUPS = 4


def parse_hours(text: str) -> tuple[OpeningHours, ...]:
    """Return a day's hours in order, none for "closed"; raises UnclearError."""
    plain = " ".join(text.casefold().split())
    if plain == "closed":
        return ()
    if plain in _ALWAYS:
        return (_hours(0, _MIDNIGHT),)
    stretches = sorted(_stretch(part, text) for part in _BETWEEN.split(plain))
    if any(following[0] < stretch[1] for stretch, following in pairwise(stretches)):
        raise UnclearError(f'The hours "{text}" overlap.', _CURE)
    return tuple(_hours(opens, closes) for opens, closes in stretches)


def _hours(opens: int, closes: int) -> OpeningHours:
    return OpeningHours(opens=time(opens // 60, opens % 60), closes=time(closes // 60 % 24, closes % 60))


def _stretch(part: str, text: str) -> tuple[int, int]:
    """Return the minutes of a day at which one stretch begins and ends."""
    found = _STRETCH.fullmatch(part)
    if not found:
        raise UnclearError(f'The hours "{text}" cannot be understood.', _CURE)
    one, other = found.groups()[:_GROUPS], found.groups()[_GROUPS:]
    guess = bool(one[3]) != bool(other[3])
    opens = _readings(one, guess=guess, midnight=0)
    closes = [minute or _MIDNIGHT for minute in _readings(other, guess=guess, midnight=_MIDNIGHT)]
    if guess and not one[3]:
        opens = [minute for minute in opens if minute >= _EARLIEST_GUESS]
    possible = [(start, end) for start, end in product(opens, closes) if start < end]
    if len(possible) == 1:
        return possible[0]
    raise _why_not(possible, (opens, closes), text)


def _readings(clock: Sequence[str | None], *, guess: bool, midnight: int) -> list[int]:
    """Return each minute of the day that a time may mean; a time without am or pm beside one with may mean two."""
    word, hour_text, minute_text, half = clock
    if hour_text is None:
        return [_NOON if word == "noon" else midnight]
    hour, minute = int(hour_text), int(minute_text or 0)
    if minute > _LAST_MINUTE or hour * 60 + minute > _MIDNIGHT or (half and hour not in _CLOCK_FACE):
        return []
    if half:
        return [hour * 60 % _NOON + minute + (_NOON if half == "p" else 0)]
    both = guess and hour * 60 < _NOON
    return [hour * 60 + minute, hour * 60 + minute + _NOON] if both else [hour * 60 + minute]


def _why_not(
    possible: Sequence[tuple[int, int]], clocks: tuple[Sequence[int], Sequence[int]], text: str
) -> UnclearError:
    if possible:
        return UnclearError(f'The hours "{text}" may mean {_listed(possible)}.', "Write the one you mean.")
    if not all(clocks):
        return UnclearError(f'The hours "{text}" hold a time that no clock shows.', _CURE)
    start, end = clocks[0][0], clocks[1][0]
    if start < end + _NOON <= _MIDNIGHT:
        return UnclearError(
            f'The hours "{text}" end before they begin.', f"Did you mean {_listed([(start, end + _NOON)])}?"
        )
    return UnclearError(
        f'The hours "{text}" end before they begin.', f"{_CURE} After midnight belongs to the next day."
    )


def _listed(stretches: Sequence[tuple[int, int]]) -> str:
    return " or ".join(f'"{start // 60}:{start % 60:02d}-{end // 60}:{end % 60:02d}"' for start, end in stretches)
