"""Infographics in Pelican: a class of content of its own, its list and its pages, and the drawings in every text."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from markupsafe import Markup
from pelican import signals
from pelican.contents import Content
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.build import Build, Outcome
from plugins.bridge.generators import CollectionGenerator, alternates_of
from plugins.bridge.head import head_of
from plugins.bridge.lazy_content import text_for_readers
from plugins.bridge.links import mend_links
from plugins.bridge.page import feeds_of
from plugins.bridge.reader import Read
from plugins.infographics.drawer import Drawer
from plugins.infographics.export_files import Exporter, ExportFile, square_of
from plugins.infographics.infographic import Infographic
from plugins.infographics.model import Chart
from plugins.infographics.read_infographic import read_infographic
from plugins.infographics.render_chart import render_chart
from plugins.infographics.render_csv import render_csv
from plugins.infographics.render_poster import render_poster, render_tables
from plugins.infographics.sample_charts import sample_charts
from plugins.infographics.say_poster import poster_of
from plugins.infographics.unused_tables import files_below, unused_tables
from plugins.infographics.view import InfographicView
from plugins.kernel.entry import Entry
from plugins.kernel.later import Later
from plugins.kernel.library import MenuItem
from plugins.tools.front_matter import FrontMatter

KIND = "infographics"
LIST = "infographics/"


class InfographicContent(Content):  # type: ignore[misc]  # Pelican publishes no types
    """An infographic as Pelican knows content; its addresses are INFOGRAPHIC_URL and so on in the settings."""

    mandatory_properties = ("title",)
    default_template = "infographics/detail"
    default_status = "published"

    def _expand_settings(self, key: str, klass: str | None = None) -> str:
        del klass
        address: str = super()._expand_settings(key, "infographic")
        return address


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(publish_entries)


def generators(pelican: object) -> type[InfographicsGenerator]:
    """Return the generator of infographics."""
    del pelican
    return InfographicsGenerator


def publish_entries(generators: list[Generator]) -> None:
    """Make an entry of each published infographic, and take the addresses of the numbers of every drawing."""
    for generator in generators:
        if isinstance(generator, InfographicsGenerator):
            for content in generator.contents:
                mend_links(content, generator.build)
            generator.build.entries += [_entry(content) for content in generator.contents]
            generator.claim(*(one.data_address for charts in generator.build.charts.values() for one in charts))


class InfographicsGenerator(CollectionGenerator):
    """Reads content/infographics/ and writes /infographics/, and the numbers of every drawing on the site."""

    folder = KIND
    content_class = InfographicContent

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Draw the blocks of every text from now on: all generators are made before the first of them reads."""
        super().__init__(*arguments, **named)
        self._drawer = Drawer(Path(self.theme), self.build.library, self.build.files)
        self.build.draw = self._drawer.draw

    def generate_context(self) -> None:
        """Read the infographics, and take the addresses of their lists where there are any."""
        self.build.expect(KIND)
        self.contents = self.read_all(partial(_interpret, self.build))
        self.listing = self.languages if self.contents else ()
        self.claim(*(f"{self.prefix(language)}{LIST}" for language in self.listing))
        self.claim(*map(self._embed, self.contents), *(one.address for files in self._files.values() for one in files))
        for language in self.languages:
            self.build.names[f"{self.prefix(language)}style-guide/index.html"] = partial(self._samples, language)
        if self.listing:
            self.build.sections += (MenuItem(address=LIST),)
        self._tables = files_below(self.build.content)
        self.build.use(*map(self.build.shown, self._tables))

    def _samples(self, language: str) -> dict[str, Markup]:
        """Return what the style guide shows: a chart of every kind."""
        words = self._drawer.words(language)
        return {"charts": Markup("".join(render_chart(chart, words) for chart in sample_charts(words)))}

    def _views(self, language: str) -> tuple[InfographicView, ...]:
        """Return every infographic, the newest first, each in this language where there is one, else in its own."""
        best: dict[str, Content] = {}
        for content in self.contents:
            key = content.infographic.key
            if key not in best or content.lang == language:
                best[key] = content
        chosen = sorted(best.values(), key=lambda one: (-one.infographic.date.timestamp(), one.url))
        return tuple(replace(_view(one), image=square_of(self._files.get(one.url, ()))) for one in chosen)

    def generate_output(self, writer: Writer) -> None:
        """Write the list in each language, a page for each infographic, and the numbers of every drawing."""
        for language in self.listing:
            self._write_list(writer, language)
        for content in self.contents:
            self._write_one(writer, content)
        for charts in self.build.charts.values():
            for chart in charts:
                make = partial(_numbers, chart)
                self.write_made(writer, chart.data_address, make, chart.numbers)
        asked = {unquote(name) for name, _ in self.build.memory.questions()}
        self.build.problems += unused_tables(self._tables, lambda one: self.build.shown(one) in asked, self.build.shown)

    def _write_one(self, writer: Writer, content: Content) -> None:
        """Write the page of an infographic, the same for other sites to frame, and the files it leaves the site in."""
        site, lang, charts = self.build.library.name, content.lang, content.charts
        feeds = feeds_of(self.build, writer.interface, lang)
        head = head_of(_entry(content), site, feeds, writer.interface.say(lang, "head.from", {"library": site}))
        words = self._drawer.words(lang)
        names = {
            "infographic": _view(content),
            "panels": Later((charts, "panels"), lambda: Markup(render_poster(charts, words))),
            "numbers": Later((charts, "numbers"), lambda: Markup(render_tables(charts, words))),
        }
        files, embed = self._files.get(content.url, ()), self._embed(content)
        shown = [self._shown(one) for one in files]
        self.write_page(writer, "infographics/detail", head, **names, files=shown, embed=embed)
        framed = replace(head, address=embed, alternates=(), feeds=(), unlisted=True)
        self.write_page(writer, "infographics/embed", framed, **names)
        for one in files:
            self.write_drawn(writer, one.address, one.make, *self._made_of(one))

    def _write_list(self, writer: Writer, language: str) -> None:
        say = partial(writer.interface.say, language)
        description = say("describe.infographics", {"library": self.build.library.name})
        address = f"{self.prefix(language)}{LIST}"
        head = self.head(writer, address, say("title.infographics", {}), language, description=description)
        self.write_page(writer, "infographics/list", head, infographics=self._views(language))

    @cached_property
    def _files(self) -> dict[str, tuple[ExportFile, ...]]:
        """Return the files of each infographic by its address; none in a preview, nor without the fonts."""
        library, is_on = self.build.library, self.settings["INFOGRAPHIC_FILES"] and not self.build.drafts_shown
        exporter = Exporter(Path(self.theme) / "fonts-ttf", library)
        if not is_on or not exporter.made_with:
            return {}
        found: dict[str, tuple[ExportFile, ...]] = {}
        for content in self.contents:
            poster = poster_of(content.infographic, content.charts, content.url, library)
            files, problems = exporter.files(poster, self._drawer.words(content.lang))
            self.build.problems += [replace(one, file=content.relative_source_path) for one in problems]
            found[content.url] = files
        return found

    def _embed(self, content: Content) -> str:
        prefix = self.prefix(content.lang)
        return f"{prefix}embed/{content.url.removeprefix(prefix)}"

    def _made_of(self, one: ExportFile) -> tuple[object, ...]:
        return (one.made_of, self.build.memory.words)

    def _shown(self, one: ExportFile) -> dict[str, str]:
        """Return a file as its page names it, with a mark that changes when the file does."""
        mark = self.build.memory.digests.of(self._made_of(one)).hex()[:8]
        return {"address": f"{one.address}?{mark}", "words": one.words, "type": one.type}


