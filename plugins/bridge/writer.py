"""Pelican's writer: the one door through which a rendered page leaves, with everything its template may use.

A page whose every input is what it was is not made again: its file is linked from the last site (bridge/memory.py).
"""

from __future__ import annotations

import os
from functools import cached_property, partial
from typing import Any

from jinja2 import Template
from pelican.writers import Writer

from plugins.bridge import rules
from plugins.bridge.build import Build, build_of
from plugins.bridge.course import timed
from plugins.bridge.file_job import FileJob
from plugins.bridge.head import FeedLink, Head, LateHead, head_of
from plugins.bridge.job import Job
from plugins.bridge.late_job import LateJob
from plugins.bridge.ledger import MadeFile
from plugins.bridge.load_pelican import load_feedgenerator
from plugins.bridge.page import NOT_FOUND, Page, feeds_of
from plugins.bridge.page_job import PageJob
from plugins.bridge.unmade import unmade
from plugins.bridge.workers import share
from plugins.kernel.entry import Entry
from plugins.kernel.later import settled
from plugins.kernel.problems import Problem
from plugins.tools.interface import Interface

MAKING = "making files"


class SiteWriter(Writer):  # type: ignore[misc]  # Pelican publishes no types
    """Writes pages; an address that is taken is a problem, not a crash."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)
        self._waiting: list[Job] = []
        # What each page that was written says of itself, by its file.
        self.heads: dict[str, Head | LateHead | None] = {}
        self._said: dict[str, tuple[tuple[FeedLink, ...], str]] = {}
        self._shared: dict[tuple[str, int], dict[str, Any]] = {}
        self._is_last = False
        self.build.writer = self

    @property
    def build(self) -> Build:
        """Return the build these pages belong to."""
        return build_of(self.settings)

    @property
    def interface(self) -> Interface:
        """Return the theme's words in every language."""
        return self.build.interface

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Return every published entry by the file it is written to."""
        return {f"{entry.address}index.html": entry for entry in self.build.entries}

    def write_file(self, name: str, template: Template, context: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        """Render a template and write the page; Pelican's arguments, and `head` for pages that are no entry."""
        if not name:
            return
        path = os.path.join(self.output_path, name)
        if path in self._written_files and not kwargs.get("override_output"):
            self.build.problems.append(_written_twice(name))
            return
        self.heads[name] = kwargs.get("head") or (None if name in self.entries else self.head_for(name, kwargs))
        if self.build.memory.is_whole or kwargs.get("template_name") in self.settings["PAGINATED_TEMPLATES"]:
            super().write_file(name, _Rendering(self, template), context, *args, **kwargs)
            return
        self._written_files.add(path)
        self.build.pages += 1
        job = LateJob(name, str(template.name), partial(self._job, name, template, context, kwargs))
        self._make(job)

    def write_feed(self, *args: Any, **kwargs: Any) -> Any:
        """Write one of Pelican's own feeds, which ours take the place of, where settings ask for it."""
        load_feedgenerator()
        return super().write_feed(*args, **kwargs)

    def write_later(self, job: FileJob) -> None:
        """Make a file that is no page, on any processor, unless the last site's still stands."""
        if self.build.memory.is_whole:
            self.build.memory.write(job.file, job.make())
        else:
            self._make(job)

    def _make(self, job: Job) -> None:
        """Make a file now that somebody looks at or has just saved, unless it stands; the others wait their turn."""
        if not self._is_urgent(job.file) or not (self.build.memory.reuse(job) or self._is_made_first(job)):
            self._waiting.append(job)

    def _is_urgent(self, file: str) -> bool:
        first, entry = self.build.memory.first, self.entries.get(file)
        return first is not None and (
            first.is_open(file) or (entry is not None and entry.source in self.build.read_anew)
        )

    def _is_made_first(self, job: Job) -> bool:
        """Make and show a file before all others, where it is one of those."""
        memory, first = self.build.memory, self.build.memory.first
        if first is None or not first.wants(job.file):
            return False
        memory.keep(job.file, self._made(job)[0])
        first.show(job.file, memory.folder.folder)
        return True

    def flush(self) -> None:
        """Render and write every page that waits and does not stand, on all processors."""
        build, memory, course = self.build, self.build.memory, self.build.course
        self._is_last = True
        for job in self._waiting:
            if isinstance(job, LateJob) and job.file not in build.anywhere:
                job.settle()
        waiting = [job for job in unmade(self._waiting, memory, build.watch) if not self._is_made_first(job)]
        self._waiting = []
        memory.folder.ready()
        with course.many(MAKING, len(waiting)) as done:
            made = share(waiting, lambda job: timed(self._made, job), lambda job: job.file, done)
        for job, ((one, until), seconds) in zip(waiting, made, strict=True):
            course.took(MAKING, job.file, seconds)
            memory.keep(job.file, one)
            build.watch.note(until)

    def _made(self, job: Job) -> tuple[MadeFile, float]:
        """Return a file that was made here, and until when all that was asked of now for names stays the same."""
        if isinstance(job, LateJob):
            job.settle()
        return self.build.memory.make(job), self.build.watch.until

    def _job(self, file: str, template: Template, context: dict[str, Any], given: dict[str, Any]) -> PageJob:
        names = given | {"output_file": file} | self.build.names.get(file, dict)()
        head = names.get("head") or self._late_head(file, names)
        page = self.page_of(file, head.language)
        shared = self._shared_by(template, context)
        return PageJob(page=page, head=head, template=template, names=names, context=context, shared=shared)

    def _shared_by(self, template: Template, context: dict[str, Any]) -> dict[str, Any]:
        """Return what all pages of a template may show besides; put together once, when no generator adds to it."""
        key = (str(template.name), id(context))
        if key in self._shared:
            return self._shared[key]
        made = {**template.globals, **context}
        if self._is_last:
            self._shared[key] = made
        return made

    def page_of(self, file: str, language: str) -> Page:
        """Return a page to be written; its frame speaks the site's language where it has no words in the page's."""
        known = language if self.interface.knows(language) else self.build.library.languages[0]
        return Page(build=self.build, interface=self.interface, file=file, language=known, reading=language)

    def _late_head(self, file: str, names: dict[str, Any]) -> Head | LateHead:
        """Return the head of a page of Pelican's own generators; of a known content, it is worked out when made."""
        entry, content = self.entries.get(file), names.get("content_mark")
        if entry is None or not content:
            return self.head_for(file, names)
        make = partial(self.head_for, file, names)
        made_of = (content, entry.alternates, entry.listed, self.said_of_all(entry.language))
        return LateHead(address=entry.address, language=entry.language, made_of=made_of, make=make)

    def said_of_all(self, language: str) -> tuple[tuple[FeedLink, ...], str]:
        """Return the feeds that every page in a language offers, and the words for whose it is."""
        if language not in self._said:
            feeds = feeds_of(self.build, self.interface, language)
            from_us = self.interface.say(language, "head.from", {"library": self.build.library.name})
            self._said[language] = feeds, from_us
        return self._said[language]

    def head_for(self, file: str, given: dict[str, Any]) -> Head:
        """Return the head of a page: its entry's, else the best that can be said of it."""
        site = self.build.library.name
        home = self.build.library.languages[0]
        entry = self.entries.get(file)
        if entry is None:
            title = str(given.get("title") or given.get("page_name") or site)
            return Head(title=title, address=file.removesuffix("index.html"), language=home, site=site, type="other")
        feeds, from_us = self.said_of_all(entry.language)
        return head_of(entry, site, feeds, from_us)


class _Rendering:
    """A template as Pelican's own writer uses it, for builds that run whole: a plugin may look at each page."""

    def __init__(self, writer: SiteWriter, template: Template) -> None:
        self._writer, self._template = writer, template

    def render(self, context: dict[str, Any]) -> str:
        file = str(context["output_file"])
        head = context.get("head") or self._writer.head_for(file, context)
        head = head.make() if isinstance(head, LateHead) else head
        page = self._writer.page_of(file, head.language)
        if file == NOT_FOUND:
            context["SITEURL"] = context["localsiteurl"] = page.root
        self._writer.build.pages += 1
        more = self._writer.build.names.get(file, dict)()
        return page.finish(self._template.render(settled(context | page.names(head) | more)))


def _written_twice(name: str) -> Problem:
    return rules.ADDRESS_TAKEN.at(
        name,
        value=name,
        what=f"Two pages would be written to {name}; the first was kept.",
        cure="Look for two files, tags or authors whose names differ only in spelling, and rename one.",
    )
