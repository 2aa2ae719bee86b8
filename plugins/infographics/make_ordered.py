"""Makes what compares one thing with another: bars, parts of a whole, a pictogram, a ranking, a map of branches."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from plugins.infographics import rules
from plugins.infographics.arrange import SHARE, by_size, first_ones, picked, refuse_negative, share
from plugins.infographics.block import Block
from plugins.infographics.desk import Desk, Made, Scene
from plugins.infographics.icons import PATHS as ICONS
from plugins.infographics.known_tables import LATITUDES, LONGITUDES
from plugins.infographics.model import Bars, Dot, DotMap, Drawing, Form, Parts, Pictogram, Ranked, Ranking
from plugins.infographics.numbers_table import table_of
from plugins.infographics.read_numbers import parse_number
from plugins.infographics.remarks import remarks_of
from plugins.infographics.say_order import say_order
from plugins.infographics.say_time import say_time
from plugins.infographics.set_scene import set_scene
from plugins.infographics.shape import Shape, column
from plugins.kernel.text import did_you_mean

MOST_PARTS = 7
_MOST_ICONS = 10
_ROUNDING = Decimal(1)
# In degrees, where latitude and longitude end.
_POLE, _DATE_LINE = 90, 180
_WITH_SHARES = frozenset({"bars", "parts", "pictogram", "ranking"})


def make_bars(block: Block, desk: Desk) -> Made:
    """Draw bars from zero, the largest first, or in their order where they are of a time."""
    scene, _ = set_scene(block, desk, by_value=True)
    one_series(scene)
    see_axis(block)
    labels = tuple(map(scene.teller.label, scene.worked.places))
    bars = Bars(labels=labels, values=scene.worked.values, measure=scene.measure, focus=scene.focus)
    return made(scene, bars, say_either(scene))


def make_parts(block: Block, desk: Desk) -> Made:
    """Draw the parts of a whole, at most seven of them."""
    scene, _ = set_scene(block, desk, by_value=True)
    one_series(scene)
    scene = _known_only(scene)
    refuse_negative(block, scene.worked)
    whole, rounding = _whole(scene)
    if len(scene.worked.places) > MOST_PARTS:
        worked = first_ones(replace(scene.worked, is_additive=True), MOST_PARTS - 1, with_rest=True)
        scene = replace(scene, worked=worked, focus=scene.focus if (scene.focus or 0) < MOST_PARTS - 1 else None)
        rounding = f"{rounding} {scene.teller.say('put_together', count=str(worked.places[-1].others))}".strip()
    parts = Parts(
        labels=tuple(map(scene.teller.label, scene.worked.places)),
        values=_decimals(scene),
        whole=whole,
        measure=scene.measure,
        focus=scene.focus,
    )
    return made(scene, parts, say_order(scene.worked, scene.measure, scene.teller, scene.noun), rounding)


def _known_only(scene: Scene) -> Scene:
    """Return a scene without the parts of which nothing is known; which these are, is remarked."""
    worked = scene.worked
    kept = [at for at, value in enumerate(worked.values) if value is not None]
    if len(kept) == len(worked.places):
        return scene
    unknown = tuple(worked.places[at] for at in range(len(worked.places)) if at not in kept)
    focus = kept.index(scene.focus) if scene.focus in kept else None
    known = picked(worked, kept)
    noticed = replace(known.noticed, unknown=(*known.noticed.unknown, *unknown))
    return replace(scene, worked=replace(known, noticed=noticed), focus=focus)


def _whole(scene: Scene) -> tuple[Decimal, str]:
    """Return the whole, and a word about rounding; raises NoDrawingError where the parts do not sum to it."""
    block, total = scene.block, sum(_decimals(scene), Decimal(0))
    if not total:
        raise block.refusal(
            rules.EMPTY, "value", "All parts are nothing.", "Choose other rows, or draw something else."
        )
    stated = block.number("whole", "100")
    is_rate = scene.measure.form is Form.PERCENT
    whole = stated or (Decimal(100) if is_rate else total)
    difference = abs(whole - total)
    if difference and (not is_rate or difference > _ROUNDING):
        what = f"The parts sum to {total:f}, and not to the whole, {whole:f}."
        raise block.refusal(rules.WHOLE, "whole" if stated else "value", what, "Mend the table, or draw it as bars.")
    return whole, scene.teller.say("rounding") if difference else ""


def make_pictogram(block: Block, desk: Desk) -> Made:
    """Draw one icon for so many."""
    scene, _ = set_scene(block, desk, by_value=True)
    one_series(scene)
    scene = _known_only(scene)
    refuse_negative(block, scene.worked)
    icon = block.text("icon", "book").casefold()
    if icon not in ICONS:
        raise block.refusal(rules.VALUE, "icon", f'There is no icon "{icon}".', did_you_mean(icon, ICONS))
    values = _decimals(scene)
    each = block.number("each", "1000") or _each(max(values))
    if max(values) / each > _MOST_ICONS * _MOST_ICONS:
        what, cure = f"That would be {int(max(values) / each):,} icons in a row.", f"Write each: {_each(max(values)):f}"
        raise block.refusal(rules.VALUE, "each", what, cure)
    pictogram = Pictogram(
        labels=tuple(map(scene.teller.label, scene.worked.places)),
        values=values,
        each=each,
        icon=icon,
        measure=scene.measure,
        focus=scene.focus,
    )
    return made(scene, pictogram, say_either(scene))


def _each(most: Decimal) -> Decimal:
    """Return a round number of which at most ten make the largest value."""
    step = Decimal(1)
    while step * _MOST_ICONS < most:
        for factor in (2, 5, 10):
            if step * factor * _MOST_ICONS >= most:
                return step * factor
        step *= 10
    return step


def make_ranking(block: Block, desk: Desk) -> Made:
    """Draw a table in the order of its values; two that are the same have the same place."""
    scene, _ = set_scene(block, desk, by_value=True)
    one_series(scene)
    worked = scene.worked
    order = [at for at in by_size(worked) if worked.values[at] is not None and not worked.places[at].others]
    values = [value for at in order if (value := worked.values[at]) is not None]
    whole = sum(values, Decimal(0)) if block.choice("further", "share") == "share" else None
    can_share = worked.is_additive and not worked.noticed.not_shown and min(values) >= 0 and len(values) > 1
    rows = tuple(
        Ranked(
            place=f"{values.index(value) + 1}{'=' if values.count(value) > 1 else ''}",
            label=scene.teller.label(worked.places[at]).full,
            value=value,
            further=_share_words(scene, value, whole) if can_share else "",
            is_focus=at == scene.focus,
        )
        for at, value in zip(order, values, strict=True)
    )
    heading = scene.teller.say("share") if rows and rows[0].further else ""
    ranking = Ranking(rows=rows, measure=scene.measure, further_heading=heading)
    return made(scene, ranking, say_order(worked, scene.measure, scene.teller, scene.noun))


def _share_words(scene: Scene, value: Decimal, whole: Decimal | None) -> str:
    part = share(value, whole) if whole else None
    return "" if part is None else scene.teller.words.value(part, SHARE)


def make_map(block: Block, desk: Desk) -> Made:
    """Draw branches as dots with values; where they lie says library.toml, or the table."""
    scene, shape = set_scene(block, desk, by_value=False)
    one_series(scene)
    where = _places_in(block, shape)
    branches = {desk.teller.named(str(one.name)).full: one for one in desk.teller.library.branches}
    dots, nowhere = [], []
    for at, place in enumerate(scene.worked.places):
        label = scene.teller.label(place)
        branch = branches.get(label.full)
        found = where.get(place.text) or (branch and (branch.latitude, branch.longitude)) or (None, None)
        if found[0] is None or found[1] is None:
            nowhere.append(label.full)
            continue
        value = scene.worked.values[at]
        dots.append(
            Dot(label=label.full, latitude=found[0], longitude=found[1], value=value, is_focus=at == scene.focus)
        )
    if not dots:
        cure = "Add columns latitude and longitude, or name the branches as library.toml does."
        raise block.refusal(rules.MISSING, "latitude", "Nothing says where these places are.", cure)
    told = scene.teller.say("nowhere", labels=", ".join(nowhere)) if nowhere else ""
    drawing = DotMap(dots=tuple(dots), measure=scene.measure)
    return made(scene, drawing, say_order(scene.worked, scene.measure, scene.teller, scene.noun), told)


def _places_in(block: Block, shape: Shape) -> dict[str, tuple[float, float]]:
    """Return where each label is, in degrees, as the table has it."""
    sheet, found = shape.sheet, []
    for option, names in (("latitude", LATITUDES), ("longitude", LONGITUDES)):
        found.append(column(block, sheet, option, block.text(option)) if block.text(option) else sheet.find(*names))
    if not all(found) or not shape.label:
        return {}
    places: dict[str, tuple[float, float]] = {}
    rows = zip(sheet.texts(shape.label), sheet.texts(found[0]), sheet.texts(found[1]), strict=True)
    for label, latitude, longitude in rows:
        try:
            here = float(parse_number(latitude)), float(parse_number(longitude))
        except ValueError:
            continue
        if abs(here[0]) <= _POLE and abs(here[1]) <= _DATE_LINE:
            places.setdefault(label, here)
    return places


def one_series(scene: Scene) -> None:
    """Refuse several series where there is room for one."""
    if len(scene.worked.rows) > 1:
        what = f'A block of the kind "{scene.block.kind}" draws one number for each label, and here are several.'
        raise scene.block.refusal(rules.VALUE, "value", what, "Draw them as columns, or choose one with where:")


def see_axis(block: Block) -> None:
    """Say that bars and columns begin at zero, whatever was asked."""
    if block.choice("from_zero", "yes") == "no":
        what = "Bars that do not begin at zero would lie about what is larger; these do begin there."
        block.say(rules.AXIS, "from_zero", what, "Take the line out, or draw a line, which may begin elsewhere.")


def say_either(scene: Scene) -> str:
    """Return a sentence about the course of time, or about the most and the least."""
    worked = scene.worked
    say = say_time if worked.over_time else say_order
    return say(worked, scene.measure, scene.teller, scene.noun)


def made(scene: Scene, drawing: Drawing, sentence: str, *remarks: str) -> Made:
    """Return what a block came to, with all its numbers and all that must be said of them."""
    table, numbers = table_of(scene, with_shares=scene.block.kind in _WITH_SHARES)
    return Made(
        drawing=drawing,
        sentence=sentence,
        remarks=remarks_of(scene, *remarks),
        table=table,
        numbers=numbers,
        noun=scene.noun,
    )


def _decimals(scene: Scene) -> tuple[Decimal, ...]:
    return tuple(value for value in scene.worked.values if value is not None)
