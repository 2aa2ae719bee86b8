"""Hosting in Pelican: writes what hosts read beside the pages, leads old addresses on, and tells pages their policy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cached_property, partial
from html import escape

from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.asked_now import FOREVER
from plugins.bridge.decode import decode
from plugins.bridge.generators import SiteGenerator
from plugins.hosting import rules
from plugins.hosting.content_types import SPECULATION_RULES
from plugins.hosting.model import HEADERS_FILE, REDIRECTS_FILE, Row
from plugins.hosting.next_change import FILE as NEXT_CHANGE
from plugins.hosting.next_change import moments_of_library, next_change, render_next_change
from plugins.hosting.plan_redirects import Plan, pages_of
from plugins.hosting.policy import meta_policy
from plugins.hosting.read_redirects import FILE, read_redirects
from plugins.hosting.redirect import Redirect, Wish
from plugins.hosting.render_headers_file import render_headers_file
from plugins.hosting.render_redirects_file import RULES_LIMIT, is_cut, render_redirects_file
from plugins.hosting.speculation_rules import render_speculation_rules
from plugins.hosting.table import row_of, table
from plugins.kernel.entry import Entry

DAY = timedelta(days=1)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(plan)


def generators(pelican: object) -> type[HostingGenerator]:
    """Return the generator of what hosts need."""
    del pelican
    return HostingGenerator


def plan(generators: list[Generator]) -> None:
    """Be asked by every page when it is written."""
    for generator in generators:
        if isinstance(generator, HostingGenerator):
            generator.build.on_pages["policy"] = generator.policy


class HostingGenerator(SiteGenerator):
    """Writes files for hosts and browsers, which no reader looks at, and a page at each old address."""

    def generate_context(self) -> None:
        """Take the addresses, and say that the list of old ones is used."""
        self.claim(SPECULATION_RULES, HEADERS_FILE, REDIRECTS_FILE, NEXT_CHANGE)
        self.build.use(FILE)

    def policy(self, address: str, language: str) -> str:
        """Return what a page says for itself of what it may load."""
        del language
        said = meta_policy(row_of(address, self._rows).policy)
        # Only single quotation marks are in it, and those mean nothing within an attribute in double ones.
        return Markup(escape(said, quote=False).replace('"', "&quot;"))

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        # Every page of the site asks for its own, at each build.
        return table(self.build.library)

    def generate_output(self, writer: Writer) -> None:
        """Write the files for hosts, and the pages that lead on."""
        library, host = self.build.library, self.settings["HOSTING_HOST"]
        self.write_text(SPECULATION_RULES, render_speculation_rules(library))
        self.write_text(HEADERS_FILE, render_headers_file(library, (), host))
        redirects = self._redirects()
        self.write_text(REDIRECTS_FILE, render_redirects_file(redirects, host))
        if is_cut(redirects, host):
            what, cure = f"Cloudflare Pages reads {RULES_LIMIT} old addresses at most.", "Take out those nobody uses."
            self.build.problems.append(rules.TOO_MANY.at(FILE, what=what, cure=cure))
        for one in pages_of(redirects):
            self._write_moved(writer, one)
        self._write_next_change()

    def _write_next_change(self) -> None:
        now: datetime = self.build.now.plain
        moments = [*moments_of_library(self.build.library, now), *self._moments_of_events(now)]
        waiting = self.build.memory.documents_until
        if waiting < FOREVER:
            moments.append((datetime.fromtimestamp(waiting, UTC), "the day of a post or page comes"))
        self.write_text(NEXT_CHANGE, render_next_change(*next_change(now, moments)))

    def _moments_of_events(self, now: datetime) -> Iterator[tuple[datetime, str]]:
        agenda, today = self.context["agenda"], now.date()
        lead = timedelta(days=self.build.library.announce_days)
        for one in agenda.between(today - DAY, today + DAY):
            yield one.starts, "an event begins"
            yield one.finishes, "an event ends"
        for one in agenda.between(today + lead - DAY, today + lead + DAY):
            yield one.starts - lead, "feeds tell of an event"
        for event in agenda.events:
            for moment in (event.registration.opens, event.registration.closes):
                if moment:
                    yield moment, "booking opens or closes"

    def _redirects(self) -> tuple[Redirect, ...]:
        # Whoever tells pages something has taken all of its addresses by then.
        for tell in self.build.on_pages.values():
            tell("", self.languages[0])
        made = Plan(self.build.library.address, self.build.has)
        made.take(self._of_pages())
        made.take(self._of_table())
        found = made.redirects()
        self.build.problems += made.problems
        for one in found:
            if not one.file:
                what = f'"/{one.path}{"?" if one.query else ""}{one.query}" can be led on by a server only.'
                cure = (
                    "Nothing to do where your host is Netlify, nginx or Caddy; GitHub Pages answers that it is missing."
                )
                self.build.problems.append(rules.NEEDS_SERVER.at(FILE, value=one.path, what=what, cure=cure))
        return found

    def _of_pages(self) -> Iterator[Wish]:
        for entry in sorted(self.build.entries, key=lambda one: one.address):
            for written in entry.old_addresses:
                line = getattr(written, "line", None)
                yield Wish(written=str(written), target=entry.address, file=entry.source, line=line)

    def _of_table(self) -> tuple[Wish, ...]:
        path = self.build.content / FILE
        if not path.is_file() or not path.resolve().is_relative_to(self.build.content):
            return ()
        text, problems = decode(path.read_bytes(), FILE)
        wishes, more = read_redirects(text)
        self.build.problems += [*problems, *more]
        return wishes

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return {entry.address: entry for entry in self.build.entries}

    def _write_moved(self, writer: Writer, one: Redirect) -> None:
        entry = self._entries.get(one.target.partition("#")[0])
        language = entry.language if entry else self.languages[0]
        say = partial(writer.interface.say, language)
        title = say("moved.title", {})
        description = say("moved.describe", {"library": self.build.library.name})
        address = one.file.removesuffix("index.html")
        head = self.head(writer, address, title, language, kind="other", description=description, unlisted=True)
        name = entry.title if entry else one.target or self.build.library.name
        label = say("moved.on", {"name": name})
        names = {"title": title, "label": label, "target": one.target, "elsewhere": one.is_elsewhere}
        self.write_page(writer, "hosting/moved", head, **names, way=one.way)
