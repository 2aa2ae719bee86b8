"""Events in Pelican: reads the spreadsheets, hands templates the agenda, writes what's on and a page for each event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.build import Outcome
from plugins.bridge.generators import SiteGenerator
from plugins.bridge.head import head_of
from plugins.bridge.page import feeds_of
from plugins.bridge.picture import picture_of
from plugins.bridge.reader import render
from plugins.events import rules
from plugins.events.agenda import Agenda
from plugins.events.expand import skipped
from plugins.events.facets import EVERYTHING, KINDS, Chosen, facets, name_in
from plugins.events.model import Event, Occurrence, Reading
from plugins.events.read_events import read_events
from plugins.events.sources import Sheet, sheets_of
from plugins.kernel.entry import Entry
from plugins.kernel.library import EventSource
from plugins.kernel.moments import month_last, next_month
from plugins.tools import dates
from plugins.tools.when import when_words

KIND = "events"
MONTHS_AHEAD = 6
NEXT_OCCURRENCES = 8
RELATED = 4
SKIPPED_AHEAD = timedelta(days=60)
DAYS_IN_WEEK = 7


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(publish_entries)


def generators(pelican: object) -> type[EventsGenerator]:
    """Return the generator of events."""
    del pelican
    return EventsGenerator


def publish_entries(generators: list[Generator]) -> None:
    """Make an entry of each event."""
    for generator in generators:
        if isinstance(generator, EventsGenerator):
            generator.build.entries += [generator.entry(event) for event in generator.agenda.events]


class EventsGenerator(SiteGenerator):
    """Reads the spreadsheets and writes /events/."""

    def generate_context(self) -> None:
        """Read every source; templates find the result under `agenda`."""
        self.build.expect(KIND)
        events = [event for sheet in self._sheets() for event in self._read(sheet)]
        self.agenda = Agenda(events, self.build.library)
        self.context["agenda"] = self.agenda
        for language in self.languages:
            self.claim(*(self.prefix(language) + one for one in self._list_addresses()))
        self.claim(*(event.address for event in self.agenda.events))

    def _sheets(self) -> tuple[Sheet, ...]:
        zone = self.settings["BROADSIDE_TIMEZONE"]
        given = self.settings["BROADSIDE_EVENTS"]
        library = self.build.library
        if given:
            own = EventSource(file=given, time_zone=ZoneInfo(zone) if zone else None)
            return (Sheet(path=Path(given), file=given, source=own, foreign=True),)
        found = sheets_of(library, self.build.content)
        self.build.problems += found.problems
        return found.sheets

    def _read(self, sheet: Sheet) -> tuple[Event, ...]:
        self.build.use(sheet.file)
        reading = read_events(
            sheet.path.read_bytes(),
            file=sheet.file,
            library=self.build.library,
            time_zone=sheet.source.time_zone or self.build.library.time_zone,
            foreign=sheet.foreign,
            default_branch=sheet.source.branch or "",
        )
        self.build.problems += reading.problems
        return self._keep(sheet, reading)

    def _keep(self, sheet: Sheet, reading: Reading) -> tuple[Event, ...]:
        """Return the events whose ids no other sheet has, and count what became of the rows."""
        kept = [event for event in reading.events if self.claim_event(event)]
        for number in range(len(reading.events) + reading.left_out):
            outcome = Outcome.PUBLISHED if number < len(kept) else Outcome.LEFT_OUT
            self.build.record(KIND, f"{sheet.file}#{number}", outcome)
        self.build.add_counts(KIND, rows=reading.rows, joined=reading.joined)
        return tuple(kept)

    def claim_event(self, event: Event) -> bool:
        """Take an event's address; a problem and False when another sheet has the id."""
        holder = self.build.claim(event.address, f"{event.source}, line {event.line}")
        if holder:
            self.build.problems.append(
                rules.DUPLICATE_ID.at(
                    event.source,
                    line=event.line,
                    column="id",
                    value=event.uid,
                    what=f'The id "{event.uid}" is also that of {holder}; this row was left out.',
                    cure="Give one of the two rows another id.",
                )
            )
        return not holder

    def _list_addresses(self) -> tuple[str, ...]:
        months = (_month_address(month) for month in self._months())
        return ("events/", *(chosen.address for chosen in self._choices()), *months)

    def _choices(self) -> tuple[Chosen, ...]:
        """Return every list that has events, and one for each branch even when nothing is on there."""
        found = [Chosen(kind=kind, id=id_) for kind in KINDS for id_, _ in self.agenda.facet_values(kind)]
        branches = [Chosen(kind="branch", id=branch.id) for branch in self.build.library.branches]
        return tuple(dict.fromkeys([*found, *branches]))

    def _months(self) -> tuple[date, ...]:
        return self.agenda.months(self.build.now.date().replace(day=1), MONTHS_AHEAD)

    def generate_output(self, writer: Writer) -> None:
        """Write the lists in each language, then a page for each event."""
        for language in self.languages:
            for chosen in (EVERYTHING, *self._choices()):
                self._write_list(writer, language, chosen, None)
            for month in self._months():
                self._write_list(writer, language, EVERYTHING, month)
        for event in self.agenda.events:
            self._write_event(writer, event)

    def _write_list(self, writer: Writer, language: str, chosen: Chosen, month: date | None) -> None:
        say = partial(writer.interface.say, language)
        today = self.build.now.date()
        first = max(today, month) if month else today
        last = month_last(month or today)
        if month is None and (last - today).days < DAYS_IN_WEEK:
            last = month_last(next_month(today))
        which: Mapping[str, str] = {chosen.kind: chosen.id} if chosen.kind else {}
        days = self.agenda.days(first, last, **which)
        label = self._label(chosen, language) if chosen.kind else dates.month_words(month or today, language)
        title = self._title(writer, language, chosen, month)
        address = _month_address(month) if month else chosen.address
        prefix = self.prefix(language)
        count = sum(len(day.occurrences) for day in days)
        description = say("describe.events", {"title": title, "library": self.build.library.name})
        self.write_page(
            writer,
            "events/list",
            self.head(writer, prefix + address, title, language, description=description),
            title=title,
            label=label,
            kind=chosen.kind or ("month" if month else ""),
            days=days,
            count=count,
            first=first,
            last=last,
            facets=self._facets(writer, language, chosen, first, last),
            months=self._month_links(language, address),
        )

    def _title(self, writer: Writer, language: str, chosen: Chosen, month: date | None) -> str:
        say: Callable[..., str] = partial(writer.interface.say, language)
        if chosen.kind:
            return say(f"title.events_{chosen.kind}", {"name": self._label(chosen, language)})
        day = month or self.build.now.date()
        name = dates.month_name(day, language) if day.year == self.build.now.year else dates.month_words(day, language)
        return say("title.events", {"month": name})

    def _label(self, chosen: Chosen, language: str) -> str:
        branch = self.build.library.branch(chosen.id) if chosen.kind == "branch" else None
        if branch:
            return branch.name.in_(language)
        values = dict(self.agenda.facet_values(chosen.kind)) if chosen.kind else {}
        return name_in(values[chosen.id], language) if chosen.id in values else ""

    def _facets(self, writer: Writer, language: str, chosen: Chosen, first: date, last: date) -> tuple[object, ...]:
        say = partial(writer.interface.say, language)
        labels: dict[str, tuple[str, str]] = {
            kind: (say(f"facets.{kind}", {}), say(f"facets.all_{kind}", {})) for kind in KINDS
        }
        prefix = self.prefix(language)
        return facets(self.agenda, chosen, first, last, language=language, prefix=prefix, labels=labels)

    def _month_links(self, language: str, address: str) -> tuple[dict[str, object], ...]:
        prefix = self.prefix(language)
        return tuple(
            {
                "label": dates.month_words(month, language),
                "address": prefix + _month_address(month),
                "current": _month_address(month) == address,
            }
            for month in self._months()
        )

    def _write_event(self, writer: Writer, event: Event) -> None:
        now = self.build.now
        library = self.build.library.name
        entry = self.entry(event)
        language = entry.language
        feeds = feeds_of(self.build, writer.interface, language)
        made = render(self.build, event.description, file=event.source, line=event.line)
        related = self._related(event)
        program = next(
            (one for one in self.context["programs_by_language"].get(language, ()) if one.slug == event.program), None
        )
        occurrences = self.agenda.upcoming(now, NEXT_OCCURRENCES, uid=event.uid)
        one = next(iter(occurrences), Occurrence(event=event, starts=event.starts, ends=event.ends))
        self.write_page(
            writer,
            "events/detail",
            head_of(
                entry, library, feeds, event.where, writer.interface.say(language, "head.from", {"library": library})
            ),
            event=event,
            occurrences=occurrences,
            skipped=tuple(skipped(event, now.date(), now.date() + SKIPPED_AHEAD)),
            description=Markup(made.html),  # noqa: S704 - cleaned HTML
            program=program,
            related=related,
            picture=picture_of(
                self.build, event.image, alt=event.image_alt, credit="", file=event.source, line=event.line
            ),
            one=one,
            when=self._when(one, language),
        )

    def _when(self, one: Occurrence, language: str) -> str:
        """Return when and where, in a sentence: "Saturday 17 October, 2:00 to 3:30 pm, Riverbend, Workshop"."""
        words = when_words(one, language, self.build.now)
        return f"{words}, {one.event.where}" if one.event.where else words

    def _related(self, event: Event) -> tuple[Occurrence, ...]:
        if not event.audiences:
            return ()
        found = self.agenda.upcoming(self.build.now, RELATED * 3, audience=event.audiences[0].id)
        others = {one.event.uid: one for one in reversed(found) if one.event.uid != event.uid and not one.event.is_off}
        return tuple(reversed(others.values()))[:RELATED]

    def entry(self, event: Event) -> Entry:
        """Return an event as everything but its own page sees it."""
        upcoming = self.agenda.upcoming(self.build.now, NEXT_OCCURRENCES, uid=event.uid)
        following = upcoming[0] if upcoming else None
        return Entry(
            kind="event",
            address=event.address,
            title=event.summary,
            language=event.language if event.language in self.languages else self.languages[0],
            summary=event.teaser,
            id=event.uid,
            updated=event.updated,
            topics=event.topics,
            starts=following.starts if following else event.starts,
            ends=following.ends if following else event.ends,
            place=event.where,
            status=str(event.status),
            next_dates=tuple(one.starts for one in upcoming),
            source=event.source,
        )


def _month_address(month: date) -> str:
    return f"events/{month.year:04}-{month.month:02}/"
