"""Words in a title that say whether the event takes place: CANCELLED:, (CANCELADO), abgesagt, SOLD OUT."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from plugins.events.model import Status

# Whole words, in the languages seen: English; Spanish, Catalan; German; French; Italian; Portuguese; Dutch, and others.
_WORDS: Mapping[Status, str] = MappingProxyType(
    {
        Status.CANCELLED: (
            "cancelled canceled cancelado cancelada cancelados canceladas suspendido suspendida suspendidos suspendidas"
            " anulado anulada anul·lat cancel·lat abgesagt entfällt annulé annulée annulés annulées annullato annullata"
            " cancellato cancellata geannuleerd afgelast aflyst avlyst inställt peruttu odwołane"
        ),
        Status.POSTPONED: (
            "postponed post_poned aplazado aplazada pospuesto pospuesta ajornat verschoben reporté reportée rinviato"
            " rinviata adiado adiada uitgesteld udsat utsatt"
        ),
        Status.MOVED: "rescheduled relocated reprogramado reprogramada verlegt déplacé déplacée spostato spostata",
        Status.FULL: (
            "sold_out soldout fully_booked booked_up booked_out agotado agotada completo ausgebucht ausverkauft complet"
            " esaurito esaurita sold-out esgotado uitverkocht udsolgt"
        ),
    }
)
# Ordinary words as well, so that they count only where signs set them apart.
_ONLY_APART: Mapping[Status, str] = MappingProxyType(
    {Status.FULL: "full", Status.MOVED: "moved", Status.TENTATIVE: "tentative"}
)
_AMBIGUOUS = frozenset({"completo", "complet", "reporté", "déplacé"})
BEGINNING = 400
_NEVER_A_TITLE = (
    "abgesagt entfällt ausgebucht ausverkauft verschoben geannuleerd afgelast uitgesteld aflyst avlyst inställt udsolgt"
)


def _pattern(words: str) -> str:
    return "|".join(re.escape(word).replace("_", r"[\s-]?") for word in words.split())


_STRONG = "|".join(_pattern(words) for words in _WORDS.values())
_APART = "|".join(_ONLY_APART.values())
_LOUD_APART = _APART.upper()
_SIGNS = r"[*\[\](){}<>~_#!¡|]"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # Between signs anywhere: *CANCELLED*, (cancelado), [SOLD OUT].
        rf"(?i)\s*[*\[({{<~_#|]+\s*({_STRONG}|{_APART})\s*[!.]*\s*[*\])}}>~_#|]+[\s:–—-]*",
        # At the beginning, set apart: "Cancelled: ", "Postponed - ", "*CANCELLED ", "SOLD OUT! ".
        rf"(?i)^\W*\b({_STRONG})\b\s*(?:{_SIGNS}+|[:–—-])\s*[:–—-]*\s*(?=\S)",
        rf"^\W*\b({_LOUD_APART})\b\s*(?:[:!]|[–—-]\s)\s*(?=\S)",
        # At the end, set apart: " - cancelled", ": SOLD OUT!", " CANCELLED*".
        rf"(?i)\s*(?:\s[–—-]+|[:*\[({{<~_#|])\s*({_STRONG})\s*(?:{_SIGNS}|\.)*$",
        rf"\s*(?:\s[–—-]+|[:*])\s*({_LOUD_APART})\s*(?:{_SIGNS}|\.)*$",
        # In capitals at either end, with nothing between: "CANCELLED Story Time", "Story Time CANCELLED".
        rf"^\W*\b({_STRONG.upper()})\b[\s!*:]+(?=\S)".replace("[\\S-]", "[\\s-]"),
        rf"[\s*]+({_STRONG.upper()})\W*$".replace("[\\S-]", "[\\s-]"),
        # Participles that no title ends with for another reason.
        rf"(?i)\s({_pattern(_NEVER_A_TITLE)})[\s!.*]*$",
    )
)
_ANYWHERE = re.compile(rf"(?i)(?<![\w·])({_STRONG})(?![\w·])")
_OFF = f"{_pattern(_WORDS[Status.CANCELLED])}|{_pattern(_WORDS[Status.POSTPONED])}"
_IN_TEXT = re.compile(
    rf"(?i)^\W*({_STRONG})\b|\b(?:has been|have been|is|was|wird|ist|wurde|ha sido|está|est|è)\s+(?:now\s+)?({_OFF})\b"
)
_SIGNS_AS_SPACES = {ord(sign): " " for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~¡¿“”„‘’‚«»‹›–—…\n\t"}
# The first words of all of them: a text without one needs no closer look.
_BEGINNINGS = frozenset(
    re.split(r"[_-]", word)[0] for words in (*_WORDS.values(), *_ONLY_APART.values()) for word in words.split()
)


def take_status(title: str) -> tuple[str, Status | None]:
    """Return a title without the word that says how the event stands, and how it stands; None when no word is sure."""
    if not may_say(title):
        return title, None
    status: Status | None = None
    rest = title
    for _ in range(4):
        found = next((found for pattern in _PATTERNS for found in (pattern.search(rest),) if found), None)
        if found is None:
            break
        shorter = f"{rest[: found.start()].rstrip()} {rest[found.end() :].lstrip()}".strip(" *")
        if not re.search(r"\w", shorter):
            break
        status = status or _status_of(found[1])
        rest = shorter
    return (rest, status) if status else (title, None)


def may_say(text: str) -> bool:
    """Tell whether a text holds a word that could say how an event stands."""
    return not _BEGINNINGS.isdisjoint(text.casefold().translate(_SIGNS_AS_SPACES).split())


def doubtful_status(title: str, text: str) -> str:
    """Return the word in a title or a text that may say that the event does not take place as announced, or ""."""
    found = _ANYWHERE.search(title) if may_say(title) else None
    if found:
        return found[1]
    start = text[:BEGINNING]
    in_text = _IN_TEXT.search(start) if may_say(start) else None
    return (in_text[1] or in_text[2]) if in_text else ""


def status_of(word: str) -> Status | None:
    """Return how an event stands of which one word is said, such as that in a column."""
    plain = " ".join(word.split())
    return _status_of(plain) if re.fullmatch(f"{_STRONG}|{_APART}", plain, re.IGNORECASE) else None


def _status_of(word: str) -> Status:
    for table in (_WORDS, _ONLY_APART):
        for status, words in table.items():
            if re.fullmatch(_pattern(words), word, re.IGNORECASE):
                return status
    return Status.CONFIRMED
