"""Standing pages in Pelican: home, subscribe, the page for what is not found, and the unlisted style guide."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from pelican import signals
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.bridge.page import NOT_FOUND
from plugins.kernel.entry import Entry

HOME_DAYS = 14
HOME_POSTS = 3
FOLLOWING = 4
GUIDE = "style-guide/"


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)


def generators(pelican: object) -> type[StandingPagesGenerator]:
    """Return the generator of standing pages."""
    del pelican
    return StandingPagesGenerator


class StandingPagesGenerator(SiteGenerator):
    """Writes the pages that every site has."""

    def generate_context(self) -> None:
        """Take the addresses."""
        for language in self.languages:
            self.claim(self.prefix(language), f"{self.prefix(language)}subscribe/")
        self.claim(GUIDE, NOT_FOUND)

    def generate_output(self, writer: Writer) -> None:
        """Write home and subscribe in each language, and the pages there is one of."""
        for language in self.languages:
            self._write_home(writer, language)
            self._write(writer, "subscribe", f"{self.prefix(language)}subscribe/", language)
        own = self.languages[0]
        self._write(writer, "404", NOT_FOUND, own, kind="missing", unlisted=True)
        self._write(writer, "styleguide", GUIDE, own, unlisted=True, **self._examples())

    def _write(self, writer: Writer, name: str, address: str, language: str, **more: Any) -> None:
        say = partial(writer.interface.say, language)
        names = {key: more.pop(key) for key in list(more) if key not in {"kind", "unlisted"}}
        description = say(f"describe.{name}", {"library": self.build.library.name})
        head = self.head(writer, address, say(f"title.{name}", {}), language, description=description, **more)
        self.write_page(writer, name, head, **names)

    def _write_home(self, writer: Writer, language: str) -> None:
        library = self.build.library
        say = partial(writer.interface.say, language)
        tag_line = library.tag_line.in_(language) or say("describe.home", {"library": library.name})
        head = self.head(writer, self.prefix(language), library.name, language, kind="home", description=tag_line)
        self.write_page(writer, "index", head, **self._home(language))

    def _days(self) -> tuple[Any, ...]:
        """Return the next fourteen days, those with nothing on among them."""
        today = self.build.now.date()
        days: tuple[Any, ...] = self.context["agenda"].every_day(today, today + timedelta(days=HOME_DAYS - 1))
        return days

    def _home(self, language: str) -> dict[str, Any]:
        programs = self.context["programs_by_language"].get(language, ())
        return {
            "days": self._days(),
            "programs": programs,
            "posts": self._latest(language),
            "following": self.context["agenda"].upcoming(self.build.now, FOLLOWING),
            "figure": None,
        }

    def _latest(self, language: str) -> list[Entry]:
        posts = [one for one in self.build.entries if one.kind == "post" and one.listed and one.published]
        own = [one for one in posts if one.language == language]
        known = {address.address for one in own for address in one.alternates}
        site = [one for one in posts if one.language == self.languages[0] and one.address not in known]
        found = sorted([*own, *(site if language != self.languages[0] else [])], key=_newest)
        # Without their texts, which home does not show.
        return [replace(one, body="") for one in found[:HOME_POSTS]]

    def _examples(self) -> dict[str, Any]:
        agenda = self.context["agenda"]
        programs = self.context["programs_by_language"].get(self.languages[0], ())
        return {
            "days": self._days(),
            "occurrences": agenda.upcoming(self.build.now, 6),
            "programs": programs[:2],
            "posts": self._latest(self.languages[0]),
        }


def _newest(post: Entry) -> tuple[float, str]:
    return (-post.published.timestamp() if post.published else 0.0, post.address)