def _numbers(chart: Chart, now: object) -> str:
    del now
    return render_csv(chart.numbers)


def _interpret(build: Build, front: FrontMatter, path: Path) -> Read:
    file = build.shown(path)
    infographic, problems = read_infographic(front, file, PurePosixPath(file), build.library, build.now)
    if infographic is None:
        return Read(metadata=None, problems=problems, outcome=Outcome.LEFT_OUT)
    waiting = Outcome.WAITING if infographic.waiting else Outcome.PUBLISHED
    outcome = Outcome.DRAFTS if infographic.is_draft else waiting
    if outcome is not Outcome.PUBLISHED and not build.drafts_shown:
        return Read(metadata=None, problems=problems, outcome=outcome)
    metadata = {
        "title": infographic.title,
        "slug": infographic.slug,
        "lang": infographic.language,
        "translation_id": infographic.key,
        "summary": infographic.summary,
        "infographic": infographic,
    }
    prefix = "" if infographic.language == build.library.languages[0] else f"{infographic.language}/"
    address = f"{prefix}{LIST}{infographic.slug}/"
    return Read(metadata=metadata, problems=problems, outcome=outcome, address=address)


def _view(content: Content) -> InfographicView:
    return InfographicView(
        infographic=content.infographic,
        address=content.url,
        text=text_for_readers(content),
        charts=content.charts,
        summary=_summary(content),
    )


def _summary(content: Content) -> str:
    """Return what an infographic says of itself, or else what its first drawing shows."""
    return str(content.summary) or next((chart.sentence for chart in content.charts if chart.sentence), "")


def _entry(content: Content) -> Entry:
    infographic: Infographic = content.infographic
    return Entry(
        kind="infographic",
        address=content.url,
        title=infographic.title,
        language=infographic.language,
        summary=_summary(content),
        body=text_for_readers(content),
        id=infographic.id,
        published=infographic.date,
        updated=infographic.updated,
        authors=infographic.authors,
        tags=infographic.tags,
        topics=infographic.topics,
        branches=infographic.branches,
        audiences=infographic.audiences,
        alternates=alternates_of(content),
        status="draft" if infographic.is_draft else "waiting" if infographic.waiting else "",
        source=content.relative_source_path,
    )
