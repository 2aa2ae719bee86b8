"""Pages in Pelican: reads them our way as its pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePosixPath

from pelican import signals
from pelican.contents import Page
from pelican.generators import Generator, PagesGenerator

from plugins.bridge.build import Build, Outcome, build_of
from plugins.bridge.content_view import ContentView
from plugins.bridge.generators import alternates_of, use_reader
from plugins.bridge.lazy_content import text_for_readers
from plugins.bridge.links import mend_links
from plugins.bridge.reader import Read
from plugins.kernel.entry import Entry
from plugins.kernel.languages import Phrase, direction
from plugins.kernel.library import MenuItem
from plugins.pages.read_page import read_page
from plugins.tools.front_matter import FrontMatter

KIND = "pages"
FOOT_LIMIT = 12


def register() -> None:
    """Connect to Pelican's signals."""
    signals.page_generator_init.connect(prepare)
    signals.all_generators_finalized.connect(publish_entries)


def prepare(generator: PagesGenerator) -> None:
    """Let Pelican's own generator of pages read our way."""
    build = build_of(generator.settings)
    build.expect(KIND)
    use_reader(generator, KIND, Page, partial(_interpret, build))


def _interpret(build: Build, front: FrontMatter, path: Path) -> Read:
    file = build.shown(path)
    page, problems = read_page(front, file, PurePosixPath(file), build.library)
    if page is None:
        return Read(metadata=None, problems=problems, outcome=Outcome.LEFT_OUT)
    if page.hidden and not build.drafts_shown:
        return Read(metadata=None, problems=problems, outcome=Outcome.DRAFTS)
    prefix = "" if page.language == build.library.languages[0] else f"{page.language}/"
    metadata = {
        "title": page.title,
        "slug": page.slug,
        "lang": page.language,
        "translation_id": page.key,
        "summary": page.summary,
        "status": "published",
        "is_draft": page.hidden,
        "staff_page": page,
    }
    outcome = Outcome.DRAFTS if page.hidden else Outcome.PUBLISHED
    return Read(metadata=metadata, problems=problems, outcome=outcome, address=f"{prefix}{page.slug}/")


def publish_entries(generators: list[Generator]) -> None:
    """Make an entry of each published page."""
    pages = next(one for one in generators if isinstance(one, PagesGenerator))
    build = build_of(pages.settings)
    found = [*pages.pages, *pages.translations]
    for page in found:
        mend_links(page, build)
    build.entries += [_entry(page) for page in found]
    build.foot = _foot(pages.pages, build)
    for page in found:
        build.names[page.save_as] = partial(_names, page)


def _foot(pages: list[Page], build: Build) -> tuple[MenuItem, ...]:
    """Return links to what the menu does not lead to: sections, then pages, with a title for small places first."""
    in_menu = {item.address for item in build.library.menu}
    links = [MenuItem(title=_small_title(page), address=page.url) for page in sorted(pages, key=_has_no_small_title)]
    return tuple(link for link in (*build.sections, *links) if link.address not in in_menu)[:FOOT_LIMIT]


def _has_no_small_title(page: Page) -> bool:
    return not page.staff_page.menu_title


def _small_title(page: Page) -> Phrase:
    titles = {one.lang: one.staff_page.menu_title or one.title for one in (page, *page.translations)}
    return Phrase(default=titles[page.lang], by_language=titles)


def _names(page: Page) -> dict[str, ContentView]:
    """Return what a page's template may use."""
    view = ContentView(
        title=page.title,
        lang=page.lang,
        direction=direction(page.lang),
        text=text_for_readers(page),
        summary_text=str(page.summary),
        is_draft=getattr(page, "is_draft", False),
        behind=page,
    )
    return {"page": view}


def _entry(page: Page) -> Entry:
    return Entry(
        kind="page",
        address=page.url,
        title=page.title,
        language=page.lang,
        summary=str(page.summary),
        body=text_for_readers(page),
        updated=page.staff_page.updated,
        alternates=alternates_of(page),
        old_addresses=page.staff_page.old_addresses,
        source=page.relative_source_path,
    )
