"""Brings the published site to where it is shown: only what has changed, pages after what they need, deletions last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.bridge.staging import files_of
from plugins.commands.asked import Asked
from plugins.commands.deploying.destination import Destination, parse_destination, shown
from plugins.commands.deploying.journal import Journal
from plugins.commands.deploying.plan import Plan, is_below, plan, with_packed
from plugins.commands.deploying.to_folder import ToFolder
from plugins.commands.deploying.to_git import ToGit
from plugins.commands.deploying.to_rclone import ToRclone
from plugins.commands.deploying.to_rsync import ToRsync
from plugins.commands.fetch import Wanted as Fetching
from plugins.commands.fetch import fetch
from plugins.commands.fetch_connection import FetchError
from plugins.commands.locks import only_one
from plugins.commands.places import lock_of
from plugins.commands.plainly import PlainError
from plugins.commands.publishing.manifest import FILE, ManifestError, read_manifest
from plugins.commands.publishing.pack import PACKINGS, is_packed
from plugins.commands.report import many
from plugins.commands.site_settings import PUBLIC, read_settings, read_site
from plugins.hosting.next_change import FILE as NEXT_CHANGE
from plugins.hosting.next_change import is_due
from plugins.kernel.library import Library

# How many files go up between two notes in the journal.
_BATCH = 200
# How the command ends where no change is due: neither as it does when all went well, nor as when something failed.
NOT_DUE = 3
_LISTED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options as they were typed."""

    to: str = ""
    site: str = ""
    content: str = ""
    dry_run: bool = False
    everything: bool = False
    due: bool = False


def run(root: Path, wanted: Wanted) -> int:
    """Deploy, or say what would happen, and return the exit code."""
    settings = read_settings(root, {}, PUBLIC)
    typed = wanted.to or str(settings["DEPLOY_TO"])
    if wanted.due:
        return ask_whether_due(root, wanted, typed)
    parse_destination(typed)
    site = Path(wanted.site or settings["OUTPUT_PATH"]).resolve()
    with only_one(lock_of(site), "Another command is publishing this site; waiting for it."):
        return _run(root, wanted, site, typed)


def ask_whether_due(root: Path, wanted: Wanted, typed: str) -> int:
    """Say whether the site that is shown has changed by itself since; 0 where it has or nobody knows, else 3."""
    site = read_site(root, Asked(content=wanted.content))
    due = is_due(_next_change(root, typed, site.library), site.now)
    print("A change is due: publish." if due else "Nothing has changed by itself since: there is nothing to publish.")
    return 0 if due else NOT_DUE


def _next_change(root: Path, typed: str, library: Library) -> bytes | None:
    """Return what the site says of its next change, where it goes to or, without a destination, at its own address."""
    if not typed:
        try:
            return fetch(Fetching(address=f"{library.address}{NEXT_CHANGE}")).body
        except FetchError:
            return None
    kind, rest = parse_destination(typed)
    place = ToGit(root, rest) if kind == "git" else _destination(kind, rest, library)
    return place.read(NEXT_CHANGE)


def _run(root: Path, wanted: Wanted, site: Path, typed: str) -> int:
    kind, rest = parse_destination(typed)
    here = _here(site)
    library = read_site(root, Asked(content=wanted.content)).library
    if kind == "git":
        return _to_git(ToGit(root, rest), site, here, library, wanted)
    deployment = _Deployment(_destination(kind, rest, library), site, here, shown(typed))
    return deployment.run(partial(Journal, root, typed), wanted)


def _destination(kind: str, rest: str, library: Library) -> Destination:
    if kind == "rclone":
        return ToRclone(rest, library)
    return ToRsync(rest) if kind == "rsync" else ToFolder(Path(rest).expanduser())


