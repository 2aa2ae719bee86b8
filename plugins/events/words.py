"""The few words that cells of a spreadsheet take, in the spellings people and other systems use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.events.model import Status

YES = frozenset({"yes", "y", "true", "t", "1", "x", "on", "sí", "si", "oui", "ja", "✓", "✔"})
NO = frozenset({"no", "n", "false", "f", "0", "off", "non", "nein", ""})
# What stands in a cell when there is nothing to say.
NULL = frozenset({"none", "n/a", "na", "null", "nil", "nan", "-", "--", "–", "—", "#n/a", "#ref!", "#value!", "(none)"})
# What stands there when it is not known yet: nothing, except where people read it as text.
NOT_YET = frozenset(
    {
        "tba",
        "tbc",
        "tbd",
        "t.b.a.",
        "t.b.c.",
        "t.b.d.",
        "unknown",
        "to be announced",
        "to be confirmed",
        "to be determined",
        "?",
    }
)
ALL_DAY = frozenset({"all day", "all-day", "allday", "all day event", "whole day", "todo el día", "todo el dia"})

STATUS: Mapping[str, Status] = MappingProxyType(
    {
        "": Status.CONFIRMED,
        "confirmed": Status.CONFIRMED,
        "active": Status.CONFIRMED,
        "ended": Status.CONFIRMED,
        "published": Status.CONFIRMED,
        "scheduled": Status.CONFIRMED,
        "live": Status.CONFIRMED,
        "on": Status.CONFIRMED,
        "tentative": Status.TENTATIVE,
        "cancelled": Status.CANCELLED,
        "canceled": Status.CANCELLED,
        "postponed": Status.POSTPONED,
        "moved": Status.MOVED,
        "rescheduled": Status.MOVED,
        "provisional": Status.TENTATIVE,
        "open": Status.CONFIRMED,
        "public": Status.CONFIRMED,
        "publish": Status.CONFIRMED,
        "approved": Status.CONFIRMED,
        "accepted": Status.CONFIRMED,
        "upcoming": Status.CONFIRMED,
        "completed": Status.CONFIRMED,
        "past": Status.CONFIRMED,
        "available": Status.CONFIRMED,
        "movedonline": Status.MOVED,
        "full": Status.FULL,
        "sold out": Status.FULL,
        "booked up": Status.FULL,
    }
)
# Words by which other systems say that something is not for the public.
NOT_PUBLIC = frozenset(
    {"draft", "private", "hidden", "unpublished", "pending", "archived", "trash", "internal", "skip"}
)
REGISTRATION: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        "none": "none",
        "not required": "none",
        "drop-in": "none",
        "drop in": "none",
        "required": "required",
        "recommended": "recommended",
        **dict.fromkeys(NO - {""}, "none"),
        **dict.fromkeys(YES, "required"),
    }
)


# The languages that events are held in most, as people and other systems name them.
LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType(
    {
        name: code
        for code, names in {
            "en": "english inglés",
            "es": "spanish español espanol castellano",
            "fr": "french français francais",
            "de": "german deutsch",
            "it": "italian italiano",
            "pt": "portuguese português portugues",
            "nl": "dutch nederlands",
            "ca": "catalan català",
            "zh": "chinese mandarin 中文",
            "yue": "cantonese",
            "ar": "arabic العربية",
            "fa": "persian farsi",
            "ur": "urdu",
            "hi": "hindi",
            "pa": "punjabi",
            "bn": "bengali",
            "gu": "gujarati",
            "ta": "tamil",
            "ko": "korean",
            "ja": "japanese",
            "vi": "vietnamese",
            "tl": "tagalog filipino",
            "ru": "russian",
            "uk": "ukrainian",
            "pl": "polish polski",
            "so": "somali",
            "ht": "haitian",
            "ase": "asl",
            "bfi": "bsl",
        }.items()
        for name in names.split()
    }
)


LONGEST_NULL = max(map(len, NULL | NOT_YET))


def is_null(text: str) -> bool:
    """Tell whether a cell says that there is nothing to say."""
    return text.casefold() in NULL


def is_not_yet(text: str) -> bool:
    """Tell whether a cell says that nobody knows yet."""
    return text.casefold() in NOT_YET
