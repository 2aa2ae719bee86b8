"""What a chart says in the language of its page: interface words, numbers as they are written there, and how wide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from plugins.infographics.letters import Letters, WidthOf
from plugins.infographics.model import Form, Label, Measure
from plugins.kernel.languages import direction
from plugins.tools.dates import hour_words
from plugins.tools.interface import Say
from plugins.tools.numbers import compact_words, large_words, money_words, number_words, percent_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """The words of one language; `width_em` measures text in the theme's fonts, `say` knows the interface.

    `spoken` is the language that `say` answers in: numbers are written as in that one.
    """

    spoken: str
    say: Say
    width_em: WidthOf

    @property
    def letters(self) -> Letters:
        """Return what measures and breaks text."""
        return Letters(width_em=self.width_em)

    @property
    def is_mirrored(self) -> bool:
        """Tell whether the page is read from right to left."""
        return direction(self.spoken) == "rtl"

    def word(self, key: str, /, **values: object) -> str:
        """Return words of the interface."""
        return self.say(key, values)

    def value(self, value: Decimal | None, measure: Measure) -> str:
        """Return a value in full: "342,900", "49.8%", "$1,250"; of none, that there is no figure."""
        if value is None:
            return self.word("infographic.no_figure")
        return _WRITERS[measure.form](value, measure, self.spoken)

    def mark(self, value: Decimal, measure: Measure) -> str:
        """Return a value as it stands at the mark of an axis: "1.2M", "50%", "$20"."""
        if measure.form is Form.NUMBER:
            return compact_words(value, self.spoken)
        return _WRITERS[measure.form](value, measure, self.spoken)

    def brief(self, value: Decimal, measure: Measure) -> str:
        """Return a value in few letters where there is little room: "1.2 million"."""
        if measure.form is Form.NUMBER and value == value.to_integral_value():
            return large_words(value, self.spoken)
        return self.value(value, measure)

    def listed(self, labels: tuple[Label, ...], values: tuple[Decimal | None, ...], measure: Measure) -> str:
        """Return labels with their values, as they are read aloud."""
        return "; ".join(f"{label.full} {self.value(one, measure)}" for label, one in zip(labels, values, strict=True))

    def hour(self, minute: int) -> str:
        """Return a time of day by its minute: "9 am"."""
        return hour_words(time(minute // 60 % 24, minute % 60), self.spoken)


def _number(value: Decimal, measure: Measure, lang: str) -> str:
    return number_words(value, lang, measure.decimals)


def _percent(value: Decimal, measure: Measure, lang: str) -> str:
    return percent_words(value, lang, measure.decimals)


def _money(value: Decimal, measure: Measure, lang: str) -> str:
    return money_words(value, measure.currency, lang, measure.decimals)


_WRITERS: Mapping[Form, Callable[[Decimal, Measure, str], str]] = {
    Form.NUMBER: _number,
    Form.PERCENT: _percent,
    Form.MONEY: _money,
}
