"""How people book a place, and how that stands at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

Booking = Literal["none", "not-needed", "recommended", "not-yet", "open", "closed", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """How to book: `required` is None where nothing was said, True for a must, False for a recommendation or none.

    `opens` is the first moment at which people can book, `closes` the first at which they no longer can.
    """

    required: bool | None = None
    recommended: bool = False
    url: str = ""
    opens: datetime | None = None
    closes: datetime | None = None
    places: int | None = None

    @property
    def last_day(self) -> date | None:
        """Return the last day on which people can book."""
        return None if self.closes is None else (self.closes - timedelta(microseconds=1)).date()

    def state(self, now: datetime) -> Booking:
        """Return how booking stands at an aware moment; "none" where nothing was said, and "full" is for the status."""
        if self.required is False and not self.recommended:
            return "not-needed"
        if self == NO_REGISTRATION:
            return "none"
        moment = now.astimezone(UTC)
        if self.opens is not None and moment < self.opens.astimezone(UTC):
            return "not-yet"
        if self.closes is not None and moment >= self.closes.astimezone(UTC):
            return "closed"
        return "recommended" if self.recommended else "open"


NO_REGISTRATION = Registration()
