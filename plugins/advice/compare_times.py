"""Compares the times that a text names with the columns of its event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.names import LANGUAGES, day_pattern, month_of, month_pattern
from plugins.advice.plain import said, sentences
from plugins.advice.read_times import NamedTime, ranges, singles, starts
from plugins.events.model import Event
from plugins.kernel.problems import Problem

# What has times of its own, before or during an event.
_OTHER = re.compile(
    r"\b(?:doors?|registration|sign[- ]?up|booking|book|tickets?|check[- ]?in|lunch|soup|breaks?|desk|open until|opens?"
    r"|closes?|inscripci[oó]n|reservas?|puertas|mostrador)\b",
    re.IGNORECASE,
)

# "From", "When: Saturday, 17 October, from".
_ONLY_A_DAY = re.compile(
    r"(?:(?:come|join us|when|time|hours|hall|room|cuándo|hora|horario)\b[:,]?\s*)?"
    r"(?:(?:on|el|este|every|each|cada)\s)?"
    rf"(?:(?:{'|'.join((*map(day_pattern, LANGUAGES), *map(month_pattern, LANGUAGES)))})s?,?\s*"
    r"|\b\d{1,4}(?:st|nd|rd|th)?\b,?\s*|de\s|of\s)*(?:from|between|at|de|desde|entre)?\s*(?:las\s)?",
    re.IGNORECASE,
)


def compare_times(piece: Piece, event: Event) -> Iterator[Problem]:
    """Yield a problem for a time in the row of an event that differs from the columns."""
    if not event.all_day:
        yield from _first_that_differs(piece, event, _of_row(piece, event.starts.time()))


def compare_times_of_post(piece: Piece, event: Event) -> Iterator[Problem]:
    """Yield a problem for a sentence of a post that names the day of its event, and another time."""
    if not (event.all_day or event.is_series):
        yield from _first_that_differs(piece, event, _of_day(piece, event))


def _first_that_differs(piece: Piece, event: Event, named: Iterator[NamedTime]) -> Iterator[Problem]:
    """Yield a problem for the first time that goes not with the columns; what lies within the event is a part of it."""
    begins, ends = event.starts.time(), event.ends.time() if event.ends else None
    for one in named:
        is_longer = one.first == begins and one.last is not None and ends is not None and one.last > ends
        if is_longer or (one.first != begins and not _is_within(one, begins, ends)):
            yield _differs(piece, one, event)
            return


def _is_within(one: NamedTime, begins: time, ends: time | None) -> bool:
    return ends is not None and begins <= one.first and (one.last or one.first) <= ends


def _of_row(piece: Piece, near: time) -> Iterator[NamedTime]:
    """Yield the times that a row names for its event."""
    title = [*singles(piece.title)]
    yield from title if len(title) == 1 else ()
    found = [one for text in said(piece)[1:] for one in sentences(text) if not _OTHER.search(one)]
    stretches = [(text, one) for text in found for one in ranges(text, near)]
    # Where a text names several, they are parts of the event, or other days; and what is told of within a sentence
    # may be something else, unless it begins when the event does.
    yield from (one for text, one in stretches if len(stretches) == 1 and (one.first == near or _is_when(text, one)))
    for text in found:
        yield from starts(text, near)


def _is_when(sentence: str, one: NamedTime) -> bool:
    """Tell whether a sentence says when the event is: nothing but a day stands before the time in it."""
    return bool(_ONLY_A_DAY.fullmatch(sentence[: sentence.index(one.words)]))


def _of_day(piece: Piece, event: Event) -> Iterator[NamedTime]:
    """Yield the one time, or stretch of time, of each sentence that names the day of an event and no other."""
    near = event.starts.time()
    for text in said(piece):
        for sentence in sentences(text):
            if _days(sentence, piece.base_language) == {(event.starts.month, event.starts.day)}:
                stretches = [*ranges(sentence, near)]
                found = stretches or [*singles(sentence)]
                yield from found if len(found) == 1 and not _OTHER.search(sentence) else ()


def _days(sentence: str, language: str) -> set[tuple[int, int]]:
    """Return the days that a sentence names, as month and day."""
    if language not in LANGUAGES:
        return set()
    month = month_pattern(language)
    forms = (
        rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:de\s+|of\s+)?({month})",
        rf"\b({month})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b",
    )
    found = {(month_of(name, language), int(day)) for day, name in re.findall(forms[0], sentence)}
    return found | {(month_of(name, language), int(day)) for name, day in re.findall(forms[1], sentence)}


def _differs(piece: Piece, one: NamedTime, event: Event) -> Problem:
    columns = f"{event.starts:%H:%M}" + (f" to {event.ends:%H:%M}" if event.ends else "")
    read = f"{one.first:%H:%M}" + (f" to {one.last:%H:%M}" if one.last else "")
    where = "the columns say" if piece.kind == "event" else f'the calendar has "{event.summary}" at'
    return piece.say(
        rules.OTHER_TIME,
        f'The text says "{one.words}" ({read}), and {where} {columns}.',
        "Mend whichever is wrong; best is a text without times, since the page shows those of the calendar.",
        one.words,
        value=one.words,
    )


def is_coming(event: Event, today: date) -> bool:
    """Tell whether an event is today or later."""
    return (event.ends or event.starts).date() >= today
