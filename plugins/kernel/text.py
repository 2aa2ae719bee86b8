"""Small questions about words: what address a title gets, which known word was meant, how to shorten a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

SLUG_LIMIT_BYTES = 80
_NOT_WORD = re.compile(r"[^\w]+", re.UNICODE)
# Characters XML 1.0 cannot hold, and which no reader can see (section 2.2, "Characters").
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "’": "", "'": ""})


def slug(title: str) -> str:
    """Return a title as the last part of an address: lower case, hyphens, at most 80 bytes, never empty."""
    # In plain letters there is nothing to take apart.
    text = title.lower().replace("'", "") if title.isascii() else _without_accents(title)
    words = _NOT_WORD.sub(" ", unicodedata.normalize("NFC", text).replace("_", " ")).split()
    while words and len("-".join(words).encode()) > SLUG_LIMIT_BYTES:
        words.pop()
    return "-".join(words) or _cut_bytes(_NOT_WORD.sub("-", text).strip("-")) or "untitled"


def _without_accents(title: str) -> str:
    text = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS))
    return "".join(letter for letter in text if not unicodedata.combining(letter))


def _cut_bytes(text: str) -> str:
    return text.encode()[:SLUG_LIMIT_BYTES].decode(errors="ignore").strip("-")


def closest(word: str, words: Iterable[str]) -> str:
    """Return the known word that was most likely meant, or "" when none is near."""
    by_key = {known.casefold(): known for known in words}
    found = get_close_matches(word.casefold(), by_key, n=1, cutoff=0.6)
    return by_key[found[0]] if found else ""


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return the cure for an unknown word: the nearest known one, or all that are known."""
    known = sorted(words)
    near = closest(word, known)
    if near:
        return f'Did you mean "{near}"? Known: {", ".join(known)}.'
    return f"Use one of: {', '.join(known)}." if known else "None is set up yet in library.toml."


def without_unseen(text: str) -> str:
    """Return text without control characters, unpaired surrogates and the like."""
    # What Python counts as printable has none of them, and that takes a tenth of the time to tell.
    return text if text.isprintable() else _UNSEEN.sub("", text)


def has_unseen(text: str) -> bool:
    """Tell whether a text holds characters that nobody can see and that break feeds."""
    return not text.isprintable() and bool(_UNSEEN.search(text))


def shorten(text: str, limit: int) -> str:
    """Return text of at most `limit` characters, cut between words, with an ellipsis where it was cut."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–-") or text[: limit - 1]
    return f"{cut}…"
