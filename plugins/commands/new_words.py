"""The words that an answer may be chosen from: what library.toml and the folder of programs know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.commands.read_written import programs_of
from plugins.commands.site_settings import Site
from plugins.infographics.find_sheet import FOLDER as TABLES
from plugins.infographics.kinds import KINDS, WITHOUT_TABLE
from plugins.kernel.languages import Phrase
from plugins.kernel.text import did_you_mean, slug

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
    lists["tables"] = tables_of(site)
    lists["drawings"] = {kind: kind for kind in KINDS if kind not in WITHOUT_TABLE}
    lists["programs"] = {
        program.slug: program.title
        for _, program, is_draft in programs_of(site)
        if not is_draft and program.language == library.languages[0]
    }
    return Words(lists=lists)


def tables_of(site: Site) -> dict[str, str]:
    """Return the tables that infographics may draw from, by the names of their files."""
    return {path.name: path.name for path in sorted((site.content / TABLES).glob("*.csv"))}
