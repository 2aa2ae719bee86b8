"""What an infographic draws: charts worked out from tables, before anything is drawn or said.

Values are exact (`Decimal`); one that is not known is None and is never drawn as zero. Labels along an axis are
evenly spaced, so a period without a value has its place too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = Decimal | None


class Form(StrEnum):
    """How a value is written; 39 percent is the value 39."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"


class Stacking(StrEnum):
    """How the columns of several series stand to each other."""

    PLAIN = "plain"
    GROUPED = "grouped"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is counted: its form, decimals shown, currency (ISO 4217, of money alone) and plural noun ("visits")."""

    form: Form = Form.NUMBER
    decimals: int = 0
    currency: str = ""
    noun: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One place along an axis: in full ("September 2025"), and short where room is short ("S")."""

    full: str
    short: str
    starts: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of values, one for each label."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One big number with its words, and the earlier one that it is compared with."""

    value: Decimal
    measure: Measure
    says: str
    earlier: Decimal | None = None
    earlier_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars that lie, one for each label, from zero; `focus` is the place of the one to look at."""

    labels: tuple[Label, ...]
    values: tuple[Value, ...]
    measure: Measure
    focus: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Columns that stand, from zero: one series, several beside each other, or several upon each other."""

    labels: tuple[Label, ...]
    series: tuple[Series, ...]
    measure: Measure
    stacking: Stacking = Stacking.PLAIN
    focus: int | None = None
    focus_says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Values over time as lines, broken where a value is missing; `is_area` fills down to zero."""

    labels: tuple[Label, ...]
    series: tuple[Series, ...]
    measure: Measure
    is_area: bool = False
    from_zero: bool = True
    focus: int | None = None
    focus_says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a whole, at most seven, that sum to it."""

    labels: tuple[Label, ...]
    values: tuple[Decimal, ...]
    whole: Decimal
    measure: Measure
    focus: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictogram:
    """One icon for so many: `each` is what one icon stands for; the last icon of a row may be a part of one."""

    labels: tuple[Label, ...]
    values: tuple[Decimal, ...]
    each: Decimal
    icon: str
    measure: Measure
    focus: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened: `when` as it is printed ("Oct", "2019"), what, and a second line."""

    when: str
    when_full: str
    what: str
    detail: str = ""
    is_focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Moments in their order."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """Two values for each label, at two times, and the way from one to the other."""

    labels: tuple[Label, ...]
    before: Series
    after: Series
    measure: Measure
    focus: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """A week of opening: for each day, how many of `places` are open in each slot, from the minute `first_minute`."""

    days: tuple[Label, ...]
    open_places: tuple[tuple[int, ...], ...]
    first_minute: int
    slot_minutes: int
    places: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A branch on the map, in degrees (WGS 84), with its value."""

    label: str
    latitude: float
    longitude: float
    value: Value
    is_focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DotMap:
    """Branches as dots whose area says their value; nothing is asked of a map service."""

    dots: tuple[Dot, ...]
    measure: Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One row of a ranking: its place ("1", or "2=" where two are the same), label, value, and share or change."""

    place: str
    label: str
    value: Decimal
    further: str = ""
    is_focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """A table in the order of its values, with a small bar in each row."""

    rows: tuple[Ranked, ...]
    measure: Measure
    further_heading: str = ""


Drawing = Figure | Bars | Columns | Lines | Parts | Pictogram | Timeline | BeforeAfter | Hours | DotMap | Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTable:
    """The numbers under a drawing, as they are printed; the first column of `rows` heads its row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where numbers come from and when they were counted, which every chart must say."""

    name: str
    dated: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One block of a page, worked out: its drawing, its words and its numbers.

    `name` is unique on its page and fit for an id. `sentence` says what the drawing shows; `remarks` say what a reader
    must know to trust it ("No figures for May 2020"). `file` is the table in content/data/. `numbers` are the table
    for programs, headings first, and `data_address` is where they are published as CSV, within the site.
    """

    name: str
    title: str
    drawing: Drawing
    sentence: str
    remarks: tuple[str, ...]
    source: Source
    table: ShownTable
    file: str
    numbers: tuple[tuple[str, ...], ...] = ()
    data_address: str = ""
