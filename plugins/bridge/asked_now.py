"""Now, which remembers until when the answers it gave stay the same: what was made of them stands until then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from plugins.kernel.moments import next_month

# The next moment that can be told apart; an answer that names the moment itself holds no longer.
_TICK = timedelta(microseconds=1)
_NOTHING = timedelta(0)
FOREVER = float("inf")


class Watch:
    """Until when all answers that were given stay the same, as seconds since 1970; FOREVER where nobody asked."""

    __slots__ = ("now", "until")

    def __init__(self, now: datetime) -> None:
        self.now = now.timestamp()
        self.until = FOREVER

    def note(self, moment: float) -> None:
        """Remember that an answer changes at a moment; one in the past changes no more."""
        if self.now < moment < self.until:
            self.until = moment


class AskedNow(datetime):
    """A moment that lies `ahead` of now, by the clock on the wall, and tells its watch what was asked of it."""

    watch: Watch
    # The same moment as any other, which notes nothing: for whoever keeps account of it another way.
    plain: datetime
    ahead: timedelta
    # Whether it is noted that another day begins: thousands of pages ask which day it is.
    knows_day: bool = False

    @classmethod
    def of(cls, moment: datetime, watch: Watch | None = None, ahead: timedelta = _NOTHING) -> Self:
        """Return an aware moment as now; without a watch it gets one of its own."""
        made = super().combine(_DATE(moment), _TIMETZ(moment))
        made.plain = moment if type(moment) is datetime else datetime.combine(_DATE(moment), _TIMETZ(moment))
        made.watch = watch or Watch(moment)
        made.ahead = ahead
        return made

    def date(self) -> date:
        """Return the day; it is another one from midnight on."""
        self._note_day()
        return _DATE(self)

    def astimezone(self, tz: Any = None) -> Self:
        """Return the same moment on another wall."""
        return type(self).of(self.plain.astimezone(tz), self.watch, self.ahead)

    def __add__(self, other: timedelta) -> Any:
        return type(self).of(self.plain + other, self.watch, self.ahead + other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        if isinstance(other, timedelta):
            return self + -other
        self._note_tick()
        return self.plain - (other.plain if isinstance(other, AskedNow) else other)

    def __rsub__(self, other: Any) -> Any:
        return -(self - other)

    def replace(self, *args: Any, **kwargs: Any) -> datetime:  # type: ignore[override]  # a plain moment, and no more now
        """Return a moment with other parts; it is no longer now, so the answer holds for no other moment."""
        self._note_tick()
        return self.plain.replace(*args, **kwargs)

    def _note_day(self) -> None:
        if not self.knows_day:
            self.knows_day = True
            self._note(_next_day(self))

    def _note_tick(self) -> None:
        self._note(self.plain + _TICK)

    def __hash__(self) -> int:
        # Says nothing of now by itself: whoever finds something by it compares as well, and that is noted.
        return hash(self.plain)

    def _note(self, moment: datetime) -> None:
        """Note that the answer changes when this moment, which lies `ahead` of now, is reached."""
        if not self.ahead:
            self.watch.note(moment.timestamp())
            return
        # When the clocks change in between, hours on the wall and hours that pass are not the same: note both.
        self.watch.note((moment - self.ahead).timestamp())
        self.watch.note(moment.timestamp() - self.ahead.total_seconds())

    def _compared(self, other: datetime) -> None:
        if isinstance(other, AskedNow):
            return
        moment = other.astimezone(self.tzinfo)
        self._note(self.plain + _TICK if moment == self.plain else moment)


_DATE, _TIMETZ = datetime.date, datetime.timetz


def _part(name: str, next_change: Callable[[AskedNow], datetime]) -> property:
    """Return a part of the moment, such as its year, which is noted to change at the next one's beginning."""
    plain = getattr(datetime, name)

    def read(self: AskedNow) -> Any:
        self._note(next_change(self))
        return plain.__get__(self)

    return property(read)


def _comparison(name: str) -> Callable[[AskedNow, Any], Any]:
    plain = getattr(datetime, name)

    def compare(self: AskedNow, other: Any) -> Any:
        if isinstance(other, datetime):
            self._compared(other)
        return plain(self.plain, other.plain if isinstance(other, AskedNow) else other)

    return compare


def _whole(name: str) -> Callable[..., Any]:
    """Return an answer that names the moment itself, and so holds for no other."""
    plain = getattr(datetime, name)

    def answer(self: AskedNow, *args: Any, **kwargs: Any) -> Any:
        self._note_tick()
        return plain(self.plain, *args, **kwargs)

    return answer


def _daily(name: str) -> Callable[[AskedNow], Any]:
    plain = getattr(date, name)

    def answer(self: AskedNow) -> Any:
        self._note_day()
        return plain(self)

    return answer


def _next_day(one: AskedNow) -> datetime:
    return datetime.combine(_DATE(one) + timedelta(days=1), time(0), one.tzinfo)


def _next_month(one: AskedNow) -> datetime:
    return datetime.combine(next_month(_DATE(one)), time(0), one.tzinfo)


def _next_year(one: AskedNow) -> datetime:
    return datetime(_DATE(one).year + 1, 1, 1, tzinfo=one.tzinfo)


def _next_hour(one: AskedNow) -> datetime:
    return one.plain.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def _next_minute(one: AskedNow) -> datetime:
    return one.plain.replace(second=0, microsecond=0) + timedelta(minutes=1)


_PARTS: dict[str, Callable[[AskedNow], datetime]] = {
    "year": _next_year,
    "month": _next_month,
    "day": _next_day,
    "hour": _next_hour,
    "minute": _next_minute,
    "second": lambda one: one.plain.replace(microsecond=0) + timedelta(seconds=1),
    "microsecond": lambda one: one.plain + _TICK,
}
_WHOLE = (
    "__str__ __repr__ __format__ __reduce__ __reduce_ex__ ctime dst isoformat strftime time timestamp"
    " timetuple timetz tzname utcoffset utctimetuple"
).split()
# What makes a moment of a text or a number makes one that has nothing to do with now.
for _name in ("combine", "fromisocalendar", "fromisoformat", "fromordinal", "fromtimestamp", "strptime"):
    setattr(AskedNow, _name, staticmethod(getattr(datetime, _name)))
for _name, _change in _PARTS.items():
    setattr(AskedNow, _name, _part(_name, _change))
for _name in ("isocalendar", "isoweekday", "toordinal", "weekday"):
    setattr(AskedNow, _name, _daily(_name))
for _name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
    setattr(AskedNow, _name, _comparison(_name))
for _name in _WHOLE:
    setattr(AskedNow, _name, _whole(_name))
