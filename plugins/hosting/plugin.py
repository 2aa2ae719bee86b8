"""Hosting in Pelican: writes what hosts read beside the pages, and tells each page its policy."""

from __future__ import annotations

from html import escape

from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.hosting.content_types import SPECULATION_RULES
from plugins.hosting.policy import meta_policy
from plugins.hosting.speculation_rules import render_speculation_rules
from plugins.hosting.table import row_of


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
    """Writes the files at the top of the site that are for hosts and browsers, and for no reader."""

    def generate_context(self) -> None:
        """Take the addresses."""
        self.claim(SPECULATION_RULES)

    def policy(self, address: str, language: str) -> str:
        """Return what a page says for itself of what it may load."""
        del language
        said = meta_policy(row_of(address, self.build.library).policy)
        # Only single quotation marks are in it, and those mean nothing within an attribute in double ones.
        return Markup(escape(said, quote=False).replace('"', "&quot;"))

    def generate_output(self, writer: Writer) -> None:
        """Write the rules for browsers."""
        del writer
        self.write_text(SPECULATION_RULES, render_speculation_rules(self.build.library))
