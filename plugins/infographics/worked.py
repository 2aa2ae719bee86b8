"""What a block comes to before it is drawn: labels, series of exact values, and what was noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from plugins.infographics.model import Form, Value
from plugins.infographics.read_periods import Period, parse_period


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place along the axis: a text or a period; or what is left of many, and how many that are."""

    text: str = ""
    period: Period | None = None
    others: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One series: its name, and a value for each place."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """What a reader must know to trust the numbers.

    `partial` are places whose sum lacks something; `cut` are places at the ends that were left out, since not all their
    months are known, and `unfinished` such as were kept; `unknown` have no value at all and are not drawn; `not_shown`
    is how many places beyond the first ones are not drawn; `whole` is what shares are of.
    """

    partial: tuple[Place, ...] = ()
    cut: tuple[Place, ...] = ()
    unfinished: tuple[Place, ...] = ()
    unknown: tuple[Place, ...] = ()
    not_shown: int = 0
    is_mean_of_means: bool = False
    is_mean: bool = False
    whole: Decimal | None = None
    whole_form: Form = Form.NUMBER
    whole_currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """The numbers of a block: `is_additive` where their sum means something, `is_whole` where none was left out.

    `measured` is the name of the column that was counted, `labeled` that of the labels ("" for those of headings).
    """

    places: tuple[Place, ...]
    rows: tuple[Row, ...]
    form: Form
    decimals: int
    currency: str
    measured: str
    labeled: str
    is_additive: bool
    is_whole: bool
    noticed: Noticed = field(default_factory=Noticed)

    @property
    def over_time(self) -> bool:
        """Tell whether its places are periods."""
        return all(place.period is not None for place in self.places)

    @property
    def values(self) -> tuple[Value, ...]:
        """Return the values of its first series."""
        return self.rows[0].values

    def find(self, text: str) -> int | None:
        """Return the position of the place that a text means: a period in any way of writing, or a label."""
        period = parse_period(text)
        for at, place in enumerate(self.places):
            if (period is not None and place.period == period) or (
                place.text and place.text.casefold() == text.casefold()
            ):
                return at
        return None
