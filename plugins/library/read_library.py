"""Who the library is: content/library.toml read into a Library, all that is wrong said at once, and the rest used."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.kernel.library import PLACEHOLDER_ADDRESS, STANDARD_MENU, STANDARD_SOURCES, Contact, Library
from plugins.kernel.problems import Problem
from plugins.library import rules
from plugins.library.locate import Lines, locate
from plugins.library.parse_toml import Mistake, parse_toml
from plugins.library.read_branches import read_branches
from plugins.library.read_event_sources import read_event_sources
from plugins.library.read_feeds import read_feeds
from plugins.library.read_links import read_calendar_host, read_catalog, read_menu_item, read_site_address, read_social
from plugins.library.read_notice import read_notice
from plugins.library.read_time_zone import read_time_zone
from plugins.library.read_words import read_access, read_audiences, read_email, read_topics
from plugins.library.reading import Reading, Section
from plugins.tools.dates import knows_language

Outcome = tuple[Library, tuple[Problem, ...], tuple[str, ...]]

DEFAULT_HUE = 152.0
DEFAULT_CHROMA = 0.065
_FULL_CIRCLE = 360
# 100 % in CSS; how much of it is readable is for the palette to say.
_CHROMA_LIMIT = 0.4
_FOLDERS_WITHOUT_A_NAME = frozenset({"", "content", "src", "site", "website", "data"})
_DEFAULTS = (
    ("address", f"Address of the site: {PLACEHOLDER_ADDRESS}, a placeholder."),
    ("time_zone", "Time zone: UTC."),
    ("languages", "Languages: en."),
    ("brand", f"Brand: hue {DEFAULT_HUE:g}, chroma {DEFAULT_CHROMA:g}."),
    ("menu", "Menu: the standard one (events, programs, news, branches, subscribe)."),
    ("events", "Events: every spreadsheet events/*.csv."),
    ("branches", "Branches: none."),
    ("audiences", "Audiences: none."),
    ("topics", "Topics: none."),
)


def read_library(path: Path, shown_name: str = "library.toml") -> Outcome:
    """Return the library of a file or of the folder it is in, its problems, and sentences naming each default used.

    Without a file, or with one that is not TOML at all, everything is a default (`is_default`).
    """
    file = path / "library.toml" if path.is_dir() else path
    name = _name_of(file.parent)
    if not file.exists():
        return _all_defaults(name)
    try:
        source = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as failure:
        return _with(_unreadable(failure, shown_name), name)
    values = parse_toml(source)
    if isinstance(values, Mistake):
        return _with(_not_toml(values, shown_name), name)
    reading = Reading(shown_name, locate(source))
    library = _library(Section(reading, values), name, is_default=False)
    problems = sorted(reading.problems, key=lambda problem: problem.line or 0)
    return library, tuple(problems), tuple(reading.defaults)


def _all_defaults(name: str) -> Outcome:
    reading = Reading("", Lines(by_path={}))
    library = _library(Section(reading, {}), name, is_default=True)
    return library, (), tuple(reading.defaults)


def _with(problem: Problem, name: str) -> Outcome:
    library, _, defaults = _all_defaults(name)
    return library, (problem,), defaults


def _unreadable(failure: OSError | UnicodeDecodeError, shown_name: str) -> Problem:
    if isinstance(failure, UnicodeDecodeError):
        line = failure.object[: failure.start].count(b"\n") + 1
        what, cure = f"{shown_name} is not saved as UTF-8 text.", "In your editor, save it again with encoding UTF-8."
        return rules.UNREADABLE.at(shown_name, line=line, what=what, cure=cure)
    what = f"{shown_name} cannot be opened: {failure.strerror or failure}."
    return rules.UNREADABLE.at(shown_name, what=what, cure="Check that it is a file, and that you may read it.")


def _not_toml(mistake: Mistake, shown_name: str) -> Problem:
    place = f"line {mistake.line}, column {mistake.column}"
    return rules.SYNTAX.at(
        shown_name,
        line=mistake.line,
        column=f"column {mistake.column}",
        value=mistake.text,
        what=f"{shown_name} cannot be understood from {place} on, and none of it is used.",
        cure=mistake.cure,
    )


def _name_of(folder: Path) -> str:
    """Return "Juniper County" for a folder juniper-county, and "Library" for a folder whose name says nothing."""
    name = folder.resolve().name
    if name.casefold() in _FOLDERS_WITHOUT_A_NAME:
        return "Library"
    return " ".join(word.capitalize() for word in name.replace("-", " ").replace("_", " ").split())


def _library(section: Section, folder_name: str, *, is_default: bool) -> Library:
    reading = section.reading
    name = _name(section, folder_name)
    reading.defaults.extend(sentence for key, sentence in _DEFAULTS if not section.has(key))
    reading.languages = _languages(section)
    zone = read_time_zone(section) or ZoneInfo("UTC")
    brand = section.section("brand")
    hue = brand.number("hue", 0, _FULL_CIRCLE)
    chroma = brand.number("chroma", 0, _CHROMA_LIMIT)
    icon = section.section("icon")
    branches = read_branches(section)
    known = tuple(branch.id for branch in branches)
    social = (read_social(below) for below in section.sections("social"))
    return Library(
        name=name,
        short_name=section.text("short_name", name),
        tag_line=section.phrase("tag_line"),
        address=read_site_address(section),
        calendar_host=read_calendar_host(section),
        time_zone=zone,
        languages=reading.languages,
        hue=DEFAULT_HUE if hue is None else hue,
        chroma=DEFAULT_CHROMA if chroma is None else chroma,
        icon_letter=icon.text("letter"),
        icon_file=icon.text("file").lstrip("/"),
        branches=branches,
        audiences=read_audiences(section),
        topics=read_topics(section),
        access=read_access(section),
        social=tuple(account for account in social if account),
        catalog=read_catalog(section.section("catalog")),
        contact=_contact(section.section("contact")),
        menu=tuple(item for below in section.sections("menu") if (item := read_menu_item(below))) or STANDARD_MENU,
        notice=read_notice(section.section("notice"), known, zone) if section.has("notice") else None,
        event_sources=read_event_sources(section, known) if section.has("events") else STANDARD_SOURCES,
        **read_feeds(section.section("feeds")),
        is_default=is_default,
    )


def _name(section: Section, folder_name: str) -> str:
    name = section.text("name")
    if name:
        return name
    if not section.has("name"):
        section.missing("name", f'"{folder_name}"')
    section.reading.defaults.append(f"Name: {folder_name}.")
    return folder_name


def _languages(section: Section) -> tuple[str, ...]:
    """Return the known languages, each once, as they are written; English when none is."""
    tags = section.texts("languages")
    for index, tag in enumerate(tags):
        if not knows_language(tag):
            section.report(
                rules.UNKNOWN_LANGUAGE,
                "languages",
                item=index,
                what=f'"{tag}" is not the tag of a language that can be written here.',
                cure='Write the short tag: "en" for English, "es" for Spanish, "zh-Hant" for traditional Chinese.',
            )
    return tuple(dict.fromkeys(tag for tag in tags if knows_language(tag))) or ("en",)


def _contact(section: Section) -> Contact:
    return Contact(
        phone=section.text("phone"),
        email=read_email(section),
        hours=section.phrase("hours"),
        street=section.text("street"),
        city=section.text("city"),
        region=section.text("region"),
        postal_code=section.text("postal_code"),
        country=section.text("country"),
    )
