"""What `status` looks at: all that is written, the moment, and how far ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.commands.read_written import events_of, posts_of, programs_of
from plugins.commands.site_settings import Site
from plugins.events.agenda import Agenda
from plugins.events.model import Event
from plugins.kernel.library import Library
from plugins.posts.model import Post
from plugins.programs.model import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A library at a moment, up to a last day."""

    library: Library
    now: datetime
    last: date
    posts: Sequence[tuple[str, Post]]
    programs: Sequence[tuple[str, Program, bool]]
    events: Sequence[Event]
    agenda: Agenda

    @property
    def today(self) -> date:
        return self.now.date()

    def has_come(self, moment: datetime | None) -> bool:
        """Tell whether a moment is there and over."""
        return moment is not None and moment <= self.now

    def is_near(self, day: date) -> bool:
        """Tell whether a day is from today to the last."""
        return self.today <= day <= self.last


def view_of(site: Site, days: int) -> View:
    """Return what there is to look at."""
    events = events_of(site)
    return View(
        library=site.library,
        now=site.now,
        last=site.now.date() + timedelta(days=days),
        posts=list(posts_of(site)),
        programs=list(programs_of(site)),
        events=events,
        agenda=Agenda(events, site.library),
    )
