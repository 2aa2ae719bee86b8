"""The rest of a row: how to book, its addresses, numbers and language."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from plugins.events import rules
from plugins.events.model import NO_REGISTRATION, Registration
from plugins.events.read_when import read_moment
from plugins.events.row import Row
from plugins.events.words import LANGUAGE_NAMES, NO, NOT_PUBLIC, REGISTRATION, YES
from plugins.kernel.moments import MIDNIGHT, combine
from plugins.kernel.text import did_you_mean

_ADDRESS = re.compile(
    r"(?:https?://[^\s<>\"]+\.?[^\s<>\"]*|mailto:[^\s<>\"]+@[^\s<>\"]+|tel:[+\d().-]+)", re.IGNORECASE
)
_BARE_ADDRESS = re.compile(r"www\.[^\s<>\"]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"(\d{1,6})(?:\.0+)?", re.ASCII)
_BOOKING = frozenset({"registration", "registration_link", "opens", "closes", "places"})
_REGISTRATION_WORDS = ("none", "recommended", "required")


def is_public(row: Row) -> bool:
    """Tell whether nothing in a row says that it is private, hidden or a draft."""
    if row.word("hidden") in (YES | {"private"}):
        return False
    return not {row.word("published"), row.word("status")} & NOT_PUBLIC and row.word("published") not in NO - {""}


def read_registration(row: Row) -> Registration:
    """Return how to book."""
    if _BOOKING.isdisjoint(row.said) and not row.word("registration"):
        return NO_REGISTRATION
    word = REGISTRATION.get(row.word("registration"))
    if word is None:
        cure = did_you_mean(row.word("registration"), _REGISTRATION_WORDS)
        _refuse(row, "registration", f'We do not know the word "{row.text("registration")}" here.', cure)
    opens, closes = read_datetime(row, "opens"), _read_closes(row)
    if opens and closes and closes <= opens:
        what = f"Registration would close ({row.text('closes')}) before it opens ({row.text('opens')})."
        row.report(rules.CLOSES_BEFORE_OPENS, "closes", what, "Correct one of them.")
    return Registration(
        required={"required": True, "recommended": False, "none": False}.get(word or ""),
        recommended=word == "recommended",
        url=read_address(row, "registration_link"),
        opens=opens,
        closes=closes,
        places=read_number(row, "places"),
    )


def read_address(row: Row, name: str) -> str:
    """Return the address in a cell, or "" with the reason noted in the row."""
    text = row.link(name) or row.text(name)
    if _BARE_ADDRESS.fullmatch(text):
        return f"https://{text}"
    if not text or _ADDRESS.fullmatch(text):
        return text
    what, cure = f'"{text[:80]}" is not an address we can link to.', "Write it in full: https://example.org/page."
    rule = rules.FOREIGN_CELL if row.sheet.foreign else rules.NOT_AN_ADDRESS
    row.report(rule, name, what, cure)
    return ""


def title_address(row: Row) -> str:
    """Return the address that a title leads to (=HYPERLINK), or ""."""
    address = row.link("title")
    return address if _ADDRESS.fullmatch(address) else ""


def read_number(row: Row, name: str) -> int | None:
    """Return the whole number in a cell; None when there is none, with the reason noted in the row."""
    text = row.text(name)
    found = _WHOLE_NUMBER.fullmatch(text)
    if found:
        return int(found[1])
    if text:
        rule = rules.FOREIGN_CELL if row.sheet.foreign else rules.NOT_A_NUMBER
        row.report(rule, name, f'"{text}" is not a whole number.', "Write one such as 24.")
    return None


def read_language(row: Row) -> str:
    """Return the code of the event's language, or "" for the library's own."""
    text = row.text("language")
    named = LANGUAGE_NAMES.get(text.casefold())
    if named or not text or _LANGUAGE.fullmatch(text):
        return named or text.lower()
    rule = rules.FOREIGN_CELL if row.sheet.foreign else rules.NOT_A_LANGUAGE
    row.report(rule, "language", f'"{text}" is not the code of a language.', "Write en for English, es for Spanish.")
    return ""


def read_datetime(row: Row, name: str) -> datetime | None:
    """Return the moment in a cell, at midnight when it has no time."""
    moment = read_moment(row, name)
    if moment is None:
        return None
    if moment.offset is not None:
        return datetime.combine(moment.day, moment.at or MIDNIGHT, moment.offset).astimezone(row.sheet.time_zone)
    return combine(moment.day, moment.at or MIDNIGHT, row.sheet.time_zone)[0]


def _read_closes(row: Row) -> datetime | None:
    """Return the first moment at which people can no longer book: for a day alone, the midnight after it."""
    closes, moment = read_datetime(row, "closes"), read_moment(row, "closes")
    if closes is None or moment is None or moment.at is not None:
        return closes
    return combine(moment.day + timedelta(days=1), MIDNIGHT, row.sheet.time_zone)[0]


def _refuse(row: Row, name: str, what: str, cure: str) -> None:
    row.report(rules.FOREIGN_CELL if row.sheet.foreign else rules.UNKNOWN_WORD, name, what, cure)
