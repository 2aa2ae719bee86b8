"""Cases of calendars: the events that each holds, and when it is looked at; golden/<name>.ics is what it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from plugins.events.model import Change, Event, Recurrence, Registration, Status
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, OpeningHours, SpecialDay, Topic

DENVER, MADRID = ZoneInfo("America/Denver"), ZoneInfo("Europe/Madrid")
OPEN = (OpeningHours(opens=time(9), closes=time(20)),)
CENTRAL = Branch(
    id="central",
    name=Phrase(default="Central Library"),
    short_name="Central",
    street="1 Library Square",
    city="Juniper",
    region="CO",
    postal_code="80000",
    country="US",
    latitude=39.5012,
    longitude=-106.0021,
    access=Phrase(default="Step-free."),
    week=(OPEN,) * 7,
    special_days=(SpecialDay(month_day=(12, 25), reason=Phrase(default="Christmas Day")),),
)
MILL = Branch(id="mill", name=Phrase(default="Mill Street"), week=(OPEN,) * 7)
ADULTS = Audience(id="adults", name=Phrase(default="Adults", by_language={"es": "Personas adultas"}), youngest=18)
STORIES = Topic(id="stories", name=Phrase(default="Stories"))
LIBRARY = Library(
    name="Juniper County Library",
    address="https://juniper.example/",
    time_zone=DENVER,
    branches=(CENTRAL, MILL),
    audiences=(ADULTS,),
    topics=(STORIES,),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The events of one calendar, and the moment at which it is written."""

    events: tuple[Event, ...]
    now: datetime = datetime(2026, 10, 8, 14, 20, tzinfo=DENVER)


def at(zone: ZoneInfo, day: str, clock: str = "00:00") -> datetime:
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), zone)


def event(uid: str, day: str, starts: str, ends: str = "", zone: ZoneInfo = DENVER, **more: object) -> Event:
    given = {"uid": uid, "summary": uid.replace("-", " ").title(), "branch": CENTRAL, **more}
    return Event(starts=at(zone, day, starts), ends=at(zone, day, ends) if ends else None, **given)


def series(uid: str, day: str, starts: str, ends: str, rule: str, zone: ZoneInfo = DENVER, **more: object) -> Event:
    known = {"until": more.pop("until", None), "count": more.pop("count", None)}
    return event(uid, day, starts, ends, zone, recurrence=Recurrence(rule=rule, **known), **more)


def days(uid: str, first: str, after: str, **more: object) -> Event:
    given = {"uid": uid, "summary": uid.title(), "branch": CENTRAL, "all_day": True, **more}
    return Event(starts=at(DENVER, first), ends=at(DENVER, after), **given)


def clocks(zone: ZoneInfo, friday: str) -> Case:
    """Return what is on around a change of the clocks: every evening, on Sundays, and all through a night."""
    more = {"zone": zone, "branch": None, "place": "The hall"}
    saturday = date.fromisoformat(friday).toordinal() + 1
    night = Event(
        uid="night",
        summary="All night",
        place="The hall",
        starts=datetime.combine(date.fromordinal(saturday), time(22), zone),
        ends=datetime.combine(date.fromordinal(saturday + 1), time(6), zone),
    )
    return Case(
        events=(
            series("every-evening", friday, "18:30", "19:30", "FREQ=DAILY", count=7, **more),
            series("sunday-noon", friday, "12:00", "13:00", "FREQ=WEEKLY;BYDAY=SU", count=3, **more),
            night,
        ),
        now=at(zone, friday, "09:00"),
    )


CHANGES = (
    Change(on=date(2026, 10, 20), starts=at(DENVER, "2026-10-21", "17:00"), note="One day later, this once."),
    Change(on=date(2026, 11, 3), branch=MILL, room="Attic"),
    Change(on=date(2026, 11, 10), status=Status.CANCELLED, note="Our reader is unwell."),
)

