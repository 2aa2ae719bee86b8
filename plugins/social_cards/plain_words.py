"""Takes out of a text what is no word and no face of ours has: small pictures, and signs that nobody sees."""

from __future__ import annotations

import re
from unicodedata import category, normalize

from plugins.social_cards.model import Measure, Voice

# Symbols and what is put together with them, and signs without a shape (Unicode's general categories).
_ORNAMENTS = frozenset({"So", "Sk", "Co", "Cn", "Me"})
_SHAPELESS = frozenset({"Cf", "Cc"})
_SELECTORS = range(0xFE00, 0xFE10)
# What a face without it has another sign for.
_OTHERS = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "–",
        "\u2015": "—",
        "\u2032": "’",
        "\u02bc": "’",
        "\u2033": "”",
        "\u2044": "/",
        "\u202f": "\u00a0",
    }
)


# Spaces between words; one that binds (U+00A0, U+202F) is part of its word.
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
# Signs that stand by themselves, as in French and between two parts of a title, and must not begin a line.
_BOUND = re.compile(r" (?=[:;!?»–—/-]+(?: |$))")


def plain_words(text: str, measure: Measure) -> str:
    """Return a text as it can be set: with plain spaces, or ones that bind, and without ornaments that no face has."""
    words = normalize("NFC", text).translate(_OTHERS)
    if not words.isascii():
        words = "".join(sign for sign in words if not _is_missing(sign, measure))
    return _BOUND.sub("\u00a0", _SPACES.sub(" ", words).strip())


def _is_missing(sign: str, measure: Measure) -> bool:
    if category(sign) in _SHAPELESS or ord(sign) in _SELECTORS:
        return not sign.isspace()
    return category(sign) in _ORNAMENTS and not has_face(sign, measure)


def has_face(text: str, measure: Measure) -> bool:
    """Tell whether any face for words has every letter of a text."""
    voices: tuple[Voice, ...] = ("slab", "body")
    return any(measure(voice, text) is not None for voice in voices) or measure("wood", text.upper()) is not None
