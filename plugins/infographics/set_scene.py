"""From a block to numbers that are ready to be drawn: reads, chooses, works out, arranges, and names what they are."""

from __future__ import annotations

from plugins.infographics import rules
from plugins.infographics.arrange import arrange
from plugins.infographics.block import Block
from plugins.infographics.choose_rows import choose_rows
from plugins.infographics.desk import Desk, Scene
from plugins.infographics.label import Teller
from plugins.infographics.model import Form, Measure
from plugins.infographics.read_periods import parse_period
from plugins.infographics.say_order import listed
from plugins.infographics.shape import HEADING, Shape, shape_of
from plugins.infographics.work_out import work_out
from plugins.infographics.worked import Worked
from plugins.kernel.text import closest

# Names of columns that say nothing of what is counted.
_GENERIC = frozenset("count counts number numbers value values total amount figure figures quantity n".split())
_NOUNS = {"value": "noun_value", "share": "noun_share", "change": "noun_change"}
_MOST_DECIMALS = 3
_PENCE = 2


def set_scene(block: Block, desk: Desk, *, by_value: bool) -> tuple[Scene, Shape]:
    """Return the numbers of a block and how it looks at its table; raises NoDrawingError."""
    shape = shape_of(block, desk.sheets.find(block, desk.files))
    worked = arrange(block, work_out(block, shape, choose_rows(block, shape)), by_value=by_value)
    noun = desk.teller.say(_NOUNS[block.choice("show", "value")], noun=_noun(block, shape, worked, desk.teller))
    scene = Scene(
        block=block,
        worked=worked,
        measure=_measure(block, worked, noun),
        noun=noun,
        teller=desk.teller,
        focus=focus_of(block, worked),
    )
    return scene, shape


def _noun(block: Block, shape: Shape, worked: Worked, teller: Teller) -> str:
    written = block.text("noun")
    if written:
        return written
    if shape.known.noun:
        return shape.known.noun
    name = " ".join(worked.measured.replace("_", " ").split())
    if name and name.casefold() not in _GENERIC and parse_period(name) is None:
        return name[0].lower() + name[1:] if name[1:].islower() or len(name) == 1 else name
    # Columns that are drawn beside each other are what is counted.
    names = [row.name for row in worked.rows if row.name]
    return (
        listed(names, teller).lower()
        if names and not worked.measured and shape.group == HEADING
        else teller.say("figures")
    )


def _measure(block: Block, worked: Worked, noun: str) -> Measure:
    currency = block.text("currency").upper()
    if currency and not (currency.isalpha() and len(currency) == len("USD")):
        raise block.refusal(rules.VALUE, "currency", f'"{currency}" is no currency.', "Write it as currency: USD")
    is_money = bool(currency) and worked.form is Form.NUMBER
    form, currency = Form.MONEY if is_money else worked.form, currency or worked.currency
    natural = _PENCE if form is Form.MONEY and worked.decimals else worked.decimals
    return Measure(
        form=form, decimals=_decimals(block, natural), currency=currency if form is Form.MONEY else "", noun=noun
    )


def _decimals(block: Block, natural: int) -> int:
    written = block.text("decimals")
    if not written:
        return natural
    if not written.isdigit() or int(written) > _MOST_DECIMALS:
        raise block.refusal(rules.VALUE, "decimals", f'"{written}" is not 0, 1, 2 or 3.', "Write it as decimals: 1")
    return int(written)


def focus_of(block: Block, worked: Worked) -> int | None:
    """Return the place to look at; raises NoDrawingError when the block names one that is not drawn."""
    written = block.text("highlight")
    if not written:
        return None
    known = [(at, value) for at, value in enumerate(worked.values) if value is not None]
    if written.casefold() in ("most", "least"):
        choose = max if written.casefold() == "most" else min
        return choose(known, key=lambda one: one[1])[0] if known else None
    if written.casefold() in ("first", "last"):
        return known[0 if written.casefold() == "first" else -1][0] if known else None
    return place_of(block, worked, "highlight")


def place_of(block: Block, worked: Worked, option: str) -> int:
    """Return the place that an option names; raises NoDrawingError when it is not drawn."""
    written = block.text(option)
    found = worked.find(written)
    if found is not None:
        return found
    labels = [place.text or (str(place.period.starts) if place.period else "") for place in worked.places]
    near = closest(written, labels)
    cure = f'Did you mean "{near}"?' if near else "Write it as it stands in the table."
    raise block.refusal(rules.CELL, option, f'Nothing that is drawn is called "{written}".', cure)