CASES = {
    "denver-in-spring": clocks(DENVER, "2027-03-12"),
    "denver-in-autumn": clocks(DENVER, "2026-10-30"),
    "madrid-in-spring": clocks(MADRID, "2027-03-26"),
    "madrid-in-autumn": clocks(MADRID, "2026-10-23"),
    "a-year-across-both-changes": Case(
        events=(series("story-time", "2026-01-08", "10:00", "10:40", "FREQ=WEEKLY;BYDAY=TH"),),
    ),
    "every-fact": Case(
        events=(
            event(
                "lantern-workshop",
                "2026-10-17",
                "14:00",
                "15:30",
                room="Workshop; upstairs",
                online="https://meet.example/lanterns",
                teaser="Willow, tissue and glue.",
                audiences=(ADULTS,),
                topics=(STORIES,),
                ages="8+",
                cost="$5, for the glue",
                registration=Registration(
                    required=True,
                    url="https://book.example/7",
                    opens=at(DENVER, "2026-09-17"),
                    closes=at(DENVER, "2026-10-17"),
                    places=24,
                ),
                language="es",
                access="Hearing loop.",
                partners=("County Parks", "Mender & Sons"),
                updated=at(DENVER, "2026-10-07", "09:30"),
                sequence=2,
                status=Status.MOVED,
                previous_start=at(DENVER, "2026-10-10", "14:00"),
            ),
        ),
    ),
    "states": Case(
        events=(
            event("off", "2026-10-14", "18:00", "19:00", status=Status.CANCELLED, note="Our interpreter is unwell."),
            event("later", "2026-10-15", "18:00", "19:00", status=Status.POSTPONED),
            event("perhaps", "2026-10-16", "18:00", "19:00", status=Status.TENTATIVE),
            event("full", "2026-10-17", "18:00", "19:00", status=Status.FULL),
            event("open-end", "2026-10-18", "18:00"),
        ),
    ),
    "days": Case(
        events=(
            days("exhibition", "2026-12-05", "2026-12-21"),
            days("one-day", "2026-10-31", "2026-11-01"),
            days(
                "book-days", "2026-10-09", "2026-10-10", recurrence=Recurrence(rule="FREQ=MONTHLY;BYDAY=2FR", count=4)
            ),
        ),
    ),
    "a-series-with-changes": Case(
        events=(
            series(
                "chess",
                "2026-09-01",
                "16:00",
                "17:00",
                "FREQ=WEEKLY;BYDAY=TU,FR",
                until=date(2026, 12, 31),
                excluded=frozenset({date(2026, 10, 30)}),
                also=(date(2026, 10, 31), date(2026, 12, 25)),
                changes=CHANGES,
            ),
        ),
    ),
    "rules": Case(
        events=(
            series("second-and-fourth", "2026-09-12", "11:00", "12:00", "FREQ=MONTHLY;BYDAY=2SA,4SA", count=10),
            series("every-other-week", "2026-01-05", "11:00", "12:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"),
            series("last-friday", "2026-09-25", "11:00", "12:00", "FREQ=MONTHLY;BYDAY=-1FR"),
            series(
                "every-third-day", "2026-08-30", "11:00", "12:00", "FREQ=DAILY;INTERVAL=3", until=date(2026, 11, 30)
            ),
            event("named-days", "2026-10-03", "11:00", "12:00", also=(date(2026, 10, 10), date(2026, 11, 7))),
        ),
    ),
    "past-midnight": Case(
        events=(
            Event(
                uid="quiz",
                summary="Quiz",
                branch=CENTRAL,
                starts=at(DENVER, "2026-10-09", "22:00"),
                ends=at(DENVER, "2026-10-10", "01:00"),
                recurrence=Recurrence(rule="FREQ=WEEKLY;BYDAY=FR", count=6),
            ),
        ),
    ),
    "in-universal-time": Case(
        events=(series("webinar", "2026-10-09", "16:00", "17:00", "FREQ=WEEKLY", ZoneInfo("UTC"), count=3),),
    ),
    "letters": Case(
        events=(
            event("tea", "2026-10-09", "11:00", "12:00", summary="Tea; cake, \\ & 🫖 — 詩を読む会 " * 3),
            event(
                "arabic",
                "2026-10-09",
                "12:00",
                "13:00",
                summary="ساعة القصة للأطفال الصغار وعائلاتهم في المكتبة المركزية",
            ),
        ),
    ),
    "nothing": Case(events=()),
}
