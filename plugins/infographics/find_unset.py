"""Finds what of a poster the fonts have no letters for: then it leaves the site in no file, and its page shows all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from plugins.infographics import rules
from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import Voice
from plugins.infographics.poster import Poster
from plugins.kernel.problems import Problem

_VOICES: tuple[Voice, ...] = ("body", "bold", "wood")


def unset_letters(poster: Poster, words: ChartWords) -> str:
    """Return every letter on a poster that a face of ours lacks."""
    sources = [words.word("infographic.source", name=one.source.name, dated=one.source.dated) for one in poster.charts]
    shown = (poster.title, poster.catch, poster.foot, *sources)
    letters = {
        letter
        for text in (*shown, *(text for chart in poster.charts for text in _texts((chart.drawing, chart.sentence))))
        for letter in (*text, *text.upper())
        if not letter.isspace()
    }
    return "".join(sorted(one for one in letters if any(words.width_em(voice, one) is None for voice in _VOICES)))


def _texts(value: object) -> Iterator[str]:
    """Yield every text within dataclasses and tuples."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def no_letters(source: str, letters: str) -> Problem:
    """Return that an infographic leaves the site in no file."""
    return rules.LETTERS.at(
        source,
        value=letters,
        what="The type of the site has no such letters, so there is no picture and no PDF of this infographic.",
        cure="Nothing to do: its page shows all of it, and can be printed.",
    )
