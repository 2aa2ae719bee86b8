"""Writes charts as the grid of a poster: big figures in rows of their own, every other chart in half of the width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.compare import compare
from plugins.infographics.model import Chart, Figure
from plugins.infographics.render_chart import (
    element_id,
    render_csv_link,
    render_drawing,
    render_notes,
    render_sentence,
    render_source,
    render_table,
    scrolling,
)
from plugins.tools.css_measures import em_class

_PAIR = 2
_MANY = 60
_HANGS = frozenset(",;")


def render_poster(charts: Sequence[Chart], words: ChartWords) -> str:
    """Return the panels of a poster in their order, and below them where the numbers come from."""
    panels = "".join(_rows(charts, words))
    common = _common_source(charts)
    foot = f'<p class="small mt4">{render_source(common.source, words)}</p>' if common else ""
    return f'<div class="grid">{panels}</div>{foot}'


def render_tables(charts: Sequence[Chart], words: ChartWords) -> str:
    """Return all numbers of a poster as open tables: those of big figures in one, and of two that are the same one."""
    figures = [one for one in charts if isinstance(one.drawing, Figure)]
    drawn = [one for one in charts if not isinstance(one.drawing, Figure)]
    once = {(one.table.headings, one.table.rows): one for one in reversed(drawn)}
    kept = [one for one in drawn if once[one.table.headings, one.table.rows] is one]
    tables = "".join(f"<div>{render_table(chart, caption=True)}{render_csv_link(chart, words)}</div>" for chart in kept)
    return (_figure_table(figures, words) if figures else "") + tables


def _figure_table(charts: Sequence[Chart], words: ChartWords) -> str:
    """Return big figures as one table, each with the way to its numbers as a file."""
    rows = "".join(_figure_row(chart, chart.drawing, words) for chart in charts if isinstance(chart.drawing, Figure))
    caption = escape(words.word("infographic.figures"), quote=False)
    return scrolling(f'<table class="tbl"><caption>{caption}</caption><tbody>{rows}</tbody></table>', caption)


def _figure_row(chart: Chart, figure: Figure, words: ChartWords) -> str:
    value = escape(words.value(figure.value, figure.measure))
    name = escape(figure.says)
    link = f'<a href="/{escape(chart.data_address)}" aria-label="{name}, CSV">CSV</a>' if chart.data_address else ""
    return f'<tr><th scope="row">{name}</th><td class="n">{value}</td><td class="n">{link}</td></tr>'


def _common_source(charts: Sequence[Chart]) -> Chart | None:
    """Return a chart whose source is that of all, so that it need be said only once."""
    return charts[0] if charts and all(chart.source == charts[0].source for chart in charts) else None


def _rows(charts: Sequence[Chart], words: ChartWords) -> Iterator[str]:
    is_common = _common_source(charts) is not None
    is_first = True
    for is_figure, group in groupby(charts, key=lambda chart: isinstance(chart.drawing, Figure)):
        found = list(group)
        if is_figure:
            yield from _figures(found, words, is_head=is_first)
        else:
            yield from _panels(found, words, is_common=is_common)
        is_first = False


def _figures(charts: Sequence[Chart], words: ChartWords, *, is_head: bool) -> Iterator[str]:
    """Yield big figures: one or two at the head of a poster set to the measure, others in twos and threes."""
    heads = charts[:_PAIR] if is_head else ()
    if heads:
        inner = "".join(_head(chart, words) for chart in heads)
        alone = " alone" if len(heads) == 1 else ""
        yield f'<div class="p c12 heads{alone}">{inner}</div>'
    rest = charts[len(heads) :]
    span = "c12" if len(rest) == 1 else "c6" if len(rest) in (_PAIR, _PAIR * 2) else "c4"
    for chart in rest:
        yield f'<div class="p {span} fig" id="{element_id(chart)}">{_figure(chart, words, set_big=False)}</div>'


def _head(chart: Chart, words: ChartWords) -> str:
    return f'<div id="{element_id(chart)}">{_figure(chart, words, set_big=True)}</div>'


def _figure(chart: Chart, words: ChartWords, *, set_big: bool) -> str:
    figure = chart.drawing
    if not isinstance(figure, Figure):
        return ""
    value = words.value(figure.value, figure.measure)
    width = words.width_em("wood", value.upper()) if set_big else None
    if width is None:
        big = f'<span class="big">{escape(value)}</span>'
    else:
        hang = " hang" if _HANGS & set(value) else ""
        big = f'<span class="big fits"><span class="fit{hang} {em_class(width)}">{escape(value)}</span></span>'
    compared = compare(figure, words)
    more = f'<span class="than">{escape(compared)}</span>' if compared else ""
    remarks = "".join(f'<span class="than">{escape(remark)}</span>' for remark in chart.remarks)
    return f"<p>{big} <span><b>{escape(figure.says)}</b> {more}{remarks}</span></p>"


def _panels(charts: Sequence[Chart], words: ChartWords, *, is_common: bool) -> Iterator[str]:
    """Yield charts two in a row; the last of an odd number takes the whole, with its words beside the drawing."""
    for place, chart in enumerate(charts):
        is_wide = place + 1 == len(charts) and place % 2 == 0
        heading = f"<h2>{escape(chart.title, quote=False)}</h2>"
        said = render_sentence(chart) + _notes(chart, words, is_common=is_common)
        said = f"<div>{said}</div>" if is_wide else said
        drawing = render_drawing(chart, words)
        span = "c12 broad" if is_wide else "c6"
        yield f'<section class="p chart {span}" id="{element_id(chart)}">{heading}{drawing}{said}</section>'


def _notes(chart: Chart, words: ChartWords, *, is_common: bool) -> str:
    if not is_common:
        return render_notes(chart, words)
    return "".join(f'<p class="remark">{escape(remark, quote=False)}</p>' for remark in chart.remarks)
