"""What branches, audiences, topics and access have in common (ids, names, mail addresses), and the last three."""

from __future__ import annotations

import re
from typing import cast, get_args

from plugins.kernel.library import Audience, Band, Provision, Topic
from plugins.kernel.text import did_you_mean, slug
from plugins.library import rules
from plugins.library.parse_ages import parse_ages
from plugins.library.reading import Section

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_BANDS: tuple[str, ...] = get_args(Band)


def read_id(section: Section, taken: tuple[str, ...]) -> str:
    """Return the id of a thing that must have a name; "" when it cannot be on the site."""
    name = str(section.phrase("name"))
    if not name:
        section.missing("name", '"…"')
        return ""
    if not section.has("id"):
        what = f'"{name}" has no id, so that its address would change with its name.'
        section.report(rules.MISSING_ID, "id", what=what, cure=f'Add a line: id = "{slug(name)}"')
    id_ = section.text("id", slug(name))
    if not _ID.fullmatch(id_):
        what = f'The id "{id_}" holds more than small letters, digits and hyphens.'
        section.report(rules.BAD_ID, "id", what=what, cure=f'Did you mean "{slug(id_)}"?')
        return ""
    if id_ in taken:
        what = f'The id "{id_}" is there already; "{name}" is left out.'
        section.report(rules.DUPLICATE_ID, "id", what=what, cure="Give one of the two another id.")
        return ""
    return id_


def read_email(section: Section) -> str:
    """Return a mail address, or ""."""
    email = section.text("email")
    if email and not _EMAIL.fullmatch(email):
        what = f'"{email}" is not a mail address.'
        section.report(rules.BAD_ADDRESS, "email", what=what, cure='Write one such as "ask@juniper.example".')
        return ""
    return email


def read_audiences(section: Section) -> tuple[Audience, ...]:
    """Return every audience, in order."""
    found: dict[str, Audience] = {}
    for below in section.sections("audiences"):
        id_ = read_id(below, tuple(found))
        if id_:
            youngest, oldest = _ages(below)
            name = below.phrase("name")
            found[id_] = Audience(id=id_, name=name, youngest=youngest, oldest=oldest, band=_band(below))
    return tuple(found.values())


def _ages(section: Section) -> tuple[int | None, int | None]:
    ages = section.parsed("ages", rules.BAD_AGES, lambda value: parse_ages(str(value)))
    return ages or (None, None)


def _band(section: Section) -> Band:
    band = section.text("band", "solid")
    if band in _BANDS:
        return cast("Band", band)
    what = f'There is no band "{band}".'
    section.report(rules.BAD_CHOICE, "band", what=what, cure=did_you_mean(band, _BANDS))
    return "solid"


def read_topics(section: Section) -> tuple[Topic, ...]:
    """Return every topic, in order."""
    found: dict[str, Topic] = {}
    for below in section.sections("topics"):
        id_ = read_id(below, tuple(found))
        if id_:
            found[id_] = Topic(id=id_, name=below.phrase("name"))
    return tuple(found.values())


def read_access(section: Section) -> tuple[Provision, ...]:
    """Return every provision of access, in order."""
    found: dict[str, Provision] = {}
    for below in section.sections("access"):
        id_ = read_id(below, tuple(found))
        if id_:
            found[id_] = Provision(id=id_, name=below.phrase("name"), words=below.texts("words"))
    return tuple(found.values())
