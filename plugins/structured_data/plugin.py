"""Structured data in Pelican: tells each page what it is about, as JSON-LD for its head."""

from __future__ import annotations

from functools import cached_property, partial

from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator

from plugins.bridge.generators import SiteGenerator
from plugins.bridge.picture import shared_address
from plugins.kernel.entry import Entry
from plugins.structured_data.describe_crumbs import crumbs_node
from plugins.structured_data.describe_page import describe_page
from plugins.structured_data.model import Speaker
from plugins.structured_data.render_script import render_script


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(plan)


def generators(pelican: object) -> type[StructuredDataGenerator]:
    """Return the generator of structured data."""
    del pelican
    return StructuredDataGenerator


def plan(generators: list[Generator]) -> None:
    """Be asked by every page when it is written."""
    for generator in generators:
        if isinstance(generator, StructuredDataGenerator):
            generator.build.on_pages["structured_data"] = generator.script


class StructuredDataGenerator(SiteGenerator):
    """Writes no files: what it has to say stands in the pages."""

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Return every published entry by its address."""
        return {entry.address: entry for entry in self.build.entries}

    def script(self, address: str, language: str) -> str:
        """Return the JSON-LD of a page; "" for one of which there is nothing to say."""
        speaker = self._speaker(language)
        node = describe_page(address, speaker, self.context["agenda"], self.entries)
        crumbs = crumbs_node(address, speaker, self.entries)
        nodes = [one for one in (node, crumbs) if one]
        return Markup(render_script(*nodes)) if nodes else ""

    def _speaker(self, language: str) -> Speaker:
        build = self.build
        say = partial(build.writer.interface.say, language)
        return Speaker(
            library=build.library,
            language=language,
            now=build.now,
            say=say,
            picture_of=self._picture,
            tables_of=self._tables,
        )

    def _tables(self, address: str) -> list[tuple[str, str]]:
        return [(chart.title, chart.data_address) for chart in self.build.charts.get(address, ())]

    def _picture(self, image: str) -> str:
        address = shared_address(self.build, image)
        return self.build.library.address + address if address else ""
