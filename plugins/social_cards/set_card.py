"""Sets a card as a bill is set: a frame, the library's name, a date stamped on, the title, and when and where below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from plugins.social_cards.fit_line import GAP_PX, Box, Set, Setting, fit_line, set_line
from plugins.social_cards.fit_title import fit_small, fit_title
from plugins.social_cards.model import HEIGHT_PX, WIDTH_PX, Bar, Card, Drawing, Line, Measure, Sheet, Voice
from plugins.social_cards.plain_words import has_face
from plugins.social_cards.set_stamp import STAMP, stamp_sheet, status_sheet

# The frame, from the edge of the picture: a bar, and a hair line within it.
_EDGE, _BAR, _HAIR, _BETWEEN = 20.0, 12.0, 2.5, 9.0
# Where text may stand: the same way in from the frame on all sides.
LEFT, TOP, RIGHT, BOTTOM = 72.0, 72.0, WIDTH_PX - 72.0, HEIGHT_PX - 72.0
MEASURE = RIGHT - LEFT
_RULE, _ROOM, _APART = 5.0, 24.0, 64.0
_NAME_PX, _LABEL_PX, _LABEL_SPACING = 38.0, 27.0, 1.5
_WHEN_PX, _WHEN_LEAST_PX, _PLACE_PX, _BOTH_PX = 90.0, 62.0, 42.0, 36.0
# Below this, a title with a stamp beside it is set again without one: the date is said below as well.
_BESIDE_LEAST_PX = 52.0
_STAMP_GAP = 34.0
_STRIKE, _STRIKE_LEAST, _STRIKE_OUT = 0.07, 5.0, 6.0
_STRIKE_AT: Mapping[Voice, float] = MappingProxyType({"wood": 0.4, "slab": 0.3, "body": 0.28})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What stands at the head or the foot of a card, and where the room for the title begins or ends."""

    edge: float
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    struck: tuple[Bar, ...] = ()
    sheets: tuple[Sheet, ...] = ()


def set_card(card: Card, measure: Measure) -> Drawing:
    """Return a card's drawing; what no face has letters for, or is too long for any, is left out and is in `unset`."""
    unset = tuple(text for text in (card.title, card.place, card.library) if text and not has_face(text, measure))
    drawing = _whole(card, measure)
    if not drawing.title_size and card.title != card.library:
        # Then it is a card of the library, which says when and where.
        unset = (card.title, *(text for text in unset if text != card.title))
        drawing = _whole(replace(card, title=card.library), measure)
    return replace(drawing, bars=(*_frame(), *drawing.bars), unset=unset)


def _whole(card: Card, measure: Measure) -> Drawing:
    last = _last_row(card, measure)
    foot = _foot(card, last, measure)
    name = "" if last.name or card.library == card.title else card.library
    return _beside_stamp(card, name, foot, measure) or _titled(card, name, foot, LEFT, measure)


def _frame() -> tuple[Bar, ...]:
    def outline(inset: float, stroke: float) -> Bar:
        inset += stroke / 2
        return Bar(x=inset, y=inset, width=WIDTH_PX - 2 * inset, height=HEIGHT_PX - 2 * inset, stroke=stroke)

    return outline(_EDGE, _BAR), outline(_EDGE + _BAR + _BETWEEN, _HAIR)


def _beside_stamp(card: Card, name: str, foot: _Part, measure: Measure) -> Drawing | None:
    """Return the card with its date stamped beside the title; None where the title needs that room."""
    sheet = stamp_sheet(card.stamp, LEFT, TOP, measure, is_off=card.is_off) if card.stamp else None
    if sheet is None:
        return None
    drawing = _titled(card, name, foot, LEFT + STAMP.width + _STAMP_GAP, measure)
    is_large = drawing.title_size >= _BESIDE_LEAST_PX
    return replace(drawing, sheets=(sheet, *drawing.sheets)) if is_large else None


def _titled(card: Card, name: str, foot: _Part, left: float, measure: Measure) -> Drawing:
    """Return head, title and foot; the title stands in the middle of the room between the two."""
    head = _head(card, name, left, measure)
    room = Box(width=RIGHT - left, height=foot.edge - head.edge)
    setting = fit_title(card.title, room, measure)
    lines = _stacked(setting, left, head.edge + (room.height - setting.height) / 2) if setting else ()
    struck = _strikes(lines, setting) if setting and card.is_off else ()
    return Drawing(
        bars=foot.bars,
        lines=(*head.lines, *lines, *foot.lines),
        struck=(*struck, *foot.struck),
        sheets=head.sheets,
        title_size=setting.smallest if setting else 0.0,
    )


