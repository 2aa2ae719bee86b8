"""Says in a sentence what changed between two series, such as before and after: how many rose or fell, and the most."""

from __future__ import annotations

from decimal import Decimal

from plugins.infographics.label import Teller
from plugins.infographics.model import Measure
from plugins.infographics.say_time import capitalized
from plugins.infographics.worked import Place, Worked


def say_changes(worked: Worked, measure: Measure, teller: Teller, noun: str) -> str:
    """Return how the last series compares with the first: at how many places it is more, and where by the most."""
    first, last = worked.rows[0], worked.rows[-1]
    pairs = zip(worked.places, first.values, last.values, strict=True)
    known = [(place, one, other) for place, one, other in pairs if one is not None and other is not None]
    if not known:
        return ""
    names = {"noun": capitalized(noun), "first": _name(first.name, teller), "last": _name(last.name, teller)}
    if len(known) == 1:
        return teller.say("changed_alone", **names, **_change(known[0], measure, teller))
    up = sum(other > one for _, one, other in known)
    down = sum(other < one for _, one, other in known)
    same = len(known) - up - down
    counts = {"up": str(up), "down": str(down), "same": str(same), "count": str(len(known))}
    said = teller.say("changed_none" if same == len(known) else "changed_many", **names, **counts)
    if same == len(known):
        return said
    most = max(known, key=lambda one: abs(one[2] - one[1]))
    return f"{said} {teller.say('changed_most', **names, **_change(most, measure, teller))}"


def _change(known: tuple[Place, Decimal, Decimal], measure: Measure, teller: Teller) -> dict[str, str]:
    place, before, after = known
    words = teller.words
    return {
        "label": teller.label(place).full,
        "before": words.value(before, measure),
        "after": words.value(after, measure),
    }


def _name(name: str, teller: Teller) -> str:
    return teller.named(name).full
