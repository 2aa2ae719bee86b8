"""Compares the times that a text names with the columns of its event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.plain import said, sentences
from plugins.events.model import Event
from plugins.kernel.problems import Problem

_HALF = r"\s?(?P<{half}>[ap])(?:\.\s?m\.|m\b)"
_CLOCK = r"(?P<{hour}>\d{{1,2}})(?:[:.](?P<{minute}>[0-5]\d))?(?:{half_of})?"


def _clock(number: int) -> str:
    half = _HALF.format(half=f"half{number}")
    return _CLOCK.format(hour=f"hour{number}", minute=f"minute{number}", half_of=half)


_RANGE = re.compile(
    rf"(?<![\d$€£.,:/-])\b{_clock(1)}\s?(?:[-–—]|to|until|till|a|hasta)\s?(?:las\s)?{_clock(2)}(?![\d:/%-])(?!\s?(?:years|people|minutes|min|años|personas))"
)
# Only a time that the text calls the start of the event: other things in it have times of their own.
_START = re.compile(
    rf"\b(?:starts?|begins?|starting|beginning|empieza|empezamos|comienza|we start|we begin)\s(?:promptly\s|sharp\s)?"
    rf"(?:at|a las?)\s{_clock(1)}",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"(?<![\d$€£.,:/-])\b{_clock(1)}(?![\d:/%-])")
_OTHER = re.compile(
    r"\b(?:doors?|registration|sign[- ]?up|booking|tickets?|check[- ]?in|lunch|soup|break|inscripci[oó]n|puertas)\b",
    re.IGNORECASE,
)
_NOON = 12


def compare_times(piece: Piece, event: Event) -> Iterator[Problem]:
    """Yield a problem for a time that differs from the columns; what lies within the event is a part of it."""
    if event.all_day:
        return
    starts = event.starts.time()
    ends = event.ends.time() if event.ends else None
    for words, first, last in _named(piece):
        if first != starts and not _is_within(first, last, starts, ends):
            yield _differs(piece, words, first, last, event)
            return
        if first == starts and last is not None and ends is not None and last > ends:
            yield _differs(piece, words, first, last, event)
            return


def _named(piece: Piece) -> Iterator[tuple[str, time, time | None]]:
    """Yield the times that a piece gives for its event: its words, the first, and the last where it says one."""
    title = [found for found in _TITLE.finditer(piece.title) if _is_certain(found, 1)]
    if len(title) == 1:
        first = _time(title[0], 1)
        yield from [(title[0][0], first, None)] if first else []
    found = [one for text in said(piece)[1:] for one in sentences(text) if not _OTHER.search(one)]
    ranges = [one for text in found for one in _RANGE.finditer(text) if _is_certain(one, 2)]
    # Where a text names several, they are parts of the event, or other days.
    if len(ranges) == 1:
        first, last = _times(ranges[0])
        yield from [(ranges[0][0], first, last)] if first else []
    for text in found:
        for one in _START.finditer(text):
            first = _time(one, 1) if _is_certain(one, 1) else None
            yield from [(one[0], first, None)] if first else []


def _is_certain(found: re.Match[str], last: int) -> bool:
    """Tell whether numbers are times: the last says am or pm, or each has minutes."""
    return bool(found[f"half{last}"] or (found[f"minute{last}"] and found["minute1"]))


def _times(found: re.Match[str]) -> tuple[time | None, time | None]:
    """Return both ends of "2-3:30 pm", "14:00-15:30"; the first takes its half of the day from the second."""
    last = _time(found, 2)
    if found["half1"] or not found["half2"]:
        return _time(found, 1), last
    near = [_time(found, 1, half) for half in "ap"]
    fitting = [one for one in near if one is not None and last is not None and one < last]
    return max(fitting, default=None), last


def _time(found: re.Match[str], number: int, half: str = "") -> time | None:
    hour, minute = int(found[f"hour{number}"]), int(found[f"minute{number}"] or 0)
    half = half or (found[f"half{number}"] or "").lower()
    if half and not 1 <= hour <= _NOON:
        return None
    hour = hour % _NOON + (_NOON if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 else None  # noqa: PLR2004 (the hours of a day)


def _is_within(first: time, last: time | None, starts: time, ends: time | None) -> bool:
    """Tell whether a time is one within the event, where it is known when that ends."""
    return ends is not None and starts <= first and (last or first) <= ends


def _differs(piece: Piece, words: str, first: time, last: time | None, event: Event) -> Problem:
    columns = f"{event.starts:%H:%M}" + (f" to {event.ends:%H:%M}" if event.ends else "")
    read = f"{first:%H:%M}" + (f" to {last:%H:%M}" if last else "")
    return piece.say(
        rules.OTHER_TIME,
        f'The text says "{words}" ({read}), and the columns say {columns}.',
        "Mend whichever is wrong; best is a text without times, since the page shows those of the columns.",
        words,
        value=words,
    )
