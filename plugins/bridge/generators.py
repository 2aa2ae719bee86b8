"""What our sources and derivers are built on: a generator that knows its build, and one that reads Markdown files."""

from __future__ import annotations

import logging
import os
from functools import partial
from typing import Any, ClassVar

from pelican.contents import Content, SkipStub
from pelican.generators import CachingGenerator, Generator
from pelican.writers import Writer

from plugins.bridge.articles import pair_translations
from plugins.bridge.build import Build, Outcome, build_of
from plugins.bridge.documents import Documents
from plugins.bridge.file_job import DrawnJob, FileJob, Make
from plugins.bridge.head import FeedLink, Head, LateHead, describe, others
from plugins.bridge.lazy_content import lazy
from plugins.bridge.other_reader import OtherReader
from plugins.bridge.page import feeds_of
from plugins.bridge.reader import DocumentReader, Interpret
from plugins.bridge.survey import TEXTS
from plugins.kernel.entry import Alternate, Kind

logger = logging.getLogger(__name__)
MARKDOWN_ENDINGS = tuple(one.removeprefix(".") for one in TEXTS)


class SiteGenerator(Generator):  # type: ignore[misc]  # Pelican publishes no types
    """A generator of pages or files of this site."""

    @property
    def build(self) -> Build:
        """Return the build this generator belongs to."""
        return build_of(self.settings)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages that have lists and a home page of their own."""
        return self.build.library.languages

    def prefix(self, language: str) -> str:
        """Return what addresses in a language begin with: nothing, or "es/"."""
        return "" if language == self.build.library.languages[0] else f"{language}/"

    def claim(self, *addresses: str) -> None:
        """Take addresses for pages that are about to be made, so that links and files know of them."""
        for address in addresses:
            self.build.claim(address, type(self).__name__)

    def prepare(self, *templates: str) -> None:
        """Load templates of which many pages will be made, and learn what they use, before anything waits for them."""
        for name in templates:
            self.build.memory.uses.of(str(self.get_template(name).name))

    def write_page(self, writer: Writer, template: str, head: Head | LateHead, **names: Any) -> None:
        """Render a template and write it where its head says."""
        address = head.address
        file = f"{address}index.html" if not address or address.endswith("/") else address
        writer.write_file(file, self.get_template(template), self.context, True, url=address, head=head, **names)

    def write_text(self, address: str, text: str | bytes, *, at_once: bool = False) -> None:
        """Write a file that is no page, as UTF-8; `at_once` does so only where somebody looks at it and it is new."""
        self.build.memory.write(address, text.encode() if isinstance(text, str) else text, at_once=at_once)

    def write_made(self, writer: Writer, address: str, make: Make, *made_of: Any) -> None:
        """Write a file that is no page, made of some values and of now: `make` gets now, and returns text or bytes.

        It runs only when one of the values has changed, or the time it asked for, and perhaps in another process: what
        it looks at besides must follow from the library and the settings.
        """
        writer.write_later(FileJob(build=self.build, file=address, made_of=made_of, work=make))

    def write_drawn(self, writer: Writer, address: str, make: Make, *made_of: Any) -> None:
        """Write a picture that is drawn of some values, and of nothing else."""
        writer.write_later(DrawnJob(build=self.build, file=address, made_of=made_of, work=make))

    def head(
        self,
        writer: Writer,
        address: str,
        title: str,
        language: str,
        *,
        kind: Kind = "list",
        description: str = "",
        **more: Any,
    ) -> Head:
        """Return the head of a page that is no entry; its other languages are those that have the same address."""
        plain = address.removeprefix(self.prefix(language))
        say = partial(writer.interface.say, language)
        return Head(
            title=title,
            address=address,
            language=language,
            type=kind,
            description=describe(description or title, say("head.from", {"library": self.build.library.name})),
            alternates=others(self._alternates(plain)),
            feeds=feeds_of(self.build, writer.interface, language),
            site=self.build.library.name,
            **more,
        )

    def _alternates(self, plain: str) -> tuple[Alternate, ...]:
        found = [Alternate(language=one, address=self.prefix(one) + plain) for one in self.languages]
        there = tuple(one for one in found if self.build.has(one.address))
        return there if len(there) > 1 else ()


class CollectionGenerator(SiteGenerator, CachingGenerator):  # type: ignore[misc]
    """Reads a folder of Markdown files into one class of content; subclasses name the folder and the class."""

    folder: ClassVar[str]
    content_class: ClassVar[type[Content]]

    def read_all(self, interpret: Interpret) -> list[Content]:
        """Return the published content of the folder in order of file names, with translations linked to each other."""
        use_reader(self, self.folder, self.content_class, interpret)
        found = [self._read(file) for file in self.get_files([self.folder])]
        contents = [content for content in found if content is not None]
        originals, translations = pair_translations(contents)
        return sorted([*originals, *translations], key=lambda content: str(content.source_path))

    def _read(self, file: str) -> Content | None:
        content = self.readers.read_file(
            base_path=self.path, path=file, content_class=self.content_class, context=self.context
        )
        if isinstance(content, SkipStub):
            return None
        if not content.is_valid():
            self.build.record(self.folder, file, Outcome.LEFT_OUT)
            return None
        self.add_source_path(content)
        return content


def use_reader(generator: Generator, kind: str, content_class: type[Content], interpret: Interpret) -> None:
    """Let a generator read its files our way, in order of their names: Pelican's own order differs each run."""
    by_ending = generator.readers.readers
    by_ending.update({ending: OtherReader(one, kind, interpret) for ending, one in by_ending.items()})
    by_ending.update(dict.fromkeys(MARKDOWN_ENDINGS, DocumentReader(generator.settings, kind, interpret)))
    documents = Documents(
        generator=generator,
        kind=kind,
        read_file=generator.readers.read_file,
        endings=MARKDOWN_ENDINGS,
        content_class=lazy(content_class),
    )
    generator.readers.read_file = documents.read
    get_files = generator.get_files

    def in_order(paths: Any, exclude: list[str] | None = None, extensions: Any = None) -> list[str]:
        # Pelican asks again for the files of readers that are switched off; those are not read.
        is_again = extensions is not None
        if is_again and not extensions and extensions is not False:
            return []
        found = sorted(get_files(paths, exclude=exclude, extensions=extensions))
        if not is_again:
            documents.read_ahead([os.path.abspath(os.path.join(generator.path, file)) for file in found])
        return found

    generator.get_files = in_order


def alternates_of(content: Content) -> tuple[Alternate, ...]:
    """Return a page and its translations, in order of language; nothing for a page in one language only."""
    versions = sorted([content, *content.translations], key=lambda one: str(one.lang))
    return tuple(Alternate(language=one.lang, address=one.url) for one in versions) if len(versions) > 1 else ()


__all__ = ["CollectionGenerator", "FeedLink", "SiteGenerator", "alternates_of", "use_reader"]
