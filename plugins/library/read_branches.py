"""Branches, their week, and the days on which they keep other hours."""

from __future__ import annotations

from dataclasses import replace

from plugins.kernel.library import Branch, OpeningHours, SpecialDay, Week
from plugins.kernel.text import did_you_mean
from plugins.library import rules
from plugins.library.keys import DAYS
from plugins.library.parse_days import parse_days
from plugins.library.parse_hours import parse_hours
from plugins.library.read_words import read_email, read_id
from plugins.library.reading import Section

_POLE = 90
_DATE_LINE = 180


def read_branches(section: Section) -> tuple[Branch, ...]:
    """Return every branch, with the closures that are about it among its special days."""
    branches: dict[str, Branch] = {}
    for below in section.sections("branches"):
        branch = _branch(below, taken=tuple(branches))
        if branch:
            branches[branch.id] = branch
    for below in section.sections("closures"):
        days = _special_days(below)
        for id_ in read_branch_ids(below, tuple(branches)):
            branches[id_] = replace(branches[id_], special_days=(*branches[id_].special_days, *days))
    return tuple(branches.values())


def read_branch_ids(section: Section, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the branches that something is about: all of them when it names none."""
    if not section.raw("branches"):
        return known
    named = section.texts("branches")
    for index, id_ in enumerate(named):
        if id_ not in known:
            report_unknown_branch(section, "branches", id_, known, item=index)
    return tuple(id_ for id_ in named if id_ in known)


def report_unknown_branch(
    section: Section, key: str, id_: str, known: tuple[str, ...], *, item: int | None = None
) -> None:
    """Note a branch that library.toml does not describe."""
    what = f'There is no branch "{id_}" in library.toml.'
    cure = did_you_mean(id_, known) if known else "Describe it first, under [[branches]]."
    section.report(rules.UNKNOWN_BRANCH, key, what=what, cure=cure, item=item)


def _branch(section: Section, taken: tuple[str, ...]) -> Branch | None:
    id_ = read_id(section, taken)
    week = _week(section)
    special_days = tuple(day for below in section.sections("special_days") for day in _special_days(below))
    if not id_:
        return None
    name = section.phrase("name")
    return Branch(
        id=id_,
        name=name,
        short_name=section.text("short_name", str(name)),
        street=section.text("street"),
        city=section.text("city"),
        region=section.text("region"),
        postal_code=section.text("postal_code"),
        country=section.text("country"),
        latitude=section.number("latitude", -_POLE, _POLE),
        longitude=section.number("longitude", -_DATE_LINE, _DATE_LINE),
        phone=section.text("phone"),
        email=read_email(section),
        access=section.phrase("access"),
        getting_here=section.phrase("getting_here"),
        rooms=section.texts("rooms"),
        week=week,
        special_days=special_days,
    )


def _week(section: Section) -> Week:
    hours = section.section("hours")
    if not section.has("hours"):
        name = section.phrase("name") or section.text("id") or "a branch"
        section.reading.defaults.append(f"Hours of {name}: closed all week, as none are given.")
    return tuple(_hours(hours, day) or () for day in DAYS)


def _hours(section: Section, key: str) -> tuple[OpeningHours, ...] | None:
    """Return the hours of a key, none for "closed"; None when they are missing or unclear."""
    if not isinstance(section.raw(key), str):
        section.text(key)
        return None
    return section.parsed(key, rules.BAD_HOURS, lambda value: parse_hours(str(value)))


def _special_days(section: Section) -> tuple[SpecialDay, ...]:
    """Return the days of one entry; none when a part of it is unclear, for no hours are better than wrong ones."""
    if not section.has("date"):
        section.missing("date", "2026-12-24")
        return ()
    days = section.parsed("date", rules.BAD_DATE, lambda first: parse_days(first, section.raw("until")))
    hours = _hours(section, "hours") if section.has("hours") else ()
    reason = section.phrase("reason")
    if days is None or hours is None:
        return ()
    return tuple(replace(day, hours=hours, reason=reason) for day in days)