def _head(card: Card, name: str, left: float, measure: Measure) -> _Part:
    """Return whose card it is, and at the right how the event stands, or the date of a post."""
    status = status_sheet(card.status, RIGHT, TOP, measure, is_off=card.is_off) if card.status else None
    label = fit_line(card.label, "typed", MEASURE, _LABEL_PX, measure) if card.label else None
    lines: list[Line] = []
    taken, edge = 0.0, TOP
    if label:
        taken = label.width + _LABEL_SPACING * len(label.text) + _ROOM
        lines.append(_placed(label, RIGHT - taken + _ROOM, TOP + 28, spacing=_LABEL_SPACING))
        edge = TOP + 42 + _ROOM
    if status:
        taken, edge = status.width + _ROOM, TOP + status.height + _ROOM
    whose = fit_small(name, RIGHT - left - taken, _NAME_PX, measure) if name else None
    if whose:
        lines += _stacked(whose, left, TOP)
        edge = max(edge, TOP + whose.height + _ROOM)
    return _Part(lines=tuple(lines), sheets=(status,) if status else (), edge=edge)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """The lowest row: a text, and beside it the library's name where there is room for both."""

    text: Setting | None = None
    name: Set | None = None


def _last_row(card: Card, measure: Measure) -> _Row:
    text = card.place or card.motto
    line = set_line(text, "slab", _BOTH_PX, measure) if text else None
    name = set_line(card.library, "slab", _BOTH_PX, measure)
    is_wide = (line.width if line else 0.0) + (name.width if name else 0.0) + _APART > MEASURE
    if (
        card.when
        and not card.status
        and name
        and card.library != card.title
        and not is_wide
        and bool(line) == bool(text)
    ):
        return _Row(text=Setting(lines=(line,), gap=0) if line else None, name=name)
    return _Row(text=fit_small(text, MEASURE, _PLACE_PX, measure) if text else None)


def _foot(card: Card, last: _Row, measure: Measure) -> _Part:
    """Return when and where, or the library's motto, from the bottom up."""
    lines: list[Line] = []
    struck: tuple[Bar, ...] = ()
    bottom = BOTTOM
    if last.text:
        bottom -= last.text.height
        lines += _stacked(last.text, LEFT, bottom)
    if last.name:
        bottom = min(bottom, BOTTOM - last.name.above - last.name.below)
        lines.append(_placed(last.name, RIGHT - last.name.width, lines[-1].y if lines else BOTTOM))
    when = _when(card, measure)
    if when:
        bottom -= when.height + (_ROOM if lines else 0)
        placed = _stacked(when, LEFT, bottom)
        struck = _strikes(placed, when) if card.is_off else ()
        lines += placed
    if not lines:
        return _Part(edge=BOTTOM)
    rule = Bar(x=LEFT, y=bottom - _ROOM - _RULE, width=MEASURE, height=_RULE)
    return _Part(lines=tuple(lines), bars=(rule,), struck=struck, edge=rule.y - _ROOM)


def _when(card: Card, measure: Measure) -> Setting | None:
    """Return day and time on one line, or on two where one would be small."""
    line = fit_line(", ".join(card.when), "wood", MEASURE, _WHEN_PX, measure) if card.when else None
    if line is None or line.size >= _WHEN_LEAST_PX or len(card.when) <= 1:
        return Setting(lines=(line,), gap=0) if line else None
    parts = [fit_line(part, "wood", MEASURE, _WHEN_LEAST_PX, measure) for part in card.when]
    return Setting(lines=tuple(part for part in parts if part), gap=GAP_PX)


def _strikes(lines: Sequence[Line], setting: Setting) -> tuple[Bar, ...]:
    """Return a line through each line of type, at half the height of its letters."""
    return tuple(
        Bar(
            x=line.x - _STRIKE_OUT,
            y=line.y - _STRIKE_AT[line.voice] * line.size,
            width=one.width + 2 * _STRIKE_OUT,
            height=max(_STRIKE_LEAST, _STRIKE * line.size),
            color="spark",
        )
        for line, one in zip(lines, setting.lines, strict=True)
    )


def _stacked(setting: Setting, x: float, top: float) -> tuple[Line, ...]:
    lines = []
    for one in setting.lines:
        lines.append(_placed(one, x, top + one.above))
        top += one.above + one.below + setting.gap
    return tuple(lines)


def _placed(one: Set, x: float, y: float, *, spacing: float = 0.0) -> Line:
    return Line(x=x, y=y, text=one.text, voice=one.voice, size=one.size, spacing=spacing)
