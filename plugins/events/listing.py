"""One page of a list of events in one language: its address, title and days, and the ways to what is beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from plugins.events.agenda import LOOK_AHEAD_DAYS, Agenda, Kind
from plugins.events.facets import KINDS, Ledger, name_in
from plugins.events.month import weeks
from plugins.events.plan import MONTHS_AHEAD, Plan, Plans, month_address
from plugins.tools import dates
from plugins.tools.interface import Say

ARCHIVE = "events/archive/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All lists in one language; `programs` gives the title of each program by its id."""

    agenda: Agenda
    plans: Plans
    language: str
    prefix: str
    now: datetime
    programs: Mapping[str, str]

    @property
    def this_month(self) -> date:
        """Return the first day of the month it is."""
        return self.now.date().replace(day=1)

    def month_links(self, current: date | None) -> tuple[dict[str, Any], ...]:
        """Return the ways to this month and the next ones in which something is on."""
        ahead = [plan.month for plan in self.plans.months if plan.month and plan.month >= self.this_month]
        return tuple(self.month_link(month) | {"current": month == current} for month in ahead[:MONTHS_AHEAD])

    def month_link(self, month: date) -> dict[str, Any]:
        """Return the way to a month."""
        return {"label": dates.month_words(month, self.language), "address": self.prefix + month_address(month)}

    def table_of(self, day: date) -> str:
        """Return the address of a day's month, or of the next one that there is, or of the last."""
        there = [plan.first for plan in self.plans.months]
        month = next((month for month in there if month >= day.replace(day=1)), there[-1] if there else None)
        return self.prefix + (month_address(month) if month else "events/")

    def listings(self) -> Iterator[Listing]:
        """Yield every page of every list."""
        for plan in self.plans.every:
            for number in range(1, len(plan.pages) + 1):
                yield Listing(edition=self, plan=plan, number=number)

    def months(self) -> Iterator[MonthPage]:
        """Yield the table of every month."""
        for position, plan in enumerate(self.plans.months):
            yield MonthPage(edition=self, plan=plan, position=position)

    def everything_of(self, kind: Kind, say: Say) -> dict[str, Any]:
        """Return what the page of everything of a kind may use."""
        line = Listing(edition=self, plan=self.plans.coming, number=1).ledger(say)
        return {"title": say(f"facets.every_{kind}", {}), "options": line.every(kind)}

    def archive(self) -> tuple[dict[str, Any], ...]:
        """Return the years that are over, or have begun, latest first, each with its months that are over."""
        past = [plan for plan in self.plans.months if plan.month and plan.month < self.this_month]
        years = sorted({plan.first.year for plan in past}, reverse=True)
        return tuple(
            {"year": year, "months": [self._past(plan) for plan in past if plan.first.year == year]} for year in years
        )

    def _past(self, plan: Plan) -> dict[str, Any]:
        return {"date": plan.first, "count": plan.count, **self.month_link(plan.first)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of a list."""

    edition: Edition
    plan: Plan
    number: int

    @property
    def address(self) -> str:
        """Return the page's address."""
        return self._address(self.number)

    def _address(self, number: int) -> str:
        return self.edition.prefix + self.plan.address(number)

    @property
    def is_over(self) -> bool:
        """Tell whether it is the list of a month that is over."""
        return self.plan.month is not None and self.plan.last < self.edition.now.date()

    def title(self, say: Say) -> str:
        """Return the title: "What's on in October", "What's on at Central", "What was on in March 2025"."""
        if self.plan.chosen.kind:
            return say(f"title.events_{self.plan.chosen.kind}", {"name": self._chosen_name})
        first, now = self.plan.first, self.edition.now
        name = dates.month_name if first.year == now.year and not self.is_over else dates.month_words
        month = name(first, self.edition.language)
        return say("title.events_past" if self.is_over else "title.events", {"month": month})

    def full_title(self, say: Say) -> str:
        """Return the title with the number of its page."""
        title = self.title(say)
        return f"{title}, {say('lists.page', {'number': self.number})}" if self.number > 1 else title

    @property
    def _chosen_name(self) -> str:
        kind, id_ = self.plan.chosen.kind, self.plan.chosen.id
        agenda, language = self.edition.agenda, self.edition.language
        branch = agenda.library.branch(id_) if kind == "branch" else None
        if branch:
            return branch.name.in_(language)
        if kind == "program":
            return self.edition.programs.get(id_, id_)
        return name_in(dict(agenda.facet_values(kind)).get(id_, ""), language) if kind else ""

    def names(self, say: Say) -> dict[str, Any]:
        """Return what the template of the list may use."""
        plan, edition = self.plan, self.edition
        return {
            "title": self.full_title(say),
            "label": self._chosen_name or dates.month_words(plan.first, edition.language),
            "kind": plan.chosen.kind or ("month" if plan.month else ""),
            "days": plan.pages[self.number - 1],
            "count": plan.count,
            "rest": plan.rest,
            "first": plan.first,
            "last": plan.last,
            "is_over": self.is_over,
            "facets": () if self.is_over else self.ledger(say).lines(),
            "months": edition.month_links(plan.month),
            "table": edition.table_of(plan.last if plan.rest else plan.first),
            "archive": edition.prefix + ARCHIVE,
            "page": self._page(),
        }

    def _page(self) -> dict[str, Any]:
        number, pages = self.number, len(self.plan.pages)
        return {
            "number": number,
            "pages": pages,
            "previous": self._address(number - 1) if number > 1 else None,
            "next": self._address(number + 1) if number < pages else None,
        }

    def ledger(self, say: Say) -> Ledger:
        """Return the lines of choices above it."""
        plan, edition = self.plan, self.edition
        far = edition.now.date() + timedelta(days=LOOK_AHEAD_DAYS)
        return Ledger(
            agenda=edition.agenda,
            chosen=plan.chosen,
            first=plan.first,
            last=far if plan.chosen.kind else plan.last,
            language=edition.language,
            prefix=edition.prefix,
            labels={str(kind): (say(f"facets.{kind}", {}), say(f"facets.all_{kind}", {})) for kind in KINDS},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage:
    """The table of one month; `position` is its place among all months."""

    edition: Edition
    plan: Plan
    position: int

    @property
    def address(self) -> str:
        """Return the page's address."""
        return self.edition.prefix + month_address(self.plan.first)

    def title(self, say: Say) -> str:
        """Return "October 2026 day by day"."""
        return say("title.month", {"month": dates.month_words(self.plan.first, self.edition.language)})

    full_title = title

    def names(self, say: Say) -> dict[str, Any]:
        """Return what the template of a month may use."""
        plan, edition = self.plan, self.edition
        return {
            "title": self.title(say),
            "month": plan.first,
            "weeks": weeks(plan, edition.prefix),
            "count": plan.count,
            "is_over": plan.last < edition.now.date(),
            "previous": self._beside(-1),
            "next": self._beside(1),
            "list": edition.prefix + plan.address(),
            "archive": edition.prefix + ARCHIVE,
        }

    def _beside(self, step: int) -> dict[str, Any] | None:
        place, months = self.position + step, self.edition.plans.months
        return self.edition.month_link(months[place].first) if 0 <= place < len(months) else None
