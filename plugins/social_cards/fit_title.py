"""Chooses how a title is set: as a bill while it is short, then as a block of slab, then as one of plain bold type."""

from __future__ import annotations

from plugins.social_cards.fit_bill import fit_bill
from plugins.social_cards.fit_block import Ladder, fit_block
from plugins.social_cards.fit_line import Box, Setting, fit_line
from plugins.social_cards.model import Measure

# The theme sets titles up to this length to the measure, and no more than ten words in wood.
_BILL_LETTERS, _BILL_WORDS = 64, 10
# No line of a bill is less tall than this.
_BILL_LEAST_PX = 46.0
SMALL_PX = 30.0
# In order: each is tried where the one before is too small. The last is for titles as long as a page.
_TITLES = (
    Ladder(voice="slab", largest=88, smallest=44, leading=1.13),
    Ladder(voice="body", largest=60, smallest=28, leading=1.2, breaking=60),
    Ladder(voice="wood", largest=96, smallest=36, leading=1.22, breaking=60),
    Ladder(voice="body", largest=28, smallest=16, leading=1.2, breaking=28),
)
_SMALL = (
    Ladder(voice="body", largest=34, smallest=20, leading=1.2, breaking=34),
    Ladder(voice="wood", largest=48, smallest=26, leading=1.22, breaking=48),
)
_SMALL_HEIGHT_PX = 88.0


def fit_title(text: str, box: Box, measure: Measure) -> Setting | None:
    """Return a title that fits its box, whole; None where no face has its letters, or it is longer than a page."""
    if not text.split() or box.height <= 0:
        return None
    if len(text) <= _BILL_LETTERS and len(text.split()) <= _BILL_WORDS:
        bill = fit_bill(text, box, measure)
        if bill and min(one.above for one in bill.lines) >= _BILL_LEAST_PX:
            return bill
    return _first(text, box, _TITLES, measure)


def fit_small(text: str, width: float, size: float, measure: Measure) -> Setting | None:
    """Return a text of lesser rank: one line of slab, or up to three lines of plain bold type."""
    line = fit_line(text, "slab", width, size, measure)
    if line and line.size >= SMALL_PX:
        return Setting(lines=(line,), gap=0)
    return _first(text, Box(width=width, height=_SMALL_HEIGHT_PX), _SMALL, measure)


def _first(text: str, box: Box, ladders: tuple[Ladder, ...], measure: Measure) -> Setting | None:
    settings = (fit_block(text, box, ladder, measure) for ladder in ladders)
    return next((setting for setting in settings if setting), None)
