"""Events in Pelican: reads the spreadsheets, hands templates the agenda, writes what's on and a page for each event."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.build import Outcome
from plugins.bridge.digest import hashed
from plugins.bridge.generators import SiteGenerator
from plugins.bridge.head import Head, LateHead, head_of
from plugins.bridge.links import lead
from plugins.bridge.page import INDEX
from plugins.bridge.picture import ImageFacts, Picture, picture_of
from plugins.bridge.texts import render
from plugins.events.agenda import Agenda
from plugins.events.copies import note_of, report_age
from plugins.events.entries import entry_of, when_and_where
from plugins.events.expand import skipped
from plugins.events.facets import every_address, long_kinds
from plugins.events.listing import ARCHIVE, Edition, Listing, MonthPage
from plugins.events.model import Event
from plugins.events.plan import plan_lists
from plugins.events.reading import Reading
from plugins.events.sources import Sheet, known_elsewhere, read_sheet, sheets_given, sheets_of, unused_columns
from plugins.events.standing import Standing
from plugins.kernel.entry import Entry
from plugins.kernel.later import Later
from plugins.kernel.library import EventSource
from plugins.tools.facts import unknown_program

KIND = "events"
LARGE_BYTES = 100_000
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
    """Plan the lists, and make an entry of each event."""
    for generator in generators:
        if isinstance(generator, EventsGenerator):
            generator.plan()
            generator.build.entries += generator.make_entries()
            generator.say_unknown_programs()


def _may_name_a_file(event: Event) -> bool:
    """Tell whether an event's text may lead to another file, of which more must be known than its name."""
    return ".m" in event.description


