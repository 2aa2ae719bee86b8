"""Sets a poster that leaves the site: title, big figures and panels, in as many columns as its paper wants."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.marks import Line, Rect
from plugins.infographics.model import Chart, Figure
from plugins.infographics.poster import Drawn, Poster, Sheet, Words
from plugins.infographics.set_panel import Part, set_figure, set_panel, shifted
from plugins.infographics.set_title import set_catch, set_title

# In dots of the picture at its own size.
EDGE, FRAME, MARGIN, GAP, COLUMN = 22.0, 12.0, 64.0, 44.0, 520.0
_BAR, _RULE, _AFTER = 8.0, 3.0, 30.0
_HEADS = 2
_SMALL, _TO_MARGIN = 19.0, 0.2
_MOST_COLUMNS, _STEPS = 5, 8


class _Page:
    """A page that is being filled from its top; `gap` is what is added to each row.

    Of what it is wider than its columns need, a part goes to the margins and the rest between the columns.
    """

    def __init__(self, columns: int, width: float, gap: float) -> None:
        self.columns, self.width, self.gap, self.top, self.rows = columns, width, gap, MARGIN, 0
        self.left = MARGIN + (width - _width(columns)) * (_TO_MARGIN if columns > 1 else 0.5)
        self.parts: list[Words | Drawn] = []
        self.rules: list[Rect | Line] = []

    @property
    def room(self) -> float:
        return self.width - 2 * self.left

    @property
    def pitch(self) -> float:
        """Return the way from one column to the next."""
        return (self.room - COLUMN) / (self.columns - 1) if self.columns > 1 else 0.0

    @property
    def sheet(self) -> Sheet:
        """Return the page as it is, in its frame."""
        height = self.top + MARGIN - 12
        rules = (*_frame(self.width, height), *self.rules)
        return Sheet(width=self.width, height=height, parts=tuple(self.parts), rules=rules)

    def rule(self, height: float) -> None:
        self.rules.append(Rect(x=self.left, y=self.top, width=self.room, height=height, fill="ink"))
        self.top += height + _AFTER

    def row(self, parts: Sequence[Part], lefts: Sequence[float]) -> None:
        """Place parts beside each other, and a rule below them."""
        for part, left in zip(parts, lefts, strict=True):
            self.parts += shifted(part.parts, left, self.top)
        self.top += max(part.height for part in parts) + _AFTER + self.gap
        self.rows += 1
        self.rule(_RULE)


def set_poster(poster: Poster, words: ChartWords, *, columns: int = 2) -> Sheet:
    """Return a poster as wide as its columns and as high as it needs to be."""
    return _set(poster, words, _set_panels(poster, words), columns).sheet


def set_sheet(poster: Poster, words: ChartWords, *, ratio: float) -> Sheet:
    """Return a poster for paper that is `ratio` times as high as wide: in the columns with which it is largest."""
    set_ = partial(_set, poster, words, _set_panels(poster, words))
    tried = [(columns, set_(columns, in_one=True).sheet) for columns in range(1, _MOST_COLUMNS + 1)]
    columns, sheet = max(tried, key=lambda one: min(1 / one[1].width, ratio / one[1].height))
    for _ in range(_STEPS):
        # The columns move apart until the sheet is as wide as its paper; its title grows with it, and so on.
        if sheet.height > sheet.width * ratio:
            sheet = set_(columns, width=sheet.height / ratio, in_one=True).sheet
    tall = set_(columns, width=sheet.width)
    page = tall if tall.sheet.height <= sheet.width * ratio else set_(columns, width=sheet.width, in_one=True)
    slack = page.width * ratio - page.sheet.height
    if slack > 0 and page.rows:
        return set_(columns, width=page.width, gap=slack / page.rows, in_one=page is not tall).sheet
    return page.sheet


def _set(
    poster: Poster,
    words: ChartWords,
    panels: Mapping[str, Part],
    columns: int,
    *,
    width: float = 0.0,
    gap: float = 0.0,
    in_one: bool = False,
) -> _Page:
    page = _Page(columns, width or _width(columns), gap)
    _head(page, poster, words, in_one=in_one)
    is_first = True
    for is_figure, group in groupby(poster.charts, key=lambda chart: isinstance(chart.drawing, Figure)):
        charts = list(group)
        if is_figure:
            _figures(page, charts, words, is_head=is_first)
        else:
            _panels(page, [panels[chart.name] for chart in charts])
        is_first = False
    _foot(page, poster, words)
    return page


def _width(columns: int) -> float:
    return 2 * MARGIN + columns * COLUMN + (columns - 1) * GAP


def _frame(width: float, height: float) -> tuple[Rect, ...]:
    inset = EDGE + FRAME / 2
    wide, tall = width - 2 * inset, height - 2 * inset
    return (Rect(x=inset, y=inset, width=wide, height=tall, fill="none", stroke=FRAME),)


def _head(page: _Page, poster: Poster, words: ChartWords, *, in_one: bool) -> None:
    title, page.top = set_title(poster.title, page.left, page.top, page.room, words.letters, in_one=in_one)
    page.parts += title
    catch, rules, page.top = set_catch(poster.catch, page.left, page.top + 14, page.room, words.letters)
    page.parts += catch
    page.rules += rules
    page.top += 16
    page.rule(_BAR)


def _figures(page: _Page, charts: list[Chart], words: ChartWords, *, is_head: bool) -> None:
    """Place one or two figures at the head of the poster, set to the measure, and others in rows."""
    heads = charts[:_HEADS] if is_head and page.columns > 1 else []
    if heads:
        left, right = page.room * 7 / 12 - GAP / 2, page.room * 5 / 12 - GAP / 2
        made = [set_figure(chart, wide, words) for chart, wide in zip(heads, (left, right), strict=False)]
        tallest = max(part.height for part in made)
        # Their words stand on one line.
        level = [replace(part, parts=shifted(part.parts, 0, tallest - part.height), height=tallest) for part in made]
        page.row(
            level if len(level) > 1 else _beside(level[0], left + GAP),
            [page.left, page.left + left + GAP][: len(level)],
        )
    rest = charts[len(heads) :]
    across = min(len(rest), page.columns + 1) or 1
    wide = (page.room - (across - 1) * GAP) / across
    for start in range(0, len(rest), across):
        row = [set_figure(chart, wide, words, tallest=104.0) for chart in rest[start : start + across]]
        page.row(row, [page.left + place * (wide + GAP) for place in range(len(row))])


def _beside(figure: Part, right: float) -> list[Part]:
    """Return a figure that is alone with its words to its right, on the line that it stands on."""
    number, *said = figure.parts
    lowest = max((part.y + part.pitch * (len(part.lines) - 1) for part in said if isinstance(part, Words)), default=0.0)
    height = figure.height - (lowest - number.y)
    return [Part(parts=(number, *shifted(said, right, number.y - lowest)), height=max(height, number.y + 20))]


def _set_panels(poster: Poster, words: ChartWords) -> dict[str, Part]:
    """Return each panel by the name of its chart: all columns are as wide, however many there are."""
    drawn = (chart for chart in poster.charts if not isinstance(chart.drawing, Figure))
    return {chart.name: set_panel(chart, COLUMN, words) for chart in drawn}


def _panels(page: _Page, panels: list[Part]) -> None:
    for start in range(0, len(panels), page.columns):
        row = panels[start : start + page.columns]
        page.row(row, [page.left + place * page.pitch for place in range(len(row))])


def _foot(page: _Page, poster: Poster, words: ChartWords) -> None:
    """Say where the numbers come from, each source once, and whose poster this is."""
    sources = dict.fromkeys(
        words.word("infographic.source", name=chart.source.name, dated=chart.source.dated) for chart in poster.charts
    )
    lines: list[str] = []
    for text in (*sources, poster.foot):
        lines += words.letters.wrapped(text, page.room, _SMALL, lines=4)
    pitch = _SMALL * 1.4
    page.top -= 6
    page.parts.append(
        Words(x=page.left, y=page.top + _SMALL * 0.7, lines=tuple(lines), voice="body", size=_SMALL, pitch=pitch)
    )
    page.top += pitch * len(lines)
