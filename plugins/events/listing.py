"""One list of what is on: its address, its title, its period, its days, and the ways to the lists beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from plugins.events.agenda import Agenda
from plugins.events.facets import EVERYTHING, KINDS, Chosen, facets, name_in
from plugins.kernel.moments import month_last, next_month
from plugins.tools import dates

MONTHS_AHEAD = 6
# With fewer days than this left of a month, the list goes on to the end of the next.
DAYS_LEFT = 7
# Says words of the interface: a key and its values.
Say = Callable[[str, Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list in one language; `month` is the first day of the month it is about, None for the list from now on."""

    agenda: Agenda
    language: str
    prefix: str
    now: datetime
    chosen: Chosen = EVERYTHING
    month: date | None = None

    @property
    def address(self) -> str:
        """Return the list's address."""
        return self.prefix + (month_address(self.month) if self.month else self.chosen.address)

    @property
    def first(self) -> date:
        """Return the first day of the list, never one that is over."""
        return max(self.now.date(), self.month) if self.month else self.now.date()

    @property
    def last(self) -> date:
        """Return the last day of the list."""
        end = month_last(self.first)
        is_short = self.month is None and (end - self.first).days < DAYS_LEFT
        return month_last(next_month(self.first)) if is_short else end

    def title(self, say: Say) -> str:
        """Return the title: "What's on in October", "What's on at Central"."""
        if self.chosen.kind:
            return say(f"title.events_{self.chosen.kind}", {"name": self._chosen_name})
        is_this_year = self.first.year == self.now.year
        name = dates.month_name if is_this_year else dates.month_words
        return say("title.events", {"month": name(self.first, self.language)})

    @property
    def _chosen_name(self) -> str:
        branch = self.agenda.library.branch(self.chosen.id) if self.chosen.kind == "branch" else None
        if branch:
            return branch.name.in_(self.language)
        values = dict(self.agenda.facet_values(self.chosen.kind)) if self.chosen.kind else {}
        return name_in(values.get(self.chosen.id, ""), self.language)

    def names(self, say: Say) -> dict[str, Any]:
        """Return what the template of the list may use."""
        which = {self.chosen.kind: self.chosen.id} if self.chosen.kind else {}
        days = self.agenda.days(self.first, self.last, **which)
        labels = {str(kind): (say(f"facets.{kind}", {}), say(f"facets.all_{kind}", {})) for kind in KINDS}
        return {
            "title": self.title(say),
            "label": self._chosen_name or dates.month_words(self.first, self.language),
            "kind": self.chosen.kind or ("month" if self.month else ""),
            "days": days,
            "count": sum(len(day.occurrences) for day in days),
            "first": self.first,
            "last": self.last,
            "facets": facets(
                self.agenda,
                self.chosen,
                self.first,
                self.last,
                language=self.language,
                prefix=self.prefix,
                labels=labels,
            ),
            "months": tuple(self._month_link(month) for month in months(self.agenda, self.now)),
        }

    def _month_link(self, month: date) -> dict[str, Any]:
        return {
            "label": dates.month_words(month, self.language),
            "address": self.prefix + month_address(month),
            "current": month == self.month,
        }


def listings(agenda: Agenda, language: str, prefix: str, now: datetime) -> tuple[Listing, ...]:
    """Return every list in a language: from now on, of each branch, audience and topic, and of each month to come."""
    found = [Chosen(kind=kind, id=id_) for kind in KINDS for id_, _ in agenda.facet_values(kind)]
    # A branch has a list even when nothing is on there, because its page leads to it.
    branches = [Chosen(kind="branch", id=branch.id) for branch in agenda.library.branches]
    of_all = [(chosen, None) for chosen in dict.fromkeys([EVERYTHING, *found, *branches])]
    of_months = [(EVERYTHING, month) for month in months(agenda, now)]
    return tuple(
        Listing(agenda=agenda, language=language, prefix=prefix, now=now, chosen=chosen, month=month)
        for chosen, month in [*of_all, *of_months]
    )


def months(agenda: Agenda, now: datetime) -> tuple[date, ...]:
    """Return the first day of each of the next months in which something is on."""
    return agenda.months(now.date().replace(day=1), MONTHS_AHEAD)


def month_address(month: date) -> str:
    """Return the address of a month's list, without its language."""
    return f"events/{month.year:04}-{month.month:02}/"
