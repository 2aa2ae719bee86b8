"""Reads the facts of a post; this is where a line of front matter becomes a date, a language, an author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from plugins.kernel.library import Library
from plugins.kernel.text import slug as slug_of
from plugins.posts.model import Post, Reading, Status
from plugins.tools import rules
from plugins.tools.facts import Facts
from plugins.tools.front_matter import FrontMatter
from plugins.tools.html import as_text
from plugins.tools.old_address import ALSO as OLD
from plugins.tools.old_address import read_old_addresses
from plugins.tools.parse_moment import parse_moment

# The facts a post may hold (content/README.md has the same list; a test compares).
FIELDS = frozenset(
    (
        "title date id updated modified slug lang translation_key translationkey author authors tags topics "
        "topic branches branch audiences audience program event summary excerpt description image image_alt "
        "image_credit card audio transcript status draft category template save_as url old_addresses"
    ).split()
)
# What other generators say besides: Jekyll keeps back a post by "published: false", or by the folder it is in.
ELSEWHERE = frozenset(["published"])
DRAFTS_FOLDER = "_drafts"
STATUSES: tuple[Status, ...] = ("published", "draft", "hidden")
CARDS = ("title", "picture")
# Names under which Pelican keeps things of its own in an article: a fact of that name would break it.
PELICANS = frozenset(
    (
        "settings metadata source_path relative_source_path translations translation translation_id in_default_lang "
        "timezone date_format locale_date locale_modified reader post lines words charts waiting is_draft direction"
    ).split()
)
_DATED_NAME = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})[-_ ](.+)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_NAME_LANGUAGE = re.compile(r"(.+)\.([a-z]{2,3}(?:-[a-z]{2,4})?)", re.IGNORECASE)
# Words of an address under news/ that are not a post's.
_RESERVED = re.compile(r"\d{4}|page|tag|author")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a post lies: the file as shown to people, and its path below the folder of posts."""

    file: str
    path: PurePosixPath
    own: bool


def read_post(
    front: FrontMatter, place: Place, *, library: Library, now: datetime, languages: frozenset[str]
) -> Reading:
    """Return the post of a file's facts, or why there is none; `languages` are folder names that mean a language."""
    facts = Facts(front=front, file=place.file, library=library, own=place.own)
    name = _Name.of(place.path, languages)
    title = as_text(facts.required("title", "Riverbend stays open until nine"))
    date = _date(facts, name)
    slug = _slug(facts, name, title)
    status, language = _status(facts, place.path), _language(facts)
    facts.say_unknown_fields(FIELDS | ELSEWHERE | OLD)
    post = Post(
        title=title,
        date=date or now,
        language=language or name.language or library.languages[0],
        slug=slug,
        key=facts.text("translation_key") or facts.text("translationkey") or slug,
        id=facts.text("id"),
        updated=facts.moment("updated", rules.UNUSED_VALUE) or facts.moment("modified", rules.UNUSED_VALUE),
        summary=as_text(facts.text("summary") or facts.text("excerpt") or facts.text("description")),
        authors=facts.texts("authors", "author"),
        tags=facts.texts("tags"),
        topics=facts.topics(),
        branches=facts.branches(),
        audiences=facts.audiences(),
        program=facts.text("program"),
        event=facts.text("event"),
        image=facts.text("image") if place.own else "",
        image_alt=facts.text("image_alt"),
        image_credit=facts.text("image_credit"),
        card=_card(facts),
        audio=facts.text("audio") if place.own else "",
        transcript=facts.text("transcript") if place.own else "",
        status=status,
        waiting=date is not None and date > now,
        old_addresses=read_old_addresses(facts),
    )
    return Reading(post=None if facts.has_error else post, problems=tuple(facts.problems))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """What a file's name and folders say: "fr/2026-10-17-opening.md" is French, of that day, about "opening"."""

    stem: str
    date: str
    language: str

    @staticmethod
    def of(path: PurePosixPath, languages: frozenset[str]) -> _Name:
        stem, language = path.stem, ""
        named = _NAME_LANGUAGE.fullmatch(stem)
        if named and named[2].lower() in languages:
            stem, language = named[1], named[2].lower()
        folders = [folder.lower() for folder in path.parts[:-1] if folder.lower() in languages]
        language = language or next(reversed(folders), "")
        dated = _DATED_NAME.fullmatch(stem)
        return _Name(stem=dated[2] if dated else stem, date=dated[1] if dated else "", language=language)


def _date(facts: Facts, name: _Name) -> datetime | None:
    if facts.text("date"):
        return facts.moment("date")
    try:
        return parse_moment(name.date, facts.library)
    except ValueError:
        facts.required("date", "2026-10-17")
        return None


def _language(facts: Facts) -> str:
    written = facts.text("lang").lower().replace("_", "-")
    if written and not _LANGUAGE.fullmatch(written):
        facts.say(
            rules.WRONG_VALUE, "lang", f'"{written}" is not the code of a language.', "Write lang: en, or lang: es."
        )
    return written


def _slug(facts: Facts, name: _Name, title: str) -> str:
    slug = slug_of(facts.text("slug") or name.stem or title)
    return f"{slug}-post" if _RESERVED.fullmatch(slug) else slug


def _status(facts: Facts, path: PurePosixPath) -> Status:
    is_kept_back = facts.text("published").casefold() in {"false", "no"} or DRAFTS_FOLDER in path.parts
    if facts.yes("draft", default=False) or is_kept_back:
        return "draft"
    written = facts.choice("status", STATUSES, "published")
    return next((status for status in STATUSES if status == written), "published")


def _card(facts: Facts) -> str:
    """Return what is shown where the post is shared: a card with its title, or its own picture."""
    chosen = facts.choice("card", CARDS, "title") if facts.own else "title"
    if chosen == "picture" and not facts.text("image"):
        cure = "Add a line image: with a file of content/images/, or take the line card: out."
        facts.say(rules.UNUSED_VALUE, "card", "There is no picture to be the card of this post.", cure)
        return "title"
    return chosen


def is_free(name: str) -> bool:
    """Tell whether a fact that is none of ours may reach templates and plugins of others under its own name."""
    return name == "template" or not (name in FIELDS | PELICANS or name.startswith(("_", "override_")))
