"""Describes the library and its branches: addresses, telephone, hours, and the days on which they differ."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.kernel.library import Branch, Contact, OpeningHours
from plugins.structured_data.model import Node, Speaker, filled

DAYS_AHEAD = 60
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def organization(speaker: Speaker) -> Node:
    """Return the library as the one who holds events and writes posts: one house, or a system of several."""
    library = speaker.library
    kind = {0: "Organization", 1: "Library"}.get(len(library.branches), "LibrarySystem")
    return filled(
        at_type=kind,
        at_id=speaker.absolute("#library"),
        name=library.name,
        url=speaker.absolute(""),
        logo=speaker.absolute("theme/icons/favicon.svg"),
        # Schema.org takes a library for a business, which has an address.
        address=(postal(library.contact) or _reach(library.branches[0], speaker)["address"])
        if kind == "Library"
        else "",
    )


def library_node(speaker: Speaker) -> Node:
    """Return the library with all that is known of it, for its first page."""
    library = speaker.library
    return organization(speaker) | filled(
        alternateName=library.short_name if library.short_name != library.name else "",
        slogan=library.tag_line.in_(speaker.language),
        telephone=library.contact.phone,
        email=library.contact.email,
        address=postal(library.contact),
        **_only_house(speaker),
        sameAs=[social.address for social in library.social],
        # By reference: each branch's own page describes it.
        department=[{"@id": _id(branch, speaker)} for branch in library.branches],
    )


def _only_house(speaker: Speaker) -> Node:
    """Return where it is and when it is open, for a library of one house."""
    if len(speaker.library.branches) != 1:
        return {}
    branch = speaker.library.branches[0]
    hours = [*_week(branch), *_special(branch, speaker.now.date())]
    return filled(geo=geo(branch), openingHoursSpecification=hours)


def branch_node(branch: Branch, speaker: Speaker) -> Node:
    """Return a branch with its hours, for its page."""
    return filled(
        at_type="Library",
        at_id=_id(branch, speaker),
        name=_name(branch, speaker),
        **_reach(branch, speaker),
        openingHoursSpecification=[*_week(branch), *_special(branch, speaker.now.date())],
        parentOrganization=organization(speaker),
        publicAccess=True,
        accessibilitySummary=branch.access.in_(speaker.language),
    )


def branches_node(speaker: Speaker) -> Node:
    """Return the list of all branches."""
    nodes = [branch_node(branch, speaker) for branch in speaker.library.branches]
    items = [filled(at_type="ListItem", position=place, item=node) for place, node in enumerate(nodes, 1)]
    return filled(at_type="ItemList", itemListElement=items)


def postal(where: Branch | Contact) -> Node:
    """Return an address; empty when nothing of it is known."""
    known = filled(
        streetAddress=where.street,
        addressLocality=where.city,
        addressRegion=where.region,
        postalCode=where.postal_code,
        addressCountry=where.country,
    )
    return {"@type": "PostalAddress", **known} if known else {}


def geo(branch: Branch) -> Node:
    """Return where a branch is on a map; empty when that is not known."""
    if branch.latitude is None or branch.longitude is None:
        return {}
    return {"@type": "GeoCoordinates", "latitude": branch.latitude, "longitude": branch.longitude}


def _id(branch: Branch, speaker: Speaker) -> str:
    return speaker.absolute(f"{branch.address}#branch")


def _name(branch: Branch, speaker: Speaker) -> str:
    return branch.name.in_(speaker.language)


def _reach(branch: Branch, speaker: Speaker) -> Node:
    return filled(
        url=speaker.absolute(branch.address),
        # Schema.org wants an address: without a street, the library's own name is the best there is.
        address=postal(branch) or speaker.library.name,
        geo=geo(branch),
        telephone=branch.phone,
        email=branch.email,
    )


def _week(branch: Branch) -> Iterator[Node]:
    for day, hours in zip(_DAYS, branch.week, strict=True):
        yield from (_hours(stretch, dayOfWeek=f"https://schema.org/{day}") for stretch in hours)


def _special(branch: Branch, today: date) -> Iterator[Node]:
    for ahead in range(DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        special = branch.special_on(day)
        if special is None:
            continue
        dated = {"validFrom": day.isoformat(), "validThrough": day.isoformat()}
        yield from (_hours(stretch, **dated) for stretch in special.hours)
        if not special.hours:
            yield {"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00", **dated}


def _hours(stretch: OpeningHours, **when: str) -> Node:
    opens, closes = stretch.opens.isoformat("minutes"), stretch.closes.isoformat("minutes")
    # Midnight at the end of a day: schema.org reads 00:00 after 00:00 as closed.
    return {"@type": "OpeningHoursSpecification", "opens": opens, "closes": closes.replace("00:00", "23:59"), **when}
