"""Says in a sentence how numbers went over time: a rise, a fall, neither, one alone, and what was the highest."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from plugins.infographics.label import Teller
from plugins.infographics.model import Measure, Value
from plugins.infographics.worked import Place, Worked

Known = list[tuple[Place, Decimal]]
# More series than this are told by the first and the last.
_FEW = 4
_SEVERAL = 3


def say_time(worked: Worked, measure: Measure, teller: Teller, noun: str) -> str:
    """Return a sentence about each series, or where there are many, about the first and the last of them."""
    if len(worked.rows) == 1:
        return say_course(known_of(worked, worked.values), measure, teller, noun, is_whole=worked.is_whole)
    if len(worked.rows) > _FEW:
        return _say_latest(worked, measure, teller, noun)
    said = (
        say_course(known_of(worked, row.values), measure, teller, teller.named(row.name).full, is_whole=worked.is_whole)
        for row in worked.rows
    )
    return " ".join(one for one in said if one)


def known_of(worked: Worked, values: Sequence[Value]) -> Known:
    """Return the places of which there is a value."""
    return [(place, value) for place, value in zip(worked.places, values, strict=True) if value is not None]


def say_course(known: Known, measure: Measure, teller: Teller, noun: str, *, is_whole: bool) -> str:
    """Return "Visits rose from 41,200 in 2019 to 56,700 in 2025, the highest since counting began."."""
    if not known:
        return ""
    (first, before), (last, after) = known[0], known[-1]
    names = {
        "noun": capitalized(noun),
        "before": teller.words.value(before, measure),
        "after": teller.words.value(after, measure),
        "first": teller.when(first),
        "last": teller.when(last),
    }
    if len(known) == 1:
        return teller.say("alone", **names)
    if all(value == before for _, value in known):
        return teller.say("steady", first_label=teller.label(first).full, last_label=teller.label(last).full, **names)
    key = "rose" if after > before else "fell" if after < before else "same"
    tail = record(known, teller, is_whole=is_whole) if key != "same" else ""
    return teller.say(key, tail=tail, **names) + ("" if tail else _extremes(known, measure, teller))


def record(known: Known, teller: Teller, *, is_whole: bool) -> str:
    """Return that the last value is the highest or the lowest of all, if it is; and what it shares that with."""
    if len(known) < _SEVERAL:
        return ""
    values = [value for _, value in known]
    last = values[-1]
    for word, most in (("highest", max(values)), ("lowest", min(values))):
        if last == most:
            same = [place for place, value in known[:-1] if value == most]
            if same:
                return teller.say(f"{word}_again", when=teller.when(same[-1]))
            return teller.say(f"{word}_ever" if is_whole else f"{word}_shown", count=str(len(known)), n=len(known))
    return ""


def _extremes(known: Known, measure: Measure, teller: Teller) -> str:
    """Return when the values were highest and lowest, where these are neither the first nor the last."""
    if len(known) < _SEVERAL:
        return ""
    parts = []
    for word, choose in (("highest", max), ("lowest", min)):
        most = choose(value for _, value in known)
        places = [place for place, value in known if value == most]
        if known[0][1] != most and known[-1][1] != most:
            said = teller.words.value(most, measure)
            again = len(places) > 1
            parts.append(teller.say(f"was_{word}{'_first' if again else ''}", value=said, when=teller.when(places[0])))
    return "".join(f" {part}" for part in parts)


def _say_latest(worked: Worked, measure: Measure, teller: Teller, noun: str) -> str:
    """Return which series is the largest and which the smallest at the last place where there are any."""
    for at in range(len(worked.places) - 1, -1, -1):
        known = [(row.name, row.values[at]) for row in worked.rows]
        found = sorted(((value, name) for name, value in known if value is not None), key=lambda one: -one[0])
        if found:
            return teller.say(
                "latest",
                when=capitalized(teller.when(worked.places[at])),
                noun=noun,
                most=teller.named(found[0][1]).full,
                most_value=teller.words.value(found[0][0], measure),
                least=teller.named(found[-1][1]).full,
                least_value=teller.words.value(found[-1][0], measure),
            )
    return ""


def capitalized(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
