"""Says an event in plain words: its title, its place, and all that people ask before they come."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.calendars.model import Telling, Voice
from plugins.events.model import Event, Occurrence, Status
from plugins.kernel.library import Branch
from plugins.kernel.text import shorten
from plugins.tools import dates

# Beyond this the page says the rest: calendars of everything must stay small enough for phones.
TEXT_LIMIT = 1000


def title(one: Occurrence, voice: Voice) -> str:
    """Return what an event is called; one that does not take place says so, because some calendars drop its status."""
    if one.status is Status.CANCELLED:
        return voice.say("calendar.cancelled", {"title": one.event.summary})
    if one.status is Status.POSTPONED:
        return voice.say("calendar.postponed", {"title": one.event.summary})
    return one.event.summary


def place(one: Occurrence, voice: Voice) -> str:
    """Return where it is, with street and town: "Riverbend, Workshop, 18 Ferry Road, Juniper, CO 80000"."""
    street = street_of(one.branch) if one.branch else ""
    online = voice.say("events.online", {}) if one.event.online else ""
    return ", ".join(part for part in (one.where or online, street) if part)


def street_of(branch: Branch) -> str:
    """Return a branch's address on one line."""
    town = " ".join(part for part in (branch.region, branch.postal_code) if part)
    return ", ".join(part for part in (branch.street, branch.city, town) if part)


def description(one: Occurrence, telling: Telling, voice: Voice) -> str:
    """Return all there is to say, in paragraphs; what has changed comes first, the page's address last."""
    facts = "\n".join(_facts(one, voice))
    text = telling.text if len(telling.text) <= TEXT_LIMIT else _cut(telling.text)
    said = (state(one, voice), text or one.event.teaser, facts, voice.site + one.event.address)
    return "\n\n".join(part for part in said if part)


def _cut(text: str) -> str:
    """Return the paragraphs that fit, and the beginning of the next."""
    kept = text[:TEXT_LIMIT].rpartition("\n")[0]
    left = TEXT_LIMIT - len(kept)
    return f"{kept}\n{shorten(text[len(kept) :], left)}".strip()


def state(one: Occurrence, voice: Voice) -> str:
    """Return what has become of it, and what people must know about that."""
    said = voice.say(f"status.{one.status}", {}) if one.status is not Status.CONFIRMED else ""
    if one.status is Status.MOVED and (before := _before(one, voice.language)):
        said = voice.say("status.moved_from", {"place": before})
    return " ".join(part for part in (f"{said}." if said else "", one.note) if part)


def _before(one: Occurrence, language: str) -> str:
    if one.previous_start is None:
        return one.previous_place
    day = dates.date_words(one.previous_start.date(), language)
    return day if one.all_day else f"{day}, {dates.clock_words(one.previous_start.time(), language)}"


def _facts(one: Occurrence, voice: Voice) -> Iterator[str]:
    event, say, language = one.event, voice.say, voice.language
    yield f"{say('event.cost', {})}: {event.cost or say('events.free', {})}"
    yield from _booking(event, voice)
    whom = [audience.name.in_(language) for audience in event.audiences]
    whom += [say("event.ages", {"ages": event.ages})] if event.ages else []
    if whom:
        yield f"{say('event.for_whom', {})}: {', '.join(whom)}"
    if event.language:
        yield f"{say('event.language', {})}: {dates.language_words(event.language, language)}"
    access = event.access or (one.branch.access.in_(language) if one.branch else "")
    if access:
        yield f"{say('event.access', {})}: {access}"
    if event.partners:
        yield f"{say('event.run_with', {})}: {', '.join(event.partners)}"
    if event.online:
        yield f"{say('event.join_online', {})}: {event.online}"


def _booking(event: Event, voice: Voice) -> Iterator[str]:
    """Yield how to book, by the dates and not by how it stands now: a calendar is read later."""
    booking, say = event.registration, voice.say
    if booking.required:
        yield " ".join(part for part in (say("event.booking_needed", {}), booking.url) if part)
    elif booking.recommended:
        yield " ".join(part for part in (say("event.booking_wise", {}), booking.url) if part)
    elif booking.required is not None:
        yield say("event.no_booking", {})
    if booking.opens:
        yield say("calendar.booking_opens", {"day": dates.date_words(booking.opens.date(), voice.language)})
    if booking.last_day:
        yield say("calendar.booking_closes", {"day": dates.date_words(booking.last_day, voice.language)})
