"""Programs in Pelican: a class of content of its own, its list and its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from markupsafe import Markup
from pelican import signals
from pelican.contents import Content
from pelican.generators import Generator
from pelican.writers import Writer

from plugins.bridge.build import Build, Outcome
from plugins.bridge.generators import CollectionGenerator, alternates_of
from plugins.bridge.head import head_of
from plugins.bridge.lazy_content import text_for_readers
from plugins.bridge.links import lead, mend_links
from plugins.bridge.page import feeds_of
from plugins.bridge.picture import ImageFacts, Picture, picture_of
from plugins.bridge.reader import Read
from plugins.bridge.texts import render
from plugins.kernel.entry import Entry
from plugins.programs.model import Program
from plugins.programs.read_program import read_program
from plugins.tools.front_matter import FrontMatter

KIND = "programs"
NEXT_MEETINGS = 6


class ProgramContent(Content):  # type: ignore[misc]  # Pelican publishes no types
    """A program as Pelican knows content; its addresses are PROGRAM_URL and so on in the settings."""

    mandatory_properties = ("title",)
    default_template = "programs/detail"
    default_status = "published"

    def _expand_settings(self, key: str, klass: str | None = None) -> str:
        del klass
        address: str = super()._expand_settings(key, "program")
        return address


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramView:
    """A program as templates see it: everything of the model, and where its page is."""

    program: Program
    address: str
    content: Markup
    next: object = None
    is_draft: bool = False
    waiting: bool = False

    def __getattr__(self, name: str) -> object:
        return getattr(self.program, name)


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(generators)
    signals.all_generators_finalized.connect(publish_entries)


def generators(pelican: object) -> type[ProgramsGenerator]:
    """Return the generator of programs."""
    del pelican
    return ProgramsGenerator


def publish_entries(generators: list[Generator]) -> None:
    """Make an entry of each published program."""
    for generator in generators:
        if isinstance(generator, ProgramsGenerator):
            for content in generator.contents:
                mend_links(content, generator.build)
                content.program = _lead(content, generator.build, generator.context["generated_content"])
            generator.build.entries += [_entry(content) for content in generator.contents]
            generator.show()


class ProgramsGenerator(CollectionGenerator):
    """Reads content/programs/ and writes /programs/."""

    folder = KIND
    content_class = ProgramContent

    def generate_context(self) -> None:
        """Read the programs and take the addresses of their lists."""
        self.build.expect(KIND)
        self.contents = self.read_all(partial(_interpret, self.build))
        self.context["program_slugs"] = frozenset(content.program.slug for content in self.contents)
        self.claim(*(f"{self.prefix(language)}programs/" for language in self.languages))

    def show(self) -> None:
        """Hand templates the programs by language, in the library's order, each with its next meeting."""
        self.context["programs_by_language"] = {language: self._views(language) for language in self.languages}

    def _views(self, language: str) -> tuple[ProgramView, ...]:
        """Return every program, each in this language where there is one, else in its own."""
        best: dict[str, Content] = {}
        for content in self.contents:
            key = content.program.key
            if key not in best or content.lang == language:
                best[key] = content
        chosen = sorted(best.values(), key=lambda one: (one.program.order, one.title.casefold(), one.url))
        return tuple(self._view(content) for content in chosen)

    def _view(self, content: Content) -> ProgramView:
        upcoming = self.context["agenda"].upcoming(self.build.now, 1, program=content.program.slug)
        html = Markup(content.get_content("/"))
        following = next(iter(upcoming), None)
        return ProgramView(
            program=content.program, address=content.url, content=html, next=following, is_draft=content.is_draft
        )

    def generate_output(self, writer: Writer) -> None:
        """Write the list in each language, and a page for each program."""
        for language in self.languages:
            self._write_list(writer, language)
        site = self.build.library.name
        for content in self.contents:
            feeds = feeds_of(self.build, writer.interface, content.lang)
            head = head_of(
                _entry(content), site, feeds, writer.interface.say(content.lang, "head.from", {"library": site})
            )
            view = self._view(content)
            occurrences = self.context["agenda"].upcoming(self.build.now, NEXT_MEETINGS, program=content.program.slug)
            self.write_page(
                writer,
                "programs/detail",
                head,
                program=view,
                occurrences=occurrences,
                picture=self._picture(content),
                others=self._others(content),
            )

    def _picture(self, content: Content) -> Picture | None:
        program: Program = content.program
        facts = ImageFacts(program.image, program.image_alt, program.image_credit)
        line = content.lines.get("image")
        return picture_of(self.build, facts, file=content.relative_source_path, line=line, place="event")

    def _others(self, content: Content) -> tuple[ProgramView, ...]:
        """Return the programs about the same things, for the shelf."""
        topics = {topic.id for topic in content.program.topics}
        views: tuple[ProgramView, ...] = self.context["programs_by_language"].get(content.lang, ())
        near = [one for one in views if topics & {topic.id for topic in one.program.topics}]
        return tuple(one for one in near if one.program.key != content.program.key)

    def _write_list(self, writer: Writer, language: str) -> None:
        say = partial(writer.interface.say, language)
        description = say("describe.programs", {"library": self.build.library.name})
        address = f"{self.prefix(language)}programs/"
        head = self.head(writer, address, say("title.programs", {}), language, description=description)
        self.write_page(writer, "programs/list", head, programs=self.context["programs_by_language"][language])


def _interpret(build: Build, front: FrontMatter, path: Path) -> Read:
    file = build.shown(path)
    program, is_draft, problems = read_program(front, file, PurePosixPath(file), build.library)
    if program is None:
        return Read(metadata=None, problems=problems, outcome=Outcome.LEFT_OUT)
    if is_draft and not build.drafts_shown:
        return Read(metadata=None, problems=problems, outcome=Outcome.DRAFTS)
    line = front.lines.get("questions", 1)
    answers = tuple(
        replace(one, answer=Markup(render(build, one.answer, file=file, line=line).html)) for one in program.questions
    )
    join = Markup(render(build, program.join, file=file, line=front.lines.get("join", 1)).html)
    metadata = {
        "title": program.title,
        "slug": program.slug,
        "lang": program.language,
        "translation_id": program.key,
        "summary": program.summary,
        "program": replace(program, questions=answers, join=join),
        "is_draft": is_draft,
        "lines": front.lines,
    }
    prefix = "" if program.language == build.library.languages[0] else f"{program.language}/"
    outcome = Outcome.DRAFTS if is_draft else Outcome.PUBLISHED
    return Read(metadata=metadata, problems=problems, outcome=outcome, address=f"{prefix}programs/{program.slug}/")


def _lead(content: Content, build: Build, known: Mapping[str, Content | None]) -> Program:
    """Return a program whose answers, and words on how to join, link to the pages of other files."""
    program: Program = content.program

    def led(text: str) -> Markup:
        return Markup(lead(text, build, known, file=content.relative_source_path, path=Path(content.source_path)))

    questions = tuple(replace(one, answer=led(one.answer)) for one in program.questions)
    return replace(program, join=led(program.join), questions=questions)


def _entry(content: Content) -> Entry:
    return Entry(
        kind="program",
        address=content.url,
        title=content.title,
        language=content.lang,
        summary=content.program.summary,
        body=text_for_readers(content),
        topics=content.program.topics,
        branches=content.program.branches,
        audiences=content.program.audiences,
        program=content.program.slug,
        image=content.program.cover,
        updated=content.program.updated,
        old_addresses=content.program.old_addresses,
        alternates=alternates_of(content),
        source=content.relative_source_path,
    )