class EventsGenerator(SiteGenerator):
    """Reads the spreadsheets and writes /events/."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        # A large spreadsheet is read by another process from now on, while this one reads the posts.
        self._waiting = [(sheet, self._begin(sheet)) for sheet in self._sheets()]

    def generate_context(self) -> None:
        """Read every source; templates find the result under `agenda`."""
        self.build.expect(KIND)
        if self._waiting:  # A large spreadsheet is still being read.
            self.prepare("events/detail", "events/list", "events/month")
        self.headers: list[tuple[EventSource, tuple[str, ...]]] = []
        events = [event for sheet, reading in self._waiting for event in self._read(sheet, reading())]
        for source in self.build.library.event_sources:
            self.build.problems += unused_columns(source, [one for other, one in self.headers if other == source])
        self.agenda = self.context["agenda"] = Agenda(events, self.build.library)
        self.standing = Standing(self.agenda, self.build.now)
        self.claim(*(event.address for event in self.agenda.events))

    def _sheets(self) -> tuple[Sheet, ...]:
        build, given = self.build, self.settings["BROADSIDE_EVENTS"]
        found = sheets_of(build.library, build.content)
        if not given:
            build.problems += found.problems
            return found.sheets
        self._use(found.sheets)
        build.defaults += (f"Events: those of {build.shown(Path(given))}, in place of the library's own.",)
        zone = self.settings["BROADSIDE_TIMEZONE"]
        return tuple(replace(sheet, file=build.shown(sheet.path)) for sheet in sheets_given(given, zone))

    def _use(self, sheets: Iterable[Sheet]) -> None:
        self.build.use(*(sheet.file for sheet in sheets), *(note_of(sheet.file) for sheet in sheets if sheet.copy))

    def _begin(self, sheet: Sheet) -> Callable[[], Reading]:
        """Return what waits for the reading of a sheet; a large one that is what it was is not read again that day."""
        data = sheet.path.read_bytes()
        read = partial(read_sheet, sheet, self.build.library, self.build.now.date())
        return self.build.memory.results.recall(read, "sheet", sheet, hashed(data)) if len(data) > LARGE_BYTES else read

    def _read(self, sheet: Sheet, reading: Reading) -> tuple[Event, ...]:
        self._use([sheet])
        self.build.problems += reading.problems
        self.headers.append((sheet.source, reading.header))
        if sheet.is_archive or sheet.foreign:
            # Some of an archive was kept of web sources, whose texts are not ours to mend.
            self.build.be_lenient(sheet.file, "images.", *(["text."] if sheet.is_archive else []))
        if sheet.copy:
            self.build.be_lenient(sheet.file, "")
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
            self.build.problems.append(known_elsewhere(event, holder))
        return not holder

    def say_unknown_programs(self) -> None:
        """Warn of each event that names a program the library does not have."""
        known: frozenset[str] = self.context["program_slugs"]
        for one in self.agenda.events:
            self.build.problems += unknown_program(one.program, known, file=one.source, line=one.line)

    def plan(self) -> None:
        """Work out which lists there are, and take their addresses; what programs there are is known by now."""
        self.plans = plan_lists(self.agenda, self.build.now, self.context["program_slugs"])
        for language in self.languages:
            edition = self._edition(language, {})
            self.claim(f"{edition.prefix}{ARCHIVE}", *(page.address for page in edition.listings()))
            self.claim(*(month.address for month in edition.months()))
            self.claim(*(f"{edition.prefix}{every_address(kind)}" for kind in long_kinds(self.agenda)))

    def _edition(self, language: str, programs: dict[str, str]) -> Edition:
        return Edition(
            agenda=self.agenda,
            plans=self.plans,
            language=language,
            prefix=self.prefix(language),
            now=self.build.now,
            programs=programs,
        )

    def generate_output(self, writer: Writer) -> None:
        """Write the lists in each language, then a page for each event."""
        for language in self.languages:
            programs = self.context["programs_by_language"].get(language, ())
            edition = self._edition(language, {program.slug: program.title for program in programs})
            for listing in edition.listings():
                self._write_list(writer, "events/list", listing)
            for month in edition.months():
                self._write_list(writer, "events/month", month)
            self._write_archive(writer, edition)
            for kind in long_kinds(self.agenda):
                names = edition.everything_of(kind, partial(writer.interface.say, language))
                head = self._list_head(writer, f"{edition.prefix}{every_address(kind)}", names["title"], language)
                self.write_page(writer, "events/values", head, **names)
        for event in self.agenda.events:
            self._write_event(writer, event)

    def _write_list(self, writer: Writer, template: str, page: Listing | MonthPage) -> None:
        say = partial(writer.interface.say, page.edition.language)
        head = self._list_head(writer, page.address, page.full_title(say), page.edition.language)
        self.write_page(writer, template, head, **page.names(say))

    def _write_archive(self, writer: Writer, edition: Edition) -> None:
        title = writer.interface.say(edition.language, "title.archive", {})
        head = self._list_head(writer, f"{edition.prefix}{ARCHIVE}", title, edition.language)
        self.write_page(writer, "events/archive", head, title=title, years=edition.archive())

    def _list_head(self, writer: Writer, address: str, title: str, language: str) -> Head:
        said = writer.interface.say(language, "describe.events", {"title": title, "library": self.build.library.name})
        return self.head(writer, address, title, language, description=said)

    def _write_event(self, writer: Writer, event: Event) -> None:
        build, file = self.build, f"{event.address}{INDEX}"
        build.names[file] = partial(self._event_names, writer, event)
        if not event.image and not _may_name_a_file(event):
            build.anywhere.add(file)
        writer.write_file(file, self.get_template("events/detail"), self.context, True, url=event.address)

    def _event_names(self, writer: Writer, event: Event) -> dict[str, Any]:
        """Return what an event's page may use."""
        build, entry, one = self.build, self._entries[event.uid], self.standing.shown(event)
        today, programs = build.now.date(), self.context["programs_by_language"].get(entry.language, ())
        shown = ImageFacts(event.image, event.image_alt)
        picture = picture_of(build, shown, file=event.source, line=event.line, place="event")
        when = Later((one, entry.language), lambda: when_and_where(one, entry.language, build.now))
        made_of = (event, entry.alternates, entry.listed, one, picture, writer.said_of_all(entry.language))
        head = partial(self._event_head, writer, entry, when, picture)
        return {
            "head": LateHead(address=entry.address, language=entry.language, made_of=made_of, make=head),
            "event": event,
            "one": one,
            "when": when,
            "occurrences": self.standing.upcoming(event),
            "skipped": tuple(skipped(event, today, today + SKIPPED_AHEAD)),
            "description": self._description(event),
            "program": next((program for program in programs if program.slug == event.program), None),
            "related": self.standing.related(event),
            "picture": picture,
        }

    def _description(self, event: Event) -> Markup | Later[Markup]:
        """Return what there is to say of an event; one whose text names no other file is read when its page is made."""

        def make() -> Markup:
            made = render(self.build, event.description, file=event.source, line=event.line)
            files = self.context["generated_content"]
            return Markup(lead(made.html, self.build, files, file=event.source, line=event.line))

        return make() if _may_name_a_file(event) else Later((event.description, event.source, event.line), make)

    def _event_head(self, writer: Writer, entry: Entry, when: Later[str], picture: Picture | None) -> Head:
        """Return the head of an event's page: when and where it is belongs to what is said of it elsewhere."""
        feeds, from_us = writer.said_of_all(entry.language)
        summary = ". ".join(filter(None, (when.value, entry.summary)))
        head = head_of(entry, self.build.library.name, feeds, from_us, summary=summary)
        if picture is None or not picture.shown.is_photograph:
            return head
        return replace(head, image=picture.address, image_alt=picture.alt)

    def make_entries(self) -> list[Entry]:
        """Return each event as everything but its own page sees it."""
        languages, tell = self.languages, self._description
        self._entries = {one.uid: entry_of(one, self.standing, languages, tell) for one in self.agenda.events}
        return [*self._entries.values()]
