"""Calendars in Pelican: writes a file for everything, for each list of what is on and for each event."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path

from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.bridge.picture import shared_address
from plugins.bridge.texts import render
from plugins.calendars import rules
from plugins.calendars.choose_calendars import Choice, choices, event_file
from plugins.calendars.choose_color import nearest_color
from plugins.calendars.links import CalendarLinks
from plugins.calendars.model import Telling, Voice, period_at
from plugins.calendars.plain_text import plain_text
from plugins.calendars.render_events_json import ADDRESS, render_events_json
from plugins.calendars.site_calendars import SiteCalendars
from plugins.calendars.tell_pages import PageCalendars
from plugins.events.model import Event
from plugins.kernel.library import Branch
from plugins.tools.inked_style import inked_style
from plugins.tools.palette import palette

# How many times are in a list that other sites frame; its style shows ten that are not over.
EMBEDDED = 30
STYLE = "embed/embed.css"


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(plan)


def generators(pelican: object) -> type[CalendarsGenerator]:
    """Return the generator of calendars."""
    del pelican
    return CalendarsGenerator


def plan(generators: list[Generator]) -> None:
    """Take the calendars' addresses before any page names them."""
    for generator in generators:
        if isinstance(generator, CalendarsGenerator):
            generator.plan()


class CalendarsGenerator(SiteGenerator):
    """Writes calendar.ics beside each list of what is on, and a file beside each event's page."""

    def plan(self) -> None:
        """Take the addresses of every calendar, and tell pages of their own when they are written."""
        chosen = choices(self.context["agenda"], {})
        self.claim(*(one.address for one in chosen))
        self.claim(*(event_file(event) for event in self.context["agenda"].events))
        self.claim(ADDRESS, STYLE, *(address for language in self.languages for address in self._embeds(language)))
        self.build.on_pages["calendar"] = self._calendar
        self.build.on_pages["calendars"] = self._calendars

    def _calendar(self, address: str, language: str) -> CalendarLinks | None:
        return self.pages.calendar(address, language)

    def _calendars(self, address: str, language: str) -> tuple[CalendarLinks, ...]:
        return self.pages.calendars(address, language)

    @cached_property
    def voice(self) -> Voice:
        """Return what calendars speak with: the words of the site's own language."""
        library = self.build.library
        return Voice(library=library, say=partial(self.build.writer.interface.say, library.languages[0]))

    @cached_property
    def chosen(self) -> tuple[Choice, ...]:
        """Return every calendar that is about more than one event."""
        programs = self.context["programs_by_language"].get(self.languages[0], ())
        return choices(self.context["agenda"], {program.slug: program.title for program in programs})

    @cached_property
    def calendars(self) -> SiteCalendars:
        """Return what writes the calendars."""
        library, now = self.build.library, self.build.now
        brand = palette(library.hue, library.chroma).light["brand"]
        color = nearest_color(brand), brand
        return SiteCalendars(self.context["agenda"], self.voice, period_at(now), color, self.build.has)

    @cached_property
    def pages(self) -> PageCalendars:
        """Return what knows the calendar of every page."""
        return PageCalendars(self.chosen, self.context["agenda"].events, self.voice, self.calendars.next_of)

    def _embeds(self, language: str) -> dict[str, Branch | None]:
        """Return what other sites may frame in a language, by its address: everything, and each branch."""
        prefix = f"{self.prefix(language)}embed/"
        branches = {
            f"{prefix}{branch.address.removeprefix('branches/')}": branch for branch in self.build.library.branches
        }
        return {prefix: None, **branches}

    def generate_output(self, writer: Writer) -> None:
        """Write every calendar, and what partners use."""
        self._write_calendars()
        self.write_text(ADDRESS, render_events_json(self.context["agenda"], self.voice, self.build.now.date()))
        style = (Path(self.theme) / "static" / "embed" / "embed.css").read_text("utf-8")
        colors = palette(self.build.library.hue, self.build.library.chroma)
        self.write_text(STYLE, inked_style(style, colors.light, colors.dark))
        for language in self.languages:
            for address, branch in self._embeds(language).items():
                self._write_embed(writer, language, address, branch)

    def _write_embed(self, writer: Writer, language: str, address: str, branch: Branch | None) -> None:
        say = partial(writer.interface.say, language)
        name = branch.name.in_(language) if branch else self.build.library.name
        title = say("embed.title", {"name": name})
        description = say("embed.describe", {"name": name, "library": self.build.library.name})
        head = self.head(writer, address, title, language, kind="other", description=description, unlisted=True)
        chosen = {"branch": branch.id} if branch else {}
        self.write_page(
            writer,
            "calendars/embed",
            head,
            title=title,
            label=name,
            more=f"events/{''.join(f'{kind}/{id_}/' for kind, id_ in chosen.items())}",
            occurrences=self.context["agenda"].upcoming(self.build.now, EMBEDDED, **chosen),
        )

    def _write_calendars(self) -> None:
        for address, file in self.calendars.files(self.chosen, self._tell):
            self.write_text(address, file.data)
            if file.left_out:
                self._say_nearest_only(address, file.left_out)

    def _tell(self, event: Event) -> Telling:
        build = self.build
        made = render(build, event.description, file=event.source, line=event.line)
        picture = shared_address(build, event.image)
        return Telling(
            text=plain_text(made.html, build.library.address),
            image=build.library.address + picture if picture else "",
        )

    def _say_nearest_only(self, address: str, left_out: int) -> None:
        self.build.problems.append(
            rules.NEAREST_ONLY.at(
                address,
                what=f"{left_out} events that are further off have no room in this calendar.",
                cure="Nothing to do: they follow as time goes by. The calendars of branches and audiences hold more.",
            )
        )
