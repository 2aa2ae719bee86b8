"""Fits a title to a box as on a bill: lines of wood and slab, one below the other, each as long as the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from types import MappingProxyType

from plugins.social_cards.fit_line import GAP_PX, Box, Set, Setting, set_line
from plugins.social_cards.model import Measure, Voice

_LINES = 3
# No line is so many times as tall as another: then it would be about one word of the title.
_UNLIKE = 2.1


def fit_bill(text: str, box: Box, measure: Measure) -> Setting | None:
    """Return the one to three lines of wood and slab that fill a box best, each as long as the others."""
    words = text.split(" ")
    settings = (
        _bill(parts, voices, box, measure)
        for count in range(1, min(_LINES, len(words)) + 1)
        for parts in _partitions(words, count)
        for voices in _VOICES[count]
    )
    return max((one for one in settings if one), key=lambda one: one.area, default=None)


_VOICES: Mapping[int, tuple[tuple[Voice, ...], ...]] = MappingProxyType(
    {
        1: (("wood",), ("slab",)),
        2: (("slab", "wood"), ("wood", "slab"), ("wood", "wood")),
        3: (("slab", "wood", "slab"), ("wood", "slab", "wood"), ("wood", "wood", "wood")),
    }
)


def _partitions(words: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    """Yield every way to break words into so many lines."""
    for cuts in combinations(range(1, len(words)), count - 1):
        ends = (0, *cuts, len(words))
        yield tuple(" ".join(words[start:end]) for start, end in pairwise(ends))


def _bill(parts: Sequence[str], voices: Sequence[Voice], box: Box, measure: Measure) -> Setting | None:
    """Return lines set to the measure, or to a shorter one where they would be too tall."""
    full = [_to_measure(part, voice, box.width, measure) for part, voice in zip(parts, voices, strict=True)]
    lines = [one for one in full if one]
    if len(lines) < len(full) or max(one.above for one in lines) > _UNLIKE * min(one.above for one in lines):
        return None
    gaps = GAP_PX * (len(lines) - 1)
    share = min(1.0, (box.height - gaps) / sum(one.above + one.below for one in lines))
    smaller = [set_line(one.text, one.voice, one.size * share, measure) for one in lines]
    return Setting(lines=tuple(one for one in smaller if one), gap=GAP_PX) if share > 0 else None


def _to_measure(text: str, voice: Voice, width: float, measure: Measure) -> Set | None:
    line = set_line(text, voice, 1, measure)
    return set_line(text, voice, width / line.width, measure) if line and line.width else None
