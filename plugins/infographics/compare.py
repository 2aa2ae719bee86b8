"""Says how a big figure compares to an earlier one, in words that are true of rises, falls, ties and of zero."""

from __future__ import annotations

from decimal import Decimal

from plugins.infographics.arrange import MOST_PERCENT
from plugins.infographics.chart_words import ChartWords
from plugins.infographics.model import Figure, Form
from plugins.tools.numbers import number_words, percent_words

_SMALL = Decimal(10)


def compare(figure: Figure, words: ChartWords) -> str:
    """Return "12% more than in 2024 (612,300)", or nothing where there is no earlier figure."""
    earlier = figure.earlier
    if earlier is None:
        return ""
    said = words.value(earlier, figure.measure)
    values = {"earlier": said, "label": figure.earlier_label}
    if figure.value == earlier:
        return words.word("infographic.as_many", **values)
    values["change"] = _change(figure, earlier, words)
    if figure.value > earlier:
        return words.word("infographic.more_than", **values)
    return words.word("infographic.less_than", **values)


def _change(figure: Figure, earlier: Decimal, words: ChartWords) -> str:
    """Return how much more or less: of percentages in points, of what was nothing or less as it is, else as a share."""
    difference = abs(figure.value - earlier)
    if figure.measure.form is Form.PERCENT:
        return words.word("infographic.points", number=number_words(difference, words.spoken, figure.measure.decimals))
    share = difference / earlier * 100 if earlier > 0 and figure.value >= 0 else MOST_PERCENT
    if share >= MOST_PERCENT:
        return words.value(difference, figure.measure)
    return percent_words(share, words.spoken, 1 if share < _SMALL and share != share.to_integral_value() else 0)
