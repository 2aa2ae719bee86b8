"""The map of the site in Pelican: writes it when all pages are known, and the small texts beside it."""

from __future__ import annotations

from collections.abc import Iterator

from pelican import signals
from pelican.writers import Writer

from plugins.bridge.generators import SiteGenerator
from plugins.bridge.page import INDEX
from plugins.bridge.picture import shared_address
from plugins.kernel.entry import Entry
from plugins.sitemap.choose_pages import in_order, is_shown, of_entry
from plugins.sitemap.model import MappedPage
from plugins.sitemap.render_sitemap import FILE, render_sitemap
from plugins.sitemap.render_texts import (
    HUMANS,
    ROBOTS,
    SECURITY,
    render_humans,
    render_robots,
    render_security,
)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)


def generators(pelican: object) -> type[SitemapGenerator]:
    """Return the generator of the map."""
    del pelican
    return SitemapGenerator


class SitemapGenerator(SiteGenerator):
    """Writes sitemap.xml, robots.txt, security.txt and humans.txt."""

    def generate_context(self) -> None:
        """Take the addresses."""
        self.claim(FILE, ROBOTS, SECURITY, HUMANS)

    def generate_output(self, writer: Writer) -> None:
        """Write the texts; the map waits until every page has been written."""
        del writer
        library = self.build.library
        self.write_text(ROBOTS, render_robots(library, is_preview=self.build.drafts_shown))
        self.write_text(HUMANS, render_humans(library))
        security = render_security(library, self.build.now)
        if security:
            self.write_text(SECURITY, security)
        self.build.at_last.append(self._write_map)

    def _write_map(self) -> None:
        for file, data in render_sitemap(self.build.library.address, in_order(self._pages())).items():
            self.write_text(file, data)

    def _pages(self) -> Iterator[MappedPage]:
        entries: dict[str, Entry] = {entry.address: entry for entry in self.build.entries}
        for file, head in self.build.writer.heads.items():
            address = file.removesuffix(INDEX)
            if address in entries:
                page = of_entry(entries[address], self.build.now, self._picture)
                if page:
                    yield page
            elif is_shown(getattr(head, "type", "other"), unlisted=getattr(head, "unlisted", False)):
                others = tuple((one.lang, one.address) for one in getattr(head, "alternates", ()))
                yield MappedPage(address=address, alternates=others)

    def _picture(self, image: str) -> str:
        return shared_address(self.build, image)
