"""The words that an answer may be chosen from: what library.toml and the folder of programs know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from plugins.commands.site_settings import Site
from plugins.kernel.languages import Phrase
from plugins.kernel.text import did_you_mean, slug
from plugins.programs.read_program import read_program
from plugins.tools.front_matter import FrontMatterError, split

REGISTRATION = ("none", "recommended", "required")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Lists of allowed words by name: each leads from a word to what people call it."""

    lists: Mapping[str, Mapping[str, str]]

    def of(self, name: str) -> Mapping[str, str]:
        """Return the words of a list."""
        return self.lists.get(name, {})

    def meant(self, name: str, typed: str) -> str:
        """Return the word that was typed, be it by its name; raises ValueError with a sentence where there is none."""
        known = self.of(name)
        by_name = {shown.casefold(): word for word, shown in known.items()} | {word.casefold(): word for word in known}
        found = by_name.get(typed.casefold()) or by_name.get(slug(typed))
        if found is None:
            raise ValueError(f'"{typed}" is not among the {name} of this library. {did_you_mean(typed, known)}')
        return found


def words_of(site: Site) -> Words:
    """Return every list of words that a site has."""
    library = site.library
    named: dict[str, tuple[tuple[str, Phrase], ...]] = {
        "branches": tuple((one.id, one.name) for one in library.branches),
        "audiences": tuple((one.id, one.name) for one in library.audiences),
        "topics": tuple((one.id, one.name) for one in library.topics),
    }
    lists = {name: {id_: str(shown) for id_, shown in found} for name, found in named.items()}
    lists["languages"] = {code: code for code in library.languages}
    lists["registration"] = {word: word for word in REGISTRATION}
    lists["programs"] = programs_of(site)
    return Words(lists=lists)


def programs_of(site: Site) -> dict[str, str]:
    """Return the programs by the name of their address, each with its title; one that cannot be read is left out."""
    found: dict[str, str] = {}
    for path in sorted((site.content / "programs").glob("*.md")):
        program = _program(path, site)
        if program:
            found.setdefault(*program)
    return found


def _program(path: Path, site: Site) -> tuple[str, str] | None:
    try:
        front = split(path.read_text(encoding="utf-8-sig", errors="replace"))
    except FrontMatterError:
        return None
    file = f"programs/{path.name}"
    program, is_draft, _ = read_program(front, file, PurePosixPath(file), site.library)
    return None if program is None or is_draft else (program.slug, program.title)
