"""The signs that the words of a text stand for, on the way to how something repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.events.parse_rule import UnreadableRepeatError
from plugins.events.repeat_words import Sign, ordinal
from plugins.kernel.text import closest

CURE = (
    'Write it like "weekly", "every Tuesday and Thursday", "every other Monday", "second and fourth Saturday", '
    '"1st and 15th of the month" or "weekdays"; or leave it empty and list the days in also.'
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:st|nd|rd|th|º|ª|\.)?|[-–—]")
_COUNTED = re.compile(r"(\d+)(st|nd|rd|th|º|ª|\.)?")
_LONGEST_PHRASE = 5
# A shorter word is like too many others.
_LONG_ENOUGH = 4
Table = Mapping[tuple[str, ...], tuple[Sign, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The signs of a text: their kinds as a row of letters, and what each holds."""

    shape: str
    values: tuple[int, ...]

    def of(self, kinds: str) -> list[int]:
        return [value for sign, value in zip(self.shape, self.values, strict=True) if sign in kinds]


def signs_of(text: str, plain: str, table: Table) -> Said:
    """Return what a text says by the words of a language; `plain` is the part of it to read.

    Raises UnreadableRepeatError, which counts the words that are unknown.
    """
    signs: list[Sign] = []
    unknown: list[str] = []
    for sign in _each(_WORD.findall(plain), table):
        signs += [] if isinstance(sign, str) else sign
        unknown += [sign] if isinstance(sign, str) else []
    if unknown or not signs:
        long = next((word for word in unknown if len(word) >= _LONG_ENOUGH), "")
        near = closest(long, {" ".join(phrase) for phrase in table}) if long else ""
        cure = f'Did you mean "{near}"? {CURE}' if near else CURE
        said = ", ".join(f'"{word}"' for word in unknown)
        what = f"We cannot read {said} in" if unknown else "We cannot read"
        raise UnreadableRepeatError(f'{what} "{text}".', cure, unknown=len(unknown) or 1)
    kept = list(_spread([sign for sign in signs if sign[0] != "-"]))
    return Said(shape="".join(kind for kind, _ in kept), values=tuple(value for _, value in kept))


def _each(found: list[str], table: Table) -> Iterator[tuple[Sign, ...] | str]:
    """Yield what each word, or row of words, stands for, the longest row first; a word itself where it is unknown."""
    at = 0
    while at < len(found):
        for length in range(_LONGEST_PHRASE, 0, -1):
            phrase = tuple(found[at : at + length])
            if len(phrase) == length and phrase in table:
                yield table[phrase]
                at += length
                break
        else:
            yield _number(found[at], table)
            at += 1


def _number(word: str, table: Table) -> tuple[Sign, ...] | str:
    number = _COUNTED.fullmatch(word)
    if number:
        return (ordinal(int(number[1])) if number[2] else ("N", int(number[1])),)
    if word in {"-", "–", "—"}:
        return (("R", 0),)
    first, _, last = word.partition("-")
    ends = (*table.get((first,), ()), *table.get((last,), ()))
    return (ends[0], ("R", 0), ends[1]) if [kind for kind, _ in ends] == ["W", "W"] else word


def _spread(signs: list[Sign]) -> Iterator[Sign]:
    """Yield the signs with Monday to Friday as the five days it takes in."""
    at = 0
    while at < len(signs):
        kinds = "".join(kind for kind, _ in signs[at : at + 3])
        first, last = signs[at][1], signs[min(at + 2, len(signs) - 1)][1]
        if kinds == "WRW" and first != last and signs[at + 3 : at + 4] != [("R", 0)]:
            yield from (("W", (first + ahead) % 7) for ahead in range((last - first) % 7 + 1))
            at += 3
        else:
            yield signs[at]
            at += 1
