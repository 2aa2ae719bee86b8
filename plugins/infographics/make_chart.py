"""Makes a chart of a block: its drawing, its words, its numbers, where they come from, and a name of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from plugins.infographics import rules
from plugins.infographics.block import Block
from plugins.infographics.desk import Desk, Made, Maker
from plugins.infographics.label import Teller
from plugins.infographics.make_hours import make_hours
from plugins.infographics.make_ordered import make_bars, make_map, make_parts, make_pictogram, make_ranking
from plugins.infographics.make_timed import make_before_after, make_columns, make_figure, make_lines
from plugins.infographics.make_timeline import make_timeline
from plugins.infographics.model import Chart, Figure, Source
from plugins.infographics.say_time import capitalized
from plugins.kernel.text import slug
from plugins.tools.web_address import is_web_address

MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "figure": make_figure,
        "bars": make_bars,
        "columns": make_columns,
        "line": make_lines,
        "area": make_lines,
        "parts": make_parts,
        "pictogram": make_pictogram,
        "timeline": make_timeline,
        "before-after": make_before_after,
        "hours": make_hours,
        "map": make_map,
        "ranking": make_ranking,
    }
)


def make_chart(block: Block, desk: Desk) -> Chart:
    """Return the chart of a block; raises NoDrawingError, with every problem said."""
    source = _source(block, desk)
    made = MAKERS[block.kind](block, desk)
    source = source or made.source
    if source is None:
        raise _no_source(block)
    title = block.text("title") or made.title or _title(made, desk.teller)
    name = unique(slug(title), desk.names)
    says = "" if isinstance(made.drawing, Figure) else block.text("says")
    return Chart(
        name=name,
        title=title,
        drawing=made.drawing,
        sentence=says or made.sentence,
        remarks=made.remarks,
        source=source,
        table=made.table,
        file=f"data/{block.text('table').removeprefix('data/')}" if block.text("table") else "",
        numbers=made.numbers,
        data_address=f"{desk.address}{name}.csv" if desk.address else "",
    )


def _source(block: Block, desk: Desk) -> Source | None:
    """Return where the numbers come from: as the block says, or the text for all of its blocks."""
    name, dated = block.text("source", desk.source.name), block.text("dated", desk.source.dated)
    if name and dated:
        address = block.text("source_address") or ("" if block.text("source") else desk.source.address)
        if address and not is_web_address(address):
            what, cure = f'"{address}" is no address on the web.', "Write it in full: https://..."
            raise block.refusal(rules.VALUE, "source_address", what, cure)
        return Source(name=name, dated=dated, address=address)
    if block.kind == "hours" and not block.text("table"):
        return None
    raise _no_source(block)


def _no_source(block: Block) -> Exception:
    has_name = bool(block.text("source"))
    what = "This drawing does not say where its numbers come from, and of when they are."
    cure = (
        "Add the line dated: September 2025 to August 2026"
        if has_name
        else "Add the lines source: and dated: to the block, or to the facts at the top for all of them."
    )
    return block.refusal(rules.SOURCE, "dated" if has_name else "source", what, cure)


def _title(made: Made, teller: Teller) -> str:
    """Return what a drawing shows where nobody says so: "Loans by branch"."""
    if isinstance(made.drawing, Figure):
        return capitalized(made.drawing.says)
    return teller.say("by", value=capitalized(made.noun), label=made.table.headings[0].lower())


def unique(name: str, taken: set[str]) -> str:
    """Return a name that nothing else on the page has, and take it."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken.add(found)
    return found
