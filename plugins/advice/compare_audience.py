"""Compares whom a text says it is for with the audience of its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.plain import said
from plugins.kernel.library import Audience
from plugins.kernel.problems import Problem

_OLDEST = 130
# Ages from and to of those whom a word names; wide, since a library may draw its lines elsewhere.
_AGES = {
    "en": {
        "adults?": (18, _OLDEST),
        "seniors?|older adults?|older people": (50, _OLDEST),
        "teens?|teenagers?": (12, 17),
        "young adults?": (12, 25),
        "tweens?": (8, 14),
        "kids?|children|grade-schoolers?": (0, 13),
        "toddlers?": (0, 4),
        "babies|infants?": (0, 2),
        "preschoolers?": (2, 6),
    },
    "es": {
        "adult[oa]s|personas adultas": (18, _OLDEST),
        "personas mayores|mayores": (50, _OLDEST),
        "adolescentes": (12, 17),
        "jóvenes": (12, 30),
        "niñ[oa]s": (0, 13),
        "bebés": (0, 2),
    },
}
# "For adults." and "Adults only", not "sweaters for babies".
_FORMS = {
    "en": r"(?:^|[.!?(:;]\s*)(?:(?:it is |this is )?for|open to) (?:all )?(?P<after>{who})(?=\s*[.,;:!)]|$)"
    r"|\b(?P<only>{who})[ -]only\b",
    "es": r"(?:^|[.!?¡¿(:;]\s*)(?:es )?para (?P<after>{who})(?=\s*[.,;:!)]|$)"
    r"|\bs[oó]lo (?:para )?(?P<only>{who})\b",
}
_RANGE = re.compile(
    r"\b(?:ages|aged|edades|de)\s(\d{1,2})\s?(?:[-–]|to|a)\s?(\d{1,2})(?:\s(?:years|años))?\b", re.IGNORECASE
)
_YEARS = re.compile(r"ages|aged|edades|años", re.IGNORECASE)


def compare_audience(piece: Piece, audiences: Sequence[Audience]) -> Iterator[Problem]:
    """Yield a problem where whom a text names is none of those whom the facts name."""
    spans = [(one.youngest or 0, _OLDEST if one.oldest is None else one.oldest) for one in audiences]
    if not spans or any(one.youngest is None and one.oldest is None for one in audiences):
        return
    for text in said(piece):
        for words, (youngest, oldest) in _named(text, piece.base_language):
            if not any(first <= oldest and youngest <= last for first, last in spans):
                names = ", ".join(one.name.in_("en") for one in audiences)
                yield piece.say(
                    rules.OTHER_AUDIENCE,
                    f'The text says "{words}", and the audience is: {names}.',
                    "Mend whichever is wrong: people find it in the lists by its audience, and decide by its text.",
                    words,
                    value=words,
                )
                return


def _named(text: str, language: str) -> Iterator[tuple[str, tuple[int, int]]]:
    known = _AGES.get(language, {})
    for who, ages in known.items():
        for found in re.finditer(_FORMS[language].format(who=who), text, re.IGNORECASE):
            yield found[0].strip(" .!?(:;¡¿"), ages
    for found in _RANGE.finditer(text):
        if _YEARS.search(found[0]):
            yield found[0], (int(found[1]), int(found[2]))
