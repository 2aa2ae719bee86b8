"""Describes events: when and where, for whom, what it costs, how to book, and what has become of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from babel.core import get_global

from plugins.events.model import Event, Occurrence, Status
from plugins.structured_data.describe_library import geo, organization, postal
from plugins.structured_data.model import Node, Speaker, filled

_STATUS = {
    Status.CANCELLED: "EventCancelled",
    Status.POSTPONED: "EventPostponed",
}
_PRICE = re.compile(r"\D?\s*(\d+(?:[.,]\d\d)?)\s*\D?")


def event_node(one: Occurrence, speaker: Speaker) -> Node:
    """Return one time an event takes place, with all that is known of it."""
    event = one.event
    before = one.previous_start
    return filled(
        at_type="Event",
        at_id=f"{speaker.absolute(event.address)}#{one.on.isoformat()}",
        **_shared(event, speaker),
        startDate=moment(one.starts, event),
        endDate=_end(one),
        previousStartDate=moment(before, event) if before and _status(one) == "EventRescheduled" else "",
        eventStatus=f"https://schema.org/{_status(one)}",
        eventAttendanceMode=f"https://schema.org/{_attendance(one)}",
        location=_location(one, speaker),
        organizer=organization(speaker),
        offers=_offer(one, speaker),
        isAccessibleForFree=_is_free(event, speaker),
        maximumAttendeeCapacity=event.registration.places,
        image=speaker.picture_of(event.image),
    )


def series_node(event: Event, times: Sequence[Occurrence], speaker: Speaker) -> Node:
    """Return a series, and its next times."""
    nodes = [event_node(one, speaker) for one in times]
    last = event.recurrence.until if event.recurrence else max(event.also, default=None)
    return filled(
        at_type="EventSeries",
        at_id=f"{speaker.absolute(event.address)}#series",
        **_shared(event, speaker),
        startDate=event.starts.date().isoformat(),
        endDate=last.isoformat() if last else "",
        location=nodes[0]["location"] if nodes else "",
        organizer=organization(speaker),
        image=speaker.picture_of(event.image),
        subEvent=nodes,
    )


def list_node(times: Sequence[Occurrence], speaker: Speaker) -> Node:
    """Return a list of what is on."""
    nodes = [event_node(one, speaker) for one in times]
    items = [filled(at_type="ListItem", position=place, item=node) for place, node in enumerate(nodes, 1)]
    return filled(at_type="ItemList", itemListElement=items)


def moment(when: datetime, event: Event) -> str:
    """Return a day, or a moment with its offset from UTC, as ISO 8601 has them."""
    return when.date().isoformat() if event.all_day else when.isoformat(timespec="minutes")


def _shared(event: Event, speaker: Speaker) -> Node:
    return filled(
        name=event.summary,
        description=event.teaser,
        url=speaker.absolute(event.address),
        inLanguage=event.language or speaker.library.languages[0],
        typicalAgeRange=_ages(event),
        audience=[
            filled(
                at_type="PeopleAudience",
                audienceType=audience.name.in_(speaker.language),
                suggestedMinAge=audience.youngest,
                suggestedMaxAge=audience.oldest,
            )
            for audience in event.audiences
        ],
        about=[topic.name.in_(speaker.language) for topic in event.topics],
    )


def _ages(event: Event) -> str:
    """Return "0-4" or "18-", schema.org's way to say from 18 on."""
    if event.ages:
        return re.sub(r"\s*\+$", "-", event.ages.replace("–", "-"))
    limits = [audience for audience in event.audiences if (audience.youngest, audience.oldest) != (None, None)]
    if not limits or len(limits) < len(event.audiences):
        return ""
    youngest = min(audience.youngest or 0 for audience in limits)
    oldest = [audience.oldest for audience in limits if audience.oldest is not None]
    return f"{youngest}-{max(oldest) if len(oldest) == len(limits) else ''}"


def _end(one: Occurrence) -> str:
    if one.ends is None:
        return ""
    return _day(one.last_date) if one.all_day else moment(one.ends, one.event)


def _day(day: date) -> str:
    return day.isoformat()


def _status(one: Occurrence) -> str:
    is_later = one.status is Status.MOVED and one.previous_start not in (None, one.starts)
    return _STATUS.get(one.status, "EventRescheduled" if is_later else "EventScheduled")


def _is_at_a_place(one: Occurrence) -> bool:
    return bool(one.branch or one.where) or not one.event.online


def _attendance(one: Occurrence) -> str:
    if not one.event.online:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if _is_at_a_place(one) else "OnlineEventAttendanceMode"


def _location(one: Occurrence, speaker: Speaker) -> Node | list[Node]:
    found = [_place(one, speaker)] if _is_at_a_place(one) else []
    if one.event.online:
        found.append({"@type": "VirtualLocation", "url": one.event.online})
    return found if len(found) > 1 else found[0]


def _place(one: Occurrence, speaker: Speaker) -> Node:
    branch, library = one.branch, speaker.library
    if branch is None:
        name = one.where or speaker.say("events.place_to_come", {})
        address: Any = one.where or postal(library.contact) or library.name
        return filled(at_type="Place", name=name, address=address)
    return filled(
        at_type="Place",
        name=f"{library.name}, {branch.name.in_(speaker.language)}",
        address=postal(branch) or f"{branch.name.in_(speaker.language)}, {library.name}",
        geo=geo(branch),
        url=speaker.absolute(branch.address),
    )


def _offer(one: Occurrence, speaker: Speaker) -> Node:
    booking, event = one.event.registration, one.event
    price = _price(event, speaker)
    return filled(
        at_type="Offer",
        price=price,
        priceCurrency=_currency(one, speaker) if price else "",
        description=event.cost,
        url=booking.url or speaker.absolute(event.address),
        availability=f"https://schema.org/{_availability(one, speaker)}",
        validFrom=booking.opens.isoformat(timespec="minutes") if booking.opens else "",
    )


def _is_free(event: Event, speaker: Speaker) -> bool:
    price = _price(event, speaker)
    return bool(price) and not float(price)


def _price(event: Event, speaker: Speaker) -> str:
    """Return the price as a number, "0" for what is free; "" where the words say more than a number."""
    free = {"", "free", speaker.say("events.free", {}).casefold()}
    if event.cost.casefold().rstrip(".") in free:
        return "0"
    found = _PRICE.fullmatch(event.cost)
    return found[1].replace(",", ".") if found else ""


def _currency(one: Occurrence, speaker: Speaker) -> str:
    """Return the currency of the country where it takes place (CLDR); "" where no country is known."""
    country = (one.branch.country if one.branch else "") or speaker.library.contact.country
    current = [code for code, _, ends, is_tender in _money(country) if is_tender and ends is None]
    return current[0] if len(current) == 1 else ""


def _money(country: str) -> list[Any]:
    return list(get_global("territory_currencies").get(country.upper(), ()))


def _availability(one: Occurrence, speaker: Speaker) -> str:
    said = one.booking(speaker.now)
    if said == "full" or one.status is Status.FULL:
        return "SoldOut"
    return {"not-yet": "PreOrder", "closed": "OutOfStock"}.get(said, "InStock")
