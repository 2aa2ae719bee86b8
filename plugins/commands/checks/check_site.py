"""Checks a finished site, all of it at once: each file is read once, on all processors, and then all is compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from plugins.bridge.staging import files_of
from plugins.bridge.workers import share
from plugins.commands.checks.known_files import KnownFiles
from plugins.commands.checks.links import check_links
from plugins.commands.checks.model import Site
from plugins.commands.checks.other_hosts import check_other_hosts
from plugins.commands.checks.promises import check_promises
from plugins.commands.checks.read_file import Seen
from plugins.commands.checks.redirects import check_redirects, read_redirects
from plugins.commands.checks.secrets import secrets_in
from plugins.commands.checks.structured_data import check_structured_data
from plugins.commands.checks.vanished import check_vanished
from plugins.commands.checks.weights import Weight, check_weights, weigh
from plugins.commands.publishing.pack import is_packed
from plugins.commands.rules import CALENDAR, FEED, SECRET
from plugins.hosting.model import REDIRECTS_FILE
from plugins.kernel.problems import Problem

_CHECKS = (check_promises, check_links, check_other_hosts, check_structured_data, check_redirects)
_CURE = "Mend what it is made of; if that is fine, the program is at fault: please report it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to check a site against: its address, the files of the last one, and secrets that must not be in it."""

    address: str
    last: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, bytes] = field(default_factory=dict)
    source_of: Callable[[str], str] = field(default=lambda _: "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A site that was read, what its pages weigh, and everything that is wrong with it."""

    site: Site
    weights: Mapping[str, list[Weight]]
    problems: tuple[Problem, ...]


def check_site(folder: Path, wanted: Wanted, kept: Path | None = None, version: bytes = b"") -> Checked:
    """Check the site in a folder; what is seen in its files is `kept` in a file, for code of the same version."""
    sizes = {file: sign[0] for file, sign in files_of(folder)}
    files = sorted(file for file in sizes if not is_packed(file))
    known = KnownFiles(kept, version, wanted.address)
    read = share(files, partial(_read, folder, wanted, known), str)
    seen = {file: known.seen(mark, one) for file, (mark, one, _) in zip(files, read, strict=True)}
    held = {file: names for file, (_, _, names) in zip(files, read, strict=True) if names}
    known.save()
    site = _site(folder, wanted, sizes, seen)
    problems = [*_of_files(site, seen), *_of_secrets(site, held), *check_vanished(site, wanted.last)]
    for check in _CHECKS:
        problems += check(site)
    weights = weigh(site)
    problems += check_weights(site, weights)
    return Checked(site=site, weights=weights, problems=tuple(problems))


def _read(folder: Path, wanted: Wanted, known: KnownFiles, file: str) -> tuple[str, Seen | None, tuple[str, ...]]:
    data = (folder / file).read_bytes()
    return *known.look(file, data), tuple(secrets_in(data, wanted.secrets))


def _site(folder: Path, wanted: Wanted, sizes: Mapping[str, int], seen: Mapping[str, Seen]) -> Site:
    pages = {file: one.page for file, one in seen.items() if one.page}
    told = folder / REDIRECTS_FILE
    text = told.read_text("utf-8") if REDIRECTS_FILE in sizes else ""
    return Site(
        address=wanted.address,
        sizes={file: size for file, size in sizes.items() if not is_packed(file)},
        packed={file.removesuffix(".br"): size for file, size in sizes.items() if file.endswith(".br")},
        pages=pages,
        named={file: one.named for file, one in seen.items() if one.named},
        asked={file: one.asked for file, one in seen.items() if one.asked},
        ids={file: one.ids for file, one in seen.items() if file.endswith(".svg")},
        imports={file: one.imports for file, one in seen.items() if one.imports != (frozenset(), frozenset())},
        redirects=read_redirects(text, urlsplit(wanted.address).path, pages),
        source_of=wanted.source_of,
    )


def _of_files(site: Site, seen: Mapping[str, Seen]) -> Iterator[Problem]:
    for file, one in seen.items():
        rule = CALENDAR if file.endswith(".ics") else FEED
        for fault in one.faults:
            yield rule.at(site.shown(file), what=f"The file /{file} {fault}.", cure=_CURE)


def _of_secrets(site: Site, held: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    for file, names in held.items():
        for name in names:
            # What it is must not be said here either: reports end up in the logs of others.
            what = f"The file /{file} holds {name}."
            cure = "Take it out of the content, and change it wherever it was used: it may have been seen."
            yield SECRET.at(site.shown(file), what=what, cure=cure)
