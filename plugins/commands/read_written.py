"""What a library has written, read for commands that make no page of it: posts, programs, spreadsheets of events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from plugins.commands.site_settings import Site
from plugins.events.model import Event
from plugins.events.sources import read_sheet, sheets_of
from plugins.posts.model import Post
from plugins.posts.read_post import Place, read_post
from plugins.programs.model import Program
from plugins.programs.read_program import read_program
from plugins.tools.front_matter import FrontMatter, FrontMatterError, split


def facts_below(folder: str, site: Site) -> Iterator[tuple[str, FrontMatter]]:
    """Yield each Markdown file of a folder with its facts; one whose facts cannot be read is left to `check`."""
    for path in sorted((site.content / folder).rglob("*.md")):
        front = _facts(path)
        if front is not None:
            yield path.relative_to(site.content).as_posix(), front


def _facts(path: Path) -> FrontMatter | None:
    try:
        return split(path.read_text(encoding="utf-8-sig", errors="replace"))
    except (OSError, FrontMatterError):
        return None


def posts_of(site: Site) -> Iterator[tuple[str, Post]]:
    """Yield each post with its file, those that wait and drafts as well."""
    languages = frozenset(site.library.languages)
    for file, front in facts_below("posts", site):
        place = Place(file=file, path=PurePosixPath(file), own=True)
        post = read_post(front, place, library=site.library, now=site.now, languages=languages).post
        if post is not None:
            yield file, post


def programs_of(site: Site) -> Iterator[tuple[str, Program, bool]]:
    """Yield each program with its file, and whether it is a draft."""
    for file, front in facts_below("programs", site):
        program, is_draft, _ = read_program(front, file, PurePosixPath(file), site.library)
        if program is not None:
            yield file, program, is_draft


def events_of(site: Site) -> list[Event]:
    """Return the events of all spreadsheets but the archive; of two with one id, the first."""
    found: dict[str, Event] = {}
    for sheet in sheets_of(site.library, site.content).sheets:
        if not sheet.is_archive:
            for event in read_sheet(sheet, site.library, site.now.date()).events:
                found.setdefault(event.uid, event)
    return list(found.values())
