"""Measures how hard a text is to read, with the formula of its language; none, where we know none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from plugins.advice import rules
from plugins.advice.model import Piece
from plugins.advice.plain import prose, sentences
from plugins.kernel.problems import Problem
from plugins.kernel.text import shorten

# Too short a text says nothing, and of a sentence of few words the formula makes too much.
FEWEST_WORDS, FEWEST_IN_SENTENCE, NAMED = 100, 8, 3
# Names in a list, a byline or the head of a paragraph are no sentences.
_IS_WHOLE = re.compile(r"[.!?…][”\"’')]*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?:[^laeiouy]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouyscxzgl]es|[aeiouy]les|[^aeiouy]eless|[^aeiouy]ely|[^aeiouy]ement)$"
)
# "being", "creating".
_APART = re.compile(r"[aeiou]ing$")
_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")
_STRONG, _ACCENTED = frozenset("aeoáéó"), frozenset("íú")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A scale: its name, below which number a text is hard, where plain text lies, and its formula.

    The formula takes the words of a sentence and the syllables of a word, each on average.
    """

    name: str
    hard: float
    plain: int
    syllables: Callable[[str], int]
    formula: Callable[[float, float], float]


def syllables_en(word: str) -> int:
    """Return about how many syllables an English word has."""
    plain = word.casefold()
    count = len(_ENGLISH_VOWELS.findall(plain))
    if _SILENT.search(plain):
        count -= 1
    return max(1, count + bool(_APART.search(plain)))


def syllables_es(word: str) -> int:
    """Return how many syllables a Spanish word has."""
    plain = re.sub(r"(?<=[qg])u(?=[eiéí])|h", "", word.casefold())
    plain = re.sub(r"y$", "i", plain)
    return max(1, sum(1 + _gaps(vowels) for vowels in _SPANISH_VOWELS.findall(plain)))


def _gaps(vowels: str) -> int:
    """Return how often a syllable ends between vowels: between two strong ones, or beside an accented weak one."""
    apart = ((left in _STRONG, right in _STRONG, left + right) for left, right in pairwise(vowels))
    return sum((left and right) or ((left or right) and bool(_ACCENTED & set(pair))) for left, right, pair in apart)


# Flesch 1948; Szigriszt Pazos 1993, with the steps of the INFLESZ scale (Barrio-Cantalejo 2008).
MEASURES = {
    "en": Measure(
        name="Flesch’s scale",
        hard=45,
        plain=60,
        syllables=syllables_en,
        formula=lambda words, syllables: 206.835 - 1.015 * words - 84.6 * syllables,
    ),
    "es": Measure(
        name="the INFLESZ scale",
        hard=45,
        plain=55,
        syllables=syllables_es,
        formula=lambda words, syllables: 206.835 - words - 62.3 * syllables,
    ),
}


def measure_reading(piece: Piece) -> Iterator[Problem]:
    """Yield one problem for a text that is hard to read, with its hardest sentences."""
    measure = MEASURES.get(piece.base_language)
    # The words of an infographic are mostly numbers and names, and many of them are ours.
    if measure is None or piece.kind == "infographic":
        return
    found = [one for text in prose(piece.html) for one in sentences(text) if _IS_WHOLE.search(one)]
    ease = reading_ease(found, measure)
    if ease is None or ease >= measure.hard:
        return
    hardest = hardest_of(found, measure)
    named = "; ".join(f"“{shorten(one, 90)}”" for one in hardest)
    yield piece.say(
        rules.HARD,
        f"This text has {ease:.0f} on {measure.name}; plain text has {measure.plain} or more.",
        f"Make two of a long sentence, and take short words. The hardest are: {named}",
        *(one[:30] for one in hardest),
        *(" ".join(one.split()[:3]) for one in hardest),
    )


def reading_ease(found: list[str], measure: Measure) -> float | None:
    """Return how easy sentences are to read, from 0 to about 100; None for too few words."""
    words = [word for one in found for word in _WORD.findall(one)]
    if len(words) < FEWEST_WORDS:
        return None
    # Most words of a text come again.
    syllables = sum(measure.syllables(word) * count for word, count in Counter(words).items())
    return max(0, measure.formula(len(words) / len(found), syllables / len(words)))


def hardest_of(found: list[str], measure: Measure) -> list[str]:
    """Return the hardest sentences, the hardest first."""
    long = [(one, _WORD.findall(one)) for one in dict.fromkeys(found)]
    scored = [
        (measure.formula(len(words), sum(map(measure.syllables, words)) / len(words)), one)
        for one, words in long
        if len(words) >= FEWEST_IN_SENTENCE
    ]
    return [one for _, one in sorted(scored)[:NAMED]]