def _here(site: Path) -> Mapping[str, str]:
    """Return what is published, by its list; PlainError where nothing is, or the folder is not as the list says."""
    try:
        files = read_manifest((site / FILE).read_bytes()).files
    except (OSError, ManifestError):
        raise PlainError(f"There is no published site in {site}: run python3 tasks.py publish first.") from None
    missing = [file for file in files if not (site / file).is_file()]
    if missing:
        raise PlainError(f"{site / missing[0]} is missing from the published site: run python3 tasks.py publish again.")
    return files


def _there(data: bytes | None, *, is_certain: bool = True) -> Mapping[str, str]:
    """Return what the list at the destination says; without digests where nobody trusts it."""
    try:
        found = read_manifest(data).files if data else {}
    except ManifestError:
        return {}
    return {file: digest if is_certain else "" for file, digest in found.items() if is_below(file)}


class _Deployment:
    """One site on its way to one destination."""

    def __init__(self, destination: Destination, site: Path, here: Mapping[str, str], name: str) -> None:
        self._destination, self._site, self._here, self._name = destination, site, here, name

    def run(self, journal_of: Callable[[bytes | None], Journal], wanted: Wanted) -> int:
        data = self._destination.read(FILE)
        journal = journal_of(data)
        up = {} if wanted.everything else journal.read()
        made = plan(self._here, _there(data, is_certain=not wanted.everything), up, FILE)
        print(render_plan(made, self._name, is_dry=wanted.dry_run))
        if wanted.dry_run or made.is_nothing:
            return 0
        if any(up.values()):
            print(f"Going on where the last attempt broke: {many(len(up), 'file')} of it are there.")
        self._send(made, journal)
        journal.close()
        print(f"Done: {self._name} shows the site.")
        return 0

    def _send(self, made: Plan, journal: Journal) -> None:
        files = files_of(self._site) if self._destination.takes_packed else ()
        packed = frozenset(file for file, _ in files if is_packed(file))
        for group in (made.first, made.pages):
            for start in range(0, len(group), _BATCH):
                batch = group[start : start + _BATCH]
                self._destination.send(self._site, with_packed(batch, packed))
                journal.note(batch, self._here)
        gone = [f"{file}{end}" for file in made.deleted for end in ("", *PACKINGS)]
        self._destination.delete(self._site, gone if self._destination.takes_packed else made.deleted)
        self._destination.send(self._site, with_packed(made.last, packed))


def _to_git(branch: ToGit, site: Path, here: Mapping[str, str], library: Library, wanted: Wanted) -> int:
    """Put the whole site on a branch, where anything of it has changed; git sends only that."""
    made = plan(here, _there(branch.read(FILE), is_certain=not wanted.everything), {}, FILE)
    print(render_plan(made, "the branch", is_dry=wanted.dry_run))
    if wanted.dry_run or made.is_nothing:
        return 0
    branch.send(site, [*here, FILE], library)
    print("Done: the branch is pushed; its host shows it in a minute.")
    return 0


def render_plan(made: Plan, name: str, *, is_dry: bool) -> str:
    """Return what is done or would be, in the order of doing it."""
    if made.is_nothing:
        return f"Nothing to do: {name} has all of it already."
    changed = len(made.first) + len(made.pages) - made.new
    head = "Would bring" if is_dry else "Bringing"
    going = f"{many(made.new, 'new file')}, {many(changed, 'changed one')}"
    lines = [f"{head} to {name}: {going}; {many(len(made.deleted), 'file')} to delete, {made.same} as they are."]
    if is_dry:
        lines += _named("1. What pages need", made.first)
        lines += _named("2. Pages, feeds and calendars", made.pages)
        lines += _named("3. Deleted", made.deleted)
    return "\n".join(lines)


def _named(title: str, files: Sequence[str]) -> list[str]:
    if not files:
        return []
    more = [f"    ... and {len(files) - _LISTED} more"] if len(files) > _LISTED else []
    return [f"  {title}:", *(f"    {file}" for file in files[:_LISTED]), *more]
