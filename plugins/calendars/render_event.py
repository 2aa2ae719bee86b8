"""Writes one event or series as the lines of a calendar (RFC 5545, RFC 7986; icalendar folds and escapes them)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Event as Lines
from icalendar.prop import vRecur, vText

from plugins.calendars import describe
from plugins.calendars.model import Period, Planned, Series, Telling, Voice, Written
from plugins.calendars.plan_series import plan_series
from plugins.calendars.render_zone import zone_name
from plugins.events.model import Event, Occurrence, Status
from plugins.kernel.moments import combine
from plugins.kernel.text import without_unseen

# For events of which nobody wrote when they last changed: the clock of the build is never read for this.
UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
_STATUS = {
    Status.CANCELLED: "CANCELLED",
    Status.TENTATIVE: "TENTATIVE",
    # Not CANCELLED, which Google takes away: people are to read that it is put off.
    Status.POSTPONED: "TENTATIVE",
}


def render_event(planned: Planned, telling: Telling, voice: Voice, period: Period) -> Written | None:
    """Return an event's lines for the times at which it takes place; None when there is none."""
    event, times = planned.event, planned.times
    if not times:
        return None
    series = plan_series(event, times, planned.ruled) if event.is_series else Series(first=times[0])
    parts = [_main(series, telling, voice), *(_changed(one, telling, voice) for one in series.changed)]
    coming = [one.starts.astimezone(UTC) for one in times if one.state(period.now) != "done"]
    return Written(
        event=event,
        lines=b"".join(bytes(part.to_ical()) for part in parts),
        zone=zone_name(event.starts.tzinfo) if not event.all_day else "",
        year=min(series.first.starts.year, *(one.starts.year for one in times)),
        next=min(coming, default=None),
        last=max(one.finishes.astimezone(UTC) for one in times),
        is_current=any(one.date <= period.last and one.last_date >= period.first for one in times),
    )


def _main(series: Series, telling: Telling, voice: Voice) -> Lines:
    made, event = _common(series.first, telling, voice), series.first.event
    if series.rule and series.until is not None:
        made.add("rrule", _rule(series.rule, series.until))
    if series.excluded:
        made.add("exdate", [_moment(event, day) for day in series.excluded])
    if series.added and not series.rule:
        # ical.js passes over the first time of what has dates and no rule.
        made.add("rrule", vRecur(freq="daily", count=1))
    if series.added:
        made.add("rdate", [_moment(event, day) for day in series.added])
    return made


def _rule(rule: str, until: Occurrence) -> vRecur:
    """Return a rule that ends with its last day; RFC 5545 (3.3.10) wants that in UTC where its times have a zone."""
    made: vRecur = vRecur.from_ical(rule)
    made["until"] = until.date if until.all_day else until.starts.astimezone(UTC)
    return made


def _changed(one: Occurrence, telling: Telling, voice: Voice) -> Lines:
    made = _common(one, telling, voice)
    made.add("recurrence-id", _moment(one.event, one.on))
    return made


def _moment(event: Event, day: date) -> date | datetime:
    """Return a day of a series as its DTSTART has it."""
    return day if event.all_day else _written(combine(day, event.starts.time(), event.starts.tzinfo or UTC)[0])


def _written(moment: datetime) -> datetime:
    """Return a moment as it is written: in its zone, else in UTC; so too where the wall clock shows a time twice."""
    return moment if zone_name(moment.tzinfo) and not moment.fold else moment.astimezone(UTC)


def _common(one: Occurrence, telling: Telling, voice: Voice) -> Lines:
    event, made = one.event, Lines()
    made.add("uid", voice.uid(event))
    made.add("dtstamp", (event.updated or UNKNOWN).astimezone(UTC))
    if event.updated:
        made.add("last-modified", event.updated.astimezone(UTC))
    made.add("sequence", event.sequence)
    _add_times(made, one)
    made.add("summary", without_unseen(describe.title(one, voice)))
    made.add("status", _STATUS.get(one.status, "CONFIRMED"))
    made.add("transp", "TRANSPARENT" if event.all_day or one.is_off else "OPAQUE")
    made.add("url", voice.site + event.address)
    made.add("description", without_unseen(describe.description(one, telling, voice)))
    if where := describe.place(one, voice):
        made.add("location", without_unseen(where))
    if one.branch and one.branch.latitude is not None and one.branch.longitude is not None:
        made.add("geo", (one.branch.latitude, one.branch.longitude))
    _add_more(made, one, telling, voice)
    return made


def _add_times(made: Lines, one: Occurrence) -> None:
    if one.all_day:
        last = one.last_date if one.ends else one.date
        made.add("dtstart", one.date)
        made.add("dtend", last + timedelta(days=1))
        return
    made.add("dtstart", _written(one.starts))
    # Without an end, none is made up: calendars show a moment then.
    if one.ends and one.ends.astimezone(UTC) > one.starts.astimezone(UTC):
        made.add("dtend", _written(one.ends))


def _add_more(made: Lines, one: Occurrence, telling: Telling, voice: Voice) -> None:
    event, language = one.event, voice.language
    names = [one.name for one in event.audiences] + [one.name for one in event.topics]
    if names:
        made.add("categories", [without_unseen(name.in_(language)) for name in names])
    if one.note:
        made.add("comment", without_unseen(one.note))
    for partner in event.partners:
        made.add("contact", without_unseen(partner))
    if event.ages:
        made.add("x-ages", vText(without_unseen(event.ages)))
    if event.cost:
        made.add("x-cost", vText(without_unseen(event.cost)))
    if event.online.startswith(("https://", "http://")):
        label = voice.say("event.join_online", {})
        made.add("conference", event.online, parameters={"VALUE": "URI", "LABEL": label})
    if telling.image:
        made.add("image", telling.image, parameters={"VALUE": "URI", "DISPLAY": "BADGE"})
