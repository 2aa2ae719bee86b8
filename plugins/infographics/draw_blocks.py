"""Draws the blocks of a text: each that names a kind of drawing becomes a chart, or says that one is missing."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from plugins.infographics.block import FENCE, Block, Fenced, NoDrawingError, read_block
from plugins.infographics.desk import Desk
from plugins.infographics.make_chart import make_chart
from plugins.infographics.model import Chart
from plugins.kernel.problems import Problem
from plugins.tools.content_files import ContentFiles
from plugins.tools.source import Source

# A block of code as Markdown makes one of a fenced block with a word.
_CODE = re.compile(r'<pre><code class="language-(?P<word>[\w-]+)">(?P<text>.*?)</code></pre>', re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')
# Comments of authors are taken out before, so that these are ours.
OPEN, CLOSE = "<!--chart {name}-->", "<!--/chart-->"
_PART = re.compile(r"<!--chart (?P<name>[^>]*?)-->(?P<html>.*?)<!--/chart-->", re.DOTALL)

Render = Callable[[Chart], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a text with drawings: prose, or the chart of a name; "" for a drawing that is missing."""

    html: str
    is_chart: bool = False
    name: str = ""


def draw_blocks(
    source: Source, markup: str, files: ContentFiles, problems: list[Problem], *, desk: Desk, render: Render
) -> tuple[str, tuple[Chart, ...]]:
    """Return the HTML of a text with its drawings, and the charts."""
    # What others wrote names no table of ours: whatever their blocks are, they are code.
    if not source.own or 'class="language-' not in markup:
        return markup, ()
    charts: list[Chart] = []
    desk = replace(desk, files=files, names=set(_ID.findall(markup)))
    places = list(_fences(source))

    def drawn(found: re.Match[str]) -> str:
        fenced = _fenced(found, places, source)
        if not fenced.is_drawn:
            return found[0]
        block = read_block(fenced, source.file, problems)
        try:
            chart = make_chart(block, desk) if block else None
        except NoDrawingError:
            chart = None
        if chart is None:
            return _missing(block, desk)
        charts.append(chart)
        return f"{OPEN.format(name=chart.name)}{render(chart)}{CLOSE}"

    return _CODE.sub(drawn, markup), tuple(charts)


def _fences(source: Source) -> Iterator[tuple[str, int]]:
    """Yield the word and the line of each fence that opens a block of code."""
    closing = ""
    for number, line in enumerate(source.text.split("\n"), source.line):
        found = FENCE.match(line)
        if closing:
            closing = "" if line.strip() == closing else closing
        elif found:
            closing = found["fence"]
            yield found["word"], number
        elif line.startswith(("```", "~~~")):
            closing = line.strip()


def _fenced(found: re.Match[str], places: list[tuple[str, int]], source: Source) -> Fenced:
    """Return a block of code with the line that opens it: they stand in the HTML in the order of the text."""
    word, line = found["word"].casefold(), source.line
    while places:
        opened, at = places.pop(0)
        if opened.casefold() == word:
            line = at
            break
    return Fenced(word=word, text=html.unescape(found["text"]), line=line)


def _missing(block: Block | None, desk: Desk) -> str:
    """Return what stands in the place of a drawing that is missing."""
    title = str(block.options.get("title", "")) if block else ""
    said = desk.teller.say("missing_of", title=title) if title else desk.teller.say("missing")
    return f'{OPEN.format(name="")}<p class="chart-missing"><em>{html.escape(said)}</em></p>{CLOSE}'


def parts_of(markup: str) -> tuple[Part, ...]:
    """Return the pieces of a text in order: prose and charts."""
    parts, done = [], 0
    for found in _PART.finditer(markup):
        parts += [Part(html=markup[done : found.start()]), Part(html=found["html"], is_chart=True, name=found["name"])]
        done = found.end()
    parts.append(Part(html=markup[done:]))
    return tuple(part for part in parts if part.html.strip())
