"""How something repeats, as people write it: every Tuesday and Thursday, second and fourth Saturday, weekdays."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, tzinfo
from types import MappingProxyType

from plugins.events.parse_date import Order, UnreadableDateError, parse_date
from plugins.events.parse_rule import DAYS, UnreadableRepeatError, parse_rule
from plugins.events.repeat_signs import CURE, Said, signs_of
from plugins.events.repeat_words import LANGUAGES, Words
from plugins.events.series import Recurrence

_LETTERS = MappingProxyType(
    {"su": 6, "m": 0, "t": 1, "w": 2, "th": 3, "f": 4, "sa": 5, "mo": 0, "tu": 1, "we": 2, "fr": 4}
)
_TABLES = MappingProxyType({code: words.table() for code, words in LANGUAGES.items()})


def parse_repeat(text: str, order: Order = "", zone: tzinfo = UTC) -> Recurrence | None:
    """Return how something repeats, by words or an RRULE; None when the text says that it does not.

    `order` decides a date such as 5/6/2026 after "until", `zone` the day of an UNTIL in UTC. Raises
    UnreadableRepeatError.
    """
    plain = " ".join(text.casefold().split())
    if "freq=" in plain:
        return parse_rule(text, zone)
    refusals: list[UnreadableRepeatError] = []
    found: list[Recurrence | None] = []
    for code, words in LANGUAGES.items():
        try:
            rest, until = _until(plain, words, order)
            found.append(_recurrence(text, signs_of(text, rest, _TABLES[code]), until))
        except UnreadableRepeatError as refusal:
            refusals.append(refusal)
    if not found:
        raise min(refusals, key=lambda refusal: refusal.unknown)
    if any(other != found[0] for other in found):
        raise UnreadableRepeatError(f'"{text}" means one thing in one language and another in another.', CURE)
    return found[0]


def parse_letters(text: str) -> Recurrence | None:
    """Return the rule of a list of letters such as "M,W,F", as another system writes it; None when it is no such list.

    Su M T W Th F Sa are Localist's, SU MO TU WE TH FR SA are of RFC 5545.
    """
    letters = [part for part in re.split(r"[\s,;/]+", text.casefold()) if part]
    if not letters or not all(letter in _LETTERS for letter in letters):
        return None
    return Recurrence(rule=_weekly([_LETTERS[letter] for letter in letters]))


def _recurrence(text: str, said: Said, until: date | None) -> Recurrence | None:
    if said.shape == "0":
        return None
    if "?" in said.shape:
        raise UnreadableRepeatError(
            f'"{text}" could be twice in that time, or once in two of them.', 'Write "every two weeks", or both days.'
        )
    count = re.search(r"Nx$", said.shape)
    times = said.values[-2] if count else None
    base = Said(shape=said.shape[:-2], values=said.values[:-2]) if count else said
    makers = (make for pattern, make in _FORMS if re.fullmatch(pattern, base.shape))
    make = next(makers, None)
    if make is None or 0 in said.of("NO"):
        raise _refusal(text, base.shape)
    try:
        rule = parse_rule(make(base)).rule
    except UnreadableRepeatError:
        raise UnreadableRepeatError(f'"{text}" means a day that no month has.', CURE) from None
    return Recurrence(rule=rule, until=until, count=times)


def _until(plain: str, words: Words, order: Order) -> tuple[str, date | None]:
    """Return a text without its "until 15 December 2026", and that date."""
    spellings = "|".join(re.escape(part.strip()) for part in words.until.split("|"))
    found = re.fullmatch(rf"(.+?)[\s,;(]+(?:{spellings})\s+([^()]*\d[^()]*)\)?", plain)
    if not found:
        return plain, None
    try:
        return found[1], parse_date(found[2], order)
    except UnreadableDateError as refusal:
        raise UnreadableRepeatError(str(refusal), f"{refusal.cure} Best put it in the column until.") from None


def _refusal(text: str, shape: str) -> UnreadableRepeatError:
    if re.fullmatch(r"Y|Ey", shape):
        return UnreadableRepeatError(
            f'"{text}" does not say whether it is the same date or the same day of the week each year.',
            "Write FREQ=YEARLY for the same date; else list the days in also.",
        )
    if re.fullmatch(r"M|Em|ENm|EAm", shape):
        return UnreadableRepeatError(
            f'"{text}" does not say on which day: it could be the same date or the same day of the week.',
            'Write "third Saturday of the month" or "17th of the month".',
            by_date=True,
        )
    if re.fullmatch(r"EOW+", shape):
        return UnreadableRepeatError(
            f'"{text}" could be every so many weeks, or once a month.',
            'Write "every other Saturday" or "second Saturday of the month".',
        )
    return UnreadableRepeatError(f'We cannot tell for certain which days "{text}" means.', CURE)


def _weekly(weekdays: list[int], interval: int = 1) -> str:
    every = f";INTERVAL={interval}" if interval > 1 else ""
    days = f";BYDAY={','.join(DAYS[day] for day in sorted(set(weekdays)))}" if weekdays else ""
    return f"FREQ=WEEKLY{every}{days}"


def _interval(said: Said) -> int:
    return 2 if "A" in said.shape else next(iter(said.of("N")), 1)


def _daily(said: Said) -> str:
    interval = _interval(said)
    return "FREQ=DAILY" + (f";INTERVAL={interval}" if interval > 1 else "")


def _by_week(said: Said) -> str:
    five = [0, 1, 2, 3, 4] if "B" in said.shape else []
    two = [5, 6] if "V" in said.shape else []
    return _weekly([*said.of("W"), *five, *two], _interval(said))


def _by_month(said: Said) -> str:
    """Return the rule of "first and third Monday and last Friday of the month"."""
    pairs: list[str] = []
    for group in re.finditer(r"[OL]+W", said.shape):
        *ordinals, weekday = said.values[group.start() : group.end()]
        pairs += [f"{ordinal}{DAYS[weekday]}" for ordinal in ordinals]
    return f"{_monthly(said)};BYDAY={','.join(dict.fromkeys(pairs))}"


def _by_date(said: Said) -> str:
    """Return the rule of "1st and 15th of the month", "last day of the month"."""
    days = sorted({*said.of("OLN")})
    ordered = [day for day in days if day > 0] + [day for day in days if day < 0]
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(str(day) for day in ordered)}"


def _by_working_day(said: Said) -> str:
    return f"{_monthly(said)};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={said.of('OL')[0]}"


def _monthly(said: Said) -> str:
    interval = _interval(said)
    return "FREQ=MONTHLY" + (f";INTERVAL={interval}" if interval > 1 else "")


_WEEK, _MONTH, _ON, _NTH = r"(?:K|Ew|ENw|EAw)", r"(?:E?m|EAm|ENm)", r"(?:W+|B|V)", r"(?:[OL]+W)+"
# What rows of signs mean; a row that is none of these is refused. "Every second Saturday" is none: it could be
# every other one, or the second of each month.
_FORMS: tuple[tuple[str, Callable[[Said], str]], ...] = (
    (r"D|Ed|ENd|EAd", _daily),
    (rf"{_WEEK}E?{_ON}?|E?{_ON}{_WEEK}?|E?AW+|E?AV|W+A|VA", _by_week),
    (rf"E?{_NTH}{_MONTH}|{_NTH}|E(?:L|[OL]{{2,}})W|(?:M|ENm|EAm|Em){_NTH}", _by_month),
    (r"E?[OL]+d?E?m|E?d[NOL]+E?m|(?:M|Em)(?:dN+|[OL]+d?)", _by_date),
    (rf"E?[OL]B{_MONTH}|M[OL]B", _by_working_day),
)
