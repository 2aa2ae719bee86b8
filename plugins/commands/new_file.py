"""Writes a new Markdown file of facts and text under a free name, once its own reader has nothing to say of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from plugins.bridge.addresses import is_reserved
from plugins.commands.new_answers import SEVERAL, Answers
from plugins.commands.new_drawing import block_of
from plugins.commands.new_questions import NO_FACTS, Question
from plugins.commands.plainly import PlainError
from plugins.commands.site_settings import Site
from plugins.infographics.infographic import Infographic
from plugins.infographics.read_infographic import read_infographic
from plugins.kernel.problems import Problem
from plugins.kernel.text import slug
from plugins.pages.model import StaffPage
from plugins.pages.read_page import read_page
from plugins.posts.model import Post
from plugins.posts.read_post import Place, read_post
from plugins.programs.model import Program
from plugins.programs.read_program import read_program
from plugins.tools.front_matter import FrontMatter, FrontMatterError, split

# What YAML reads as the text that it is, without quotation marks: null would be nothing at all.
_PLAIN = re.compile(r"(?!(?:null|Null|NULL)\Z)\w(?:[\w .,;!?…’“”()/–-]*[\w.!?…’”)])?")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[-_ ]")
# Where the addresses of a kind begin.
_FOLDERS = MappingProxyType({"post": "news/", "program": "programs/", "infographic": "infographics/", "page": ""})
_PLACEHOLDER = "Write here. Who, where and when belong into the first two sentences.\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file that is about to be written: where, with what in it, and the address that its page will have."""

    path: Path
    text: str
    address: str
    is_draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What a reader makes of one file: its name in addresses, its language, and what is wrong with it."""

    slug: str
    language: str
    problems: tuple[Problem, ...]


def draft_of(kind: str, questions: Sequence[Question], answers: Answers, site: Site) -> Draft:
    """Return the file of a post, program, infographic or page; PlainError when its reader would complain of it."""
    home = site.library.languages[0]
    language = answers.get("lang", home)
    text = answers.get("text", "")
    facts = facts_of(questions, answers, home) | ({} if text else {"status": "draft"})
    block = f"{block_of(answers, site.content)}\n" if kind == "infographic" else ""
    written = f"{render_facts(facts)}\n{block}{text or _PLACEHOLDER}".rstrip() + "\n"
    stem = _free_stem(kind, slug(answers["title"]), language, site)
    day = f"{answers['date']}-" if kind == "post" else ""
    name = f"{day}{stem}{'' if language == home else f'.{language}'}.md"
    file = f"{kind}s/{name}"
    _prove(kind, file, written, site)
    prefix = "" if language == home else f"{language}/"
    address = f"{prefix}{_FOLDERS[kind]}{stem}/"
    return Draft(path=site.content / file, text=written, address=address, is_draft=not text)


def facts_of(questions: Sequence[Question], answers: Answers, home: str) -> dict[str, str | list[str]]:
    """Return the facts in the order in which they are asked for; lists where several words may stand."""
    found: dict[str, str | list[str]] = {}
    for question in questions:
        answer = answers.get(question.name, "")
        if answer and question.option not in NO_FACTS and (question.option, answer) != ("lang", home):
            found[question.name] = answer.split(SEVERAL) if question.sort == "words" else answer
    return found


def render_facts(facts: Mapping[str, str | list[str]]) -> str:
    """Return the block of facts at the head of a file."""
    lines = [
        f"{name}: {_value(value) if isinstance(value, str) else f'[{_listed(value)}]'}" for name, value in facts.items()
    ]
    return "\n".join(["---", *lines, "---", ""])


def _listed(words: Sequence[str]) -> str:
    return ", ".join(_value(word) if "," not in word else json.dumps(word, ensure_ascii=False) for word in words)


def _value(text: str) -> str:
    """Return a value as YAML reads it as just this text; a JSON text is one in quotation marks (YAML 1.2, 1.3)."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _prove(kind: str, file: str, written: str, site: Site) -> None:
    problems = _read(kind, split(written), file, site).problems
    if problems:
        raise PlainError("\n".join(f"{problem.what} {problem.cure}" for problem in problems))


def _read(kind: str, front: FrontMatter, file: str, site: Site) -> _Page:
    """Return what the reader of a kind makes of a file."""
    library, path = site.library, PurePosixPath(file)
    found: Post | Program | Infographic | StaffPage | None
    if kind == "post":
        place = Place(file=file, path=path, own=True)
        reading = read_post(front, place, library=library, now=site.now, languages=frozenset(library.languages))
        found, problems = reading.post, reading.problems
    elif kind == "program":
        found, _, problems = read_program(front, file, path, library)
    elif kind == "infographic":
        found, problems = read_infographic(front, file, path, library, site.now)
    else:
        found, problems = read_page(front, file, path, library)
    if found is None:
        return _Page(slug=_named(file), language="", problems=problems)
    return _Page(slug=found.slug, language=found.language, problems=problems)


def _named(file: str) -> str:
    """Return the name by which a file that cannot be read would be known."""
    return slug(_DAY.sub("", PurePosixPath(file).name.partition(".")[0]))


def _free_stem(kind: str, wanted: str, language: str, site: Site) -> str:
    """Return a name that no file of the kind has, nor the site needs itself; with a number where it must be."""
    taken = {page.slug for page in _pages(kind, site) if page.language in {language, ""}}
    number, stem = 1, wanted
    while stem in taken or is_reserved(f"{_FOLDERS[kind]}{stem}/", site.library.languages):
        number += 1
        stem = f"{wanted}-{number}"
    return stem


def _pages(kind: str, site: Site) -> Iterator[_Page]:
    for path in sorted((site.content / f"{kind}s").rglob("*.md")):
        file = path.relative_to(site.content).as_posix()
        try:
            yield _read(kind, split(path.read_text(encoding="utf-8-sig", errors="replace")), file, site)
        except FrontMatterError:
            yield _Page(slug=_named(file), language="", problems=())
