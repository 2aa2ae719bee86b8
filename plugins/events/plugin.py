"""Events in Pelican: reads the spreadsheets, hands templates the agenda, writes what's on and a page for each event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.build import Outcome
from plugins.bridge.generators import SiteGenerator
from plugins.bridge.head import head_of
from plugins.bridge.links import lead
from plugins.bridge.page import feeds_of
from plugins.bridge.picture import picture_of
from plugins.bridge.texts import render
from plugins.events import rules
from plugins.events.agenda import Agenda
from plugins.events.copies import note_of, report_age, soften
from plugins.events.entries import NEXT_DATES, entry_of, related
from plugins.events.expand import skipped
from plugins.events.listing import Listing, listings
from plugins.events.model import Event, Occurrence, Reading
from plugins.events.sources import Sheet, read_sheet, sheets_given, sheets_of
from plugins.kernel.entry import Entry
from plugins.tools.facts import unknown_program
from plugins.tools.when import when_words

KIND = "events"
SKIPPED_AHEAD = timedelta(days=60)


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
            generator.say_unknown_programs()


class EventsGenerator(SiteGenerator):
    """Reads the spreadsheets and writes /events/."""

    def generate_context(self) -> None:
        """Read every source; templates find the result under `agenda`."""
        self.build.expect(KIND)
        self.copied: set[str] = set()
        events = [event for sheet in self._sheets() for event in self._read(sheet)]
        self.agenda = Agenda(events, self.build.library)
        self.context["agenda"] = self.agenda
        for language in self.languages:
            self.claim(*(listing.address for listing in self._listings(language)))
        self.claim(*(event.address for event in self.agenda.events))

    def _sheets(self) -> tuple[Sheet, ...]:
        build, given = self.build, self.settings["BROADSIDE_EVENTS"]
        found = sheets_of(build.library, build.content)
        if not given:
            build.problems += found.problems
            return found.sheets
        self._use(found.sheets)
        build.defaults += (f"Events: those of {build.shown(Path(given))}, in place of the library's own.",)
        sheets = sheets_given(given, self.settings["BROADSIDE_TIMEZONE"])
        return tuple(replace(sheet, file=build.shown(sheet.path)) for sheet in sheets)

    def _use(self, sheets: Iterable[Sheet]) -> None:
        self.build.use(*(sheet.file for sheet in sheets), *(note_of(sheet.file) for sheet in sheets if sheet.copy))

    def _read(self, sheet: Sheet) -> tuple[Event, ...]:
        self._use([sheet])
        reading = read_sheet(sheet, self.build.library, self.build.now.date())
        self.build.problems += reading.problems
        if sheet.copy:
            self.copied.add(sheet.file)
            self.build.problems += report_age(sheet.copy, sheet.source, self.build.now)
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
            problem = rules.DUPLICATE_ID.at(
                event.source,
                line=event.line,
                column="id",
                value=event.uid,
                what=f'The id "{event.uid}" is also that of {holder}; this row was left out.',
                cure="Give one of the two rows another id.",
            )
            self.build.problems.append(soften(problem) if event.source in self.copied else problem)
        return not holder

    def say_unknown_programs(self) -> None:
        """Warn of each event that names a program the library does not have."""
        known: frozenset[str] = self.context["program_slugs"]
        for event in self.agenda.events:
            self.build.problems += unknown_program(event.program, known, file=event.source, line=event.line)

    def _listings(self, language: str) -> tuple[Listing, ...]:
        return listings(self.agenda, language, self.prefix(language), self.build.now)

    def generate_output(self, writer: Writer) -> None:
        """Write the lists in each language, then a page for each event."""
        for language in self.languages:
            for listing in self._listings(language):
                self._write_list(writer, listing)
        for event in self.agenda.events:
            said = len(self.build.problems)
            self._write_event(writer, event)
            if event.source in self.copied:
                self.build.problems[said:] = map(soften, self.build.problems[said:])

    def _write_list(self, writer: Writer, listing: Listing) -> None:
        say = partial(writer.interface.say, listing.language)
        title = listing.title(say)
        description = say("describe.events", {"title": title, "library": self.build.library.name})
        head = self.head(writer, listing.address, title, listing.language, description=description)
        self.write_page(writer, "events/list", head, **listing.names(say))

    def _write_event(self, writer: Writer, event: Event) -> None:
        build, today = self.build, self.build.now.date()
        entry = self.entry(event)
        from_us = writer.interface.say(entry.language, "head.from", {"library": build.library.name})
        feeds = feeds_of(build, writer.interface, entry.language)
        made = render(build, event.description, file=event.source, line=event.line)
        programs = self.context["programs_by_language"].get(entry.language, ())
        occurrences = self.agenda.upcoming(build.now, NEXT_DATES, uid=event.uid)
        one = next(iter(occurrences), Occurrence(event=event, starts=event.starts, ends=event.ends))
        self.write_page(
            writer,
            "events/detail",
            head_of(entry, build.library.name, feeds, event.where, from_us),
            event=event,
            one=one,
            when=_when(one, entry.language, build.now),
            occurrences=occurrences,
            skipped=tuple(skipped(event, today, today + SKIPPED_AHEAD)),
            description=Markup(
                lead(made.html, self.build, self.context["generated_content"], file=event.source, line=event.line)
            ),
            program=next((program for program in programs if program.slug == event.program), None),
            related=related(event, self.agenda, build.now),
            picture=picture_of(build, event.image, alt=event.image_alt, credit="", file=event.source, line=event.line),
        )

    def entry(self, event: Event) -> Entry:
        """Return an event as everything but its own page sees it."""
        return entry_of(event, self.agenda, self.build.now, self.languages)


def _when(one: Occurrence, language: str, now: datetime) -> str:
    """Return when and where, in a sentence: "Saturday 17 October, 2:00 to 3:30 pm, Riverbend, Workshop"."""
    words = when_words(one, language, now)
    return f"{words}, {one.event.where}" if one.event.where else words
