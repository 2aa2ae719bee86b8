"""Makes what stands along a time: columns, lines, areas, before and after, and one big figure with an earlier one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from plugins.infographics import rules
from plugins.infographics.arrange import picked
from plugins.infographics.block import Block
from plugins.infographics.desk import Desk, Made, Scene
from plugins.infographics.make_ordered import made, one_series, say_either, see_axis
from plugins.infographics.model import BeforeAfter, Columns, Figure, Lines, Series, Stacking
from plugins.infographics.numbers_table import table_of
from plugins.infographics.remarks import remarks_of
from plugins.infographics.say_changes import say_changes
from plugins.infographics.say_order import say_each
from plugins.infographics.say_time import capitalized, known_of, record, say_time
from plugins.infographics.set_scene import place_of, set_scene
from plugins.infographics.worked import Place, Row, Worked


def make_columns(block: Block, desk: Desk) -> Made:
    """Draw columns from zero: plain, grouped, or upon each other."""
    scene, _ = set_scene(block, desk, by_value=False)
    see_axis(block)
    several = len(scene.worked.rows) > 1
    stacking = Stacking(block.choice("stacking", "grouped" if several else "plain"))
    if several and stacking is Stacking.PLAIN:
        stacking = Stacking.GROUPED
    if stacking is Stacking.STACKED:
        _refuse_stack(scene)
    columns = Columns(
        labels=tuple(map(scene.teller.label, scene.worked.places)),
        series=series_of(scene),
        measure=scene.measure,
        stacking=stacking,
        focus=scene.focus,
        focus_says=block.text("highlight_says"),
    )
    if scene.worked.over_time and stacking is Stacking.STACKED:
        return made(scene, columns, _say_sums(scene))
    if scene.worked.over_time or not several:
        return made(scene, columns, say_either(scene))
    return made(scene, columns, say_each(scene.worked, scene.measure, scene.teller, scene.noun))


def _say_sums(scene: Scene) -> str:
    """Return how the heights of stacked columns went; of shares, which sum to the whole, how each series did."""
    worked = scene.worked
    if worked.noticed.whole is not None:
        return say_either(scene)
    columns = (tuple(row.values[at] for row in worked.rows) for at in range(len(worked.places)))
    known = [[value for value in column if value is not None] for column in columns]
    sums = tuple(sum(values, Decimal(0)) if values else None for values in known)
    return say_time(replace(worked, rows=(Row(name="", values=sums),)), scene.measure, scene.teller, scene.noun)


def _refuse_stack(scene: Scene) -> None:
    """Refuse to put things upon each other whose sum says nothing."""
    worked = scene.worked
    if not worked.is_additive and worked.noticed.whole is None:
        what, cure = (
            "Percentages or averages upon each other have a height that says nothing.",
            "Write stacking: grouped",
        )
        raise scene.block.refusal(rules.MEAN, "stacking", what, cure)
    if any(value is not None and value < 0 for row in worked.rows for value in row.values):
        what, cure = "Columns below zero cannot stand upon each other.", "Write stacking: grouped"
        raise scene.block.refusal(rules.NEGATIVE, "stacking", what, cure)


def make_lines(block: Block, desk: Desk) -> Made:
    """Draw lines over time, broken where nothing is known."""
    scene, _ = set_scene(block, desk, by_value=False)
    if not scene.worked.over_time:
        odd = next(place.text for place in scene.worked.places if place.period is None)
        what = f'A line goes through years, months or days, and "{odd}" is none.'
        raise block.refusal(rules.PERIOD, "label", what, "Name another column under label:, or draw it as bars.")
    from_zero = block.kind == "area" or block.choice("from_zero", "yes") == "yes"
    if block.kind == "area":
        see_axis(block)
    lines = Lines(
        labels=tuple(map(scene.teller.label, scene.worked.places)),
        series=series_of(scene),
        measure=scene.measure,
        is_area=block.kind == "area",
        from_zero=from_zero,
        focus=scene.focus,
        focus_says=block.text("highlight_says"),
    )
    said = say_time(scene.worked, scene.measure, scene.teller, scene.noun)
    return made(scene, lines, said, "" if from_zero else scene.teller.say("cut_axis"))


def series_of(scene: Scene) -> tuple[Series, ...]:
    """Return the rows of a scene under the names they have on the page."""
    named = scene.teller.named
    return tuple(
        Series(name=named(row.name).full if row.name else scene.noun, values=row.values) for row in scene.worked.rows
    )


def make_before_after(block: Block, desk: Desk) -> Made:
    """Draw two values for each label, at two times, and the way from one to the other."""
    scene, shape = set_scene(block, desk, by_value=False)
    worked = scene.worked
    if len(worked.places) <= 1:
        what, cure = "There is only one time here, and this kind draws two.", "Loosen from:, to: and where:"
        raise block.refusal(rules.EMPTY, "table", what, cure)
    before = place_of(block, worked, "before") if block.text("before") else 0
    after = place_of(block, worked, "after") if block.text("after") else len(worked.places) - 1
    turned = _turned(scene, before, after)
    labels = tuple(scene.teller.label(place) for place in turned.places)
    turned = replace(turned, labeled=shape.group)
    scene = replace(scene, worked=turned, focus=_focus(block, turned))
    drawing = BeforeAfter(
        labels=labels,
        before=Series(name=scene.teller.label(worked.places[before]).full, values=turned.rows[0].values),
        after=Series(name=scene.teller.label(worked.places[after]).full, values=turned.rows[1].values),
        measure=scene.measure,
        focus=scene.focus,
    )
    return made(scene, drawing, say_changes(turned, scene.measure, scene.teller, scene.noun))


def _focus(block: Block, worked: Worked) -> int | None:
    return place_of(block, worked, "highlight") if block.text("highlight") else None


def _turned(scene: Scene, before: int, after: int) -> Worked:
    """Return the numbers with what were series along the axis, and two times as series."""
    worked = scene.worked
    places = tuple(Place(text=row.name) for row in worked.rows)
    rows = tuple(
        Row(name=scene.teller.label(worked.places[at]).full, values=tuple(row.values[at] for row in worked.rows))
        for at in (before, after)
    )
    noticed = replace(worked.noticed, partial=(), cut=(), unfinished=())
    return replace(worked, places=places, rows=rows, labeled="", noticed=noticed)


def make_figure(block: Block, desk: Desk) -> Made:
    """Set one number large, with an earlier one to compare it with."""
    scene, _ = set_scene(block, desk, by_value=False)
    one_series(scene)
    scene = _with_label(scene)
    worked = scene.worked
    known = known_of(worked, worked.values)
    at = place_of(block, worked, "at") if block.text("at") else worked.places.index(known[-1][0])
    value = _known(block, worked, at, "at")
    if not block.text("says") and scene.noun == scene.teller.say("figures"):
        cure = "Add the line says: and what it counts, such as says: books went out on loan"
        raise block.refusal(rules.MISSING, "says", "This big number does not say of what it is.", cure)
    earlier = place_of(block, worked, "earlier") if block.text("earlier") else None
    figure = Figure(
        value=value,
        measure=scene.measure,
        says=block.text("says", scene.noun),
        earlier=None if earlier is None else _known(block, worked, earlier, "earlier"),
        earlier_label="" if earlier is None else scene.teller.label(worked.places[earlier]).full,
    )
    until = known[: [place for place, _ in known].index(worked.places[at]) + 1]
    told = record(until, scene.teller, is_whole=worked.is_whole) if worked.over_time else ""
    shown = picked(worked, sorted({at if earlier is None else earlier, at}))
    # The sum of a figure and an earlier one would say nothing, and what was left out beside them does not matter.
    shown = replace(shown, is_additive=False, noticed=replace(shown.noticed, cut=()))
    scene = replace(scene, worked=shown)
    table, numbers = table_of(scene)
    return Made(
        drawing=figure,
        sentence=capitalized(scene.teller.say("that_is", record=told.lstrip(",، "))) if told else "",
        remarks=remarks_of(scene),
        table=table,
        numbers=numbers,
    )


def _with_label(scene: Scene) -> Scene:
    """Return a scene whose one number, of everything together, has its own words as a label."""
    worked = scene.worked
    if worked.places[0] != Place():
        return scene
    label = Place(text=capitalized(scene.block.text("says", scene.noun)))
    return replace(scene, worked=replace(worked, places=(label, *worked.places[1:])))


def _known(block: Block, worked: Worked, at: int, option: str) -> Decimal:
    value = worked.values[at]
    if value is None:
        what, cure = "There is no number for what the figure is to show.", "Choose another place, or fill the cell in."
        raise block.refusal(rules.EMPTY, option, what, cure)
    return value
