"""What a reader must know to trust a drawing: what is missing, left out, put together or averaged."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.infographics.desk import Scene
from plugins.infographics.label import Teller
from plugins.infographics.say_order import listed
from plugins.infographics.worked import Place

# Of more than these, the number is said.
_NAMED = 3


def remarks_of(scene: Scene, *more: str) -> tuple[str, ...]:
    """Return everything that must be said of the numbers of a block, and what its author says besides."""
    worked, noticed, say = scene.worked, scene.worked.noticed, scene.teller.say
    unknown = [place for at, place in enumerate(worked.places) if all(row.values[at] is None for row in worked.rows)]
    some = [place for at, place in enumerate(worked.places) if any(row.values[at] is None for row in worked.rows)]
    some = [place for place in some if place not in unknown]
    found = [_about(key, places, scene.teller) for key, places in _lists(scene, unknown, some) if places]
    if noticed.partial:
        found.append(say("partial", count=str(len(noticed.partial)), all=str(len(worked.places))))
    if noticed.not_shown:
        found.append(say("not_shown", n=noticed.not_shown, count=str(noticed.not_shown)))
    if noticed.whole is not None:
        found.append(say("shares_of", whole=scene.teller.words.value(noticed.whole, scene.measure_of_whole)))
    if noticed.is_mean_of_means:
        found.append(say("mean_of_means"))
    if noticed.is_mean:
        found.append(say("mean"))
    return (*found, *(one for one in more if one), *scene.block.texts_of("remark"))


def _lists(scene: Scene, unknown: list[Place], some: list[Place]) -> tuple[tuple[str, Sequence[Place]], ...]:
    noticed = scene.worked.noticed
    return (
        ("no_figures", [*unknown, *noticed.unknown]),
        ("some_figures", some),
        ("cut", noticed.cut),
        ("unfinished", noticed.unfinished),
    )


def _about(key: str, places: Sequence[Place], teller: Teller) -> str:
    labels = [teller.label(place).full for place in places]
    if len(labels) > _NAMED:
        rest = len(labels) - _NAMED + 1
        labels = [*labels[: _NAMED - 1], teller.say("more", n=rest, count=str(rest))]
    return teller.say(key, labels=listed(labels, teller))
