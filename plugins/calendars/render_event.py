"""Writes one event or series as the lines of a calendar (RFC 5545, RFC 7986)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from plugins.calendars import describe
from plugins.calendars.content_lines import line, parameter, text_line, texts_line, time_line, utc
from plugins.calendars.model import Period, Planned, Series, Telling, Voice, Written
from plugins.calendars.plan_series import plan_series
from plugins.calendars.render_zone import zone_name
from plugins.events.model import Event, Occurrence, Status
from plugins.kernel.moments import combine

# For events of which nobody wrote when they last changed: the clock of the build is never read for this.
UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
_STATUS = {
    Status.CANCELLED: "CANCELLED",
    Status.TENTATIVE: "TENTATIVE",
    # Not CANCELLED, which Google takes away: people are to read that it is put off.
    Status.POSTPONED: "TENTATIVE",
}
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"


def render_event(planned: Planned, telling: Telling, voice: Voice, period: Period) -> Written | None:
    """Return an event's lines for the times at which it takes place; None when there is none."""
    event, times = planned.event, planned.times
    if not times:
        return None
    series = plan_series(event, times, planned.ruled) if event.is_series else Series(first=times[0])
    parts = [_lines(series.first, tuple(_recurrence(series)), telling, voice)]
    parts += [_lines(one, (_recurrence_id(one),), telling, voice) for one in series.changed]
    # By the day and not by the hour, so that a calendar is the same all day.
    coming = [one.starts.astimezone(UTC) for one in times if one.last_date >= period.now.date()]
    return Written(
        event=event,
        lines=b"".join(parts),
        zone="" if event.all_day else zone_name(event.starts.tzinfo),
        year=min(series.first.starts.year, *(one.starts.year for one in times)),
        next=min(coming, default=None),
        last=max(one.finishes.astimezone(UTC) for one in times),
        is_current=any(one.date <= period.last and one.last_date >= period.first for one in times),
    )


def _recurrence(series: Series) -> Iterator[bytes]:
    """Yield how a series goes on, which of its days are added, and which are out."""
    event = series.first.event
    if series.rule and series.until is not None:
        yield line("RRULE", _rule(series.rule, series.until))
    elif series.added:
        # ical.js passes over the first time of what has dates and no rule.
        yield line("RRULE", "FREQ=DAILY;COUNT=1")
    for name, days in (("RDATE", series.added), ("EXDATE", series.excluded)):
        if days:
            yield time_line(name, *(_moment(event, day) for day in days))


def _rule(rule: str, until: Occurrence) -> str:
    """Return a rule that ends with its last day; RFC 5545 (3.3.10) wants that in UTC where its times have a zone."""
    frequency, *others = rule.split(";")
    last = f"{until.date:%Y%m%d}" if until.all_day else utc(until.starts)
    return ";".join((frequency, f"UNTIL={last}", *others))


def _recurrence_id(one: Occurrence) -> bytes:
    return time_line("RECURRENCE-ID", _moment(one.event, one.on))


def _moment(event: Event, day: date) -> date | datetime:
    """Return a day of a series as its DTSTART has it."""
    return day if event.all_day else _written(combine(day, event.starts.time(), event.starts.tzinfo or UTC)[0])


def _written(moment: datetime) -> datetime:
    """Return a moment as it is written: in UTC where the wall clock shows a time for the second time."""
    return moment.astimezone(UTC) if moment.fold else moment


def _lines(one: Occurrence, recurrence: tuple[bytes, ...], telling: Telling, voice: Voice) -> bytes:
    return b"".join((_BEGIN, *_when(one, recurrence, voice), *_what(one, telling, voice), _END))


def _when(one: Occurrence, recurrence: tuple[bytes, ...], voice: Voice) -> Iterator[bytes]:
    event = one.event
    yield text_line("SUMMARY", describe.title(one, voice))
    yield from _times(one)
    yield line("DTSTAMP", utc(event.last_changed or UNKNOWN))
    yield line("UID", voice.uid(event))
    is_changed = one.change is not None
    yield from recurrence if is_changed else ()
    yield line("SEQUENCE", str(event.sequence))
    yield from () if is_changed else recurrence


def _times(one: Occurrence) -> Iterator[bytes]:
    if one.all_day:
        yield time_line("DTSTART", one.date)
        yield time_line("DTEND", one.last_date + timedelta(days=1))
        return
    yield time_line("DTSTART", _written(one.starts))
    # Without an end, none is made up: calendars show a moment then.
    if one.ends and one.ends.astimezone(UTC) > one.starts.astimezone(UTC):
        yield time_line("DTEND", _written(one.ends))


def _what(one: Occurrence, telling: Telling, voice: Voice) -> Iterator[bytes]:
    """Yield all but the times, by name."""
    event, branch = one.event, one.branch
    yield from _filed(one, voice)
    if one.note:
        yield text_line("COMMENT", one.note)
    if event.online.startswith(("https://", "http://")):
        label = parameter("LABEL", voice.say("event.join_online", {}))
        yield line(f"CONFERENCE;{label};VALUE=URI", event.online)
    yield from (text_line("CONTACT", partner) for partner in event.partners)
    yield text_line("DESCRIPTION", describe.description(one, telling, voice))
    if branch and branch.latitude is not None and branch.longitude is not None:
        yield line("GEO", f"{branch.latitude};{branch.longitude}")
    if telling.image:
        yield line("IMAGE;DISPLAY=BADGE;VALUE=URI", telling.image)
    if event.last_changed:
        yield line("LAST-MODIFIED", utc(event.last_changed))
    if where := describe.place(one, voice):
        yield text_line("LOCATION", where)
    yield line("STATUS", _STATUS.get(one.status, "CONFIRMED"))
    yield line("TRANSP", "TRANSPARENT" if event.all_day or one.is_off else "OPAQUE")
    yield line("URL", voice.site + event.address)
    yield from (text_line(name, text) for name, text in (("X-AGES", event.ages), ("X-COST", event.cost)) if text)


def _filed(one: Occurrence, voice: Voice) -> Iterator[bytes]:
    event = one.event
    names = [audience.name for audience in event.audiences] + [topic.name for topic in event.topics]
    if names:
        yield texts_line("CATEGORIES", (name.in_(voice.language) for name in names))
