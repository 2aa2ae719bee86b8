"""Writes one chart as HTML: its drawing, in words, where its numbers come from, and all of them as a table."""

from __future__ import annotations

import re
from html import escape

from plugins.infographics.chart_words import ChartWords
from plugins.infographics.compare import compare
from plugins.infographics.describe import describe
from plugins.infographics.draw import draw
from plugins.infographics.model import Chart, Figure, ShownTable, Source
from plugins.infographics.render_svg import CLASSES, number, render_marks

# What stands in a cell that is a number, as it is written in any language.
_NUMBER = re.compile(r"[-−+]?[^\w\s]?\s?\d[\d.,\s\u00a0\u202f']*(?:\s?[%‰$€£]|\s?\w{1,4}\$?)?|[–—]?")


def render_chart(chart: Chart, words: ChartWords) -> str:
    """Return the figure of a chart as it stands in a text, with its table folded away below it."""
    name = element_id(chart)
    return (
        f'<figure class="chart wide" id="{name}" aria-labelledby="{name}-h">'
        f'<figcaption><b id="{name}-h">{_text(chart.title)}</b>{render_sentence(chart)}</figcaption>'
        f"{render_drawing(chart, words)}{render_notes(chart, words)}"
        f"{_folded(chart, words)}</figure>"
    )


def _folded(chart: Chart, words: ChartWords) -> str:
    return (
        f"<details><summary>{_text(words.word('infographic.as_table'))}</summary>{render_table(chart)}"
        f"{render_csv_link(chart, words)}</details>"
    )


def element_id(chart: Chart) -> str:
    """Return the id of a chart on its page, which no heading of a text has."""
    return f"chart-{chart.name}"


def render_drawing(chart: Chart, words: ChartWords) -> str:
    """Return the drawing alone, by classes: SVG, or of a big figure, type."""
    if isinstance(chart.drawing, Figure):
        return render_figure(chart.drawing, words)
    name = element_id(chart)
    picture = draw(chart.drawing, words)
    told = describe(chart.drawing, words)
    return (
        f'<svg viewBox="0 0 {number(picture.width)} {number(picture.height)}" role="img" '
        f'aria-labelledby="{name}-t" aria-describedby="{name}-d">'
        f'<title id="{name}-t">{_text(chart.title)}</title><desc id="{name}-d">{_text(told)}</desc>'
        f"{render_marks(picture, name, CLASSES)}</svg>"
    )


def render_figure(figure: Figure, words: ChartWords) -> str:
    """Return a big figure as type, its words, and how it compares to an earlier one."""
    value = words.value(figure.value, figure.measure)
    compared = compare(figure, words)
    more = f' <span class="than">{_text(compared)}</span>' if compared else ""
    return f'<p class="fig"><span class="big">{_text(value)}</span> <b>{_text(figure.says)}</b>{more}</p>'


def render_sentence(chart: Chart) -> str:
    """Return what the drawing shows, in a sentence."""
    return f'<p class="say">{_text(chart.sentence)}</p>' if chart.sentence else ""


def render_notes(chart: Chart, words: ChartWords) -> str:
    """Return what a reader must know to trust the drawing, and where its numbers come from."""
    remarks = "".join(f'<p class="remark">{_text(remark)}</p>' for remark in chart.remarks)
    return f'{remarks}<p class="from">{render_source(chart.source, words)}</p>'


def render_source(source: Source, words: ChartWords) -> str:
    """Return where numbers come from, and of when they are."""
    named = _text(source.name)
    if source.address:
        named = f'<a href="{escape(source.address)}">{named}</a>'
    return _text(words.word("infographic.source", name="\0", dated=source.dated)).replace("\0", named)


def render_table(chart: Chart, *, caption: bool = False) -> str:
    """Return all numbers of a chart as a table."""
    shown = chart.table
    numeric = _numeric(shown)
    head = "".join(
        f'<th scope="col"{_class(is_number=is_number)}>{_text(heading)}</th>'
        for heading, is_number in zip(shown.headings, numeric, strict=True)
    )
    rows = "".join(_row(row, numeric) for row in shown.rows)
    foot = _row(shown.foot, numeric, "b") if shown.foot else ""
    title = f"<caption>{_text(chart.title)}</caption>" if caption else ""
    table = f'<table class="tbl">{title}<thead><tr>{head}</tr></thead><tbody>{rows}{foot}</tbody></table>'
    return scrolling(table, chart.title)


def scrolling(table: str, name: str) -> str:
    """Return a table in a box that scrolls where it is wider than the page, and is reached by the keyboard.

    A group and no region: a page with a dozen tables would have a dozen landmarks.
    """
    return f'<div class="scrollx" tabindex="0" role="group" aria-label="{escape(name)}">{table}</div>'


def render_csv_link(chart: Chart, words: ChartWords) -> str:
    """Return the way to the numbers as a file; nothing where they are not published."""
    if not chart.data_address:
        return ""
    said = _text(words.word("infographic.csv"))
    return f'<p class="small mt4 noprint"><a href="/{escape(chart.data_address)}">{said}</a></p>'


def _numeric(shown: ShownTable) -> tuple[bool, ...]:
    """Return which columns hold numbers, so that these stand below each other by their ends."""
    return tuple(
        place > 0 and all(_NUMBER.fullmatch(row[place]) for row in shown.rows) for place in range(len(shown.headings))
    )


def _class(*, is_number: bool) -> str:
    return ' class="n"' if is_number else ""


def _row(cells: tuple[str, ...], numeric: tuple[bool, ...], tag: str = "") -> str:
    head, *rest = cells
    begin, end = (f"<{tag}>", f"</{tag}>") if tag else ("", "")
    data = "".join(
        f"<td{_class(is_number=is_number)}>{begin}{_text(cell)}{end}</td>"
        for cell, is_number in zip(rest, numeric[1:], strict=True)
    )
    return f'<tr><th scope="row">{_text(head)}</th>{data}</tr>'


def _text(words: str) -> str:
    return escape(words, quote=False)
