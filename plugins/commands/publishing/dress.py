"""Makes of a site as it was built one as it goes out: lasting names, small styles, packed copies, and a manifest."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from plugins.bridge.staging import Staging, files_of
from plugins.bridge.workers import share
from plugins.commands.publishing.assets import is_asset, name_assets
from plugins.commands.publishing.lean_css import StyleError, lean_css, style_problems
from plugins.commands.publishing.manifest import FILE, Manifest, render_manifest
from plugins.commands.publishing.pack import is_text
from plugins.commands.publishing.pack_store import PackStore
from plugins.commands.publishing.references import Place, named_in, with_names
from plugins.kernel.problems import Problem

# Texts that name no file: who reads a recording's words or a table of figures takes them as they are.
_SAY_ONLY = (".txt", ".csv", ".vtt", ".srt", ".md", ".map", ".ics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dressing:
    """What it takes to dress a site: where it was built, the last one, the next one, and what is kept between them."""

    plain: Path
    last: Path
    staging: Staging
    place: Place
    store: PackStore
    theme: Path
    # What hosts are told of the files, by the names these go out with.
    for_hosts: Callable[[Iterable[str]], Mapping[str, bytes]] = field(default=lambda _: {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dressed:
    """A site that is dressed: its files with their digests, and what is wrong with its styles."""

    manifest: Manifest
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """One file as it goes out: its name, the digest of its bytes, and the packed copies that stand beside it."""

    file: str
    digest: str
    copies: tuple[str, ...]


def dress(dressing: Dressing) -> Dressed:
    """Dress a site; a file that is what it was in the last one stays the same file, with its time."""
    files = sorted(file for file, _ in files_of(dressing.plain))
    assets, problems = _assets(dressing, files)
    place = dressing.place
    named = {file: named_in(_text(data), file, place) for file, data in assets.items() if is_text(file)}
    names = name_assets(assets, named)
    told = dressing.for_hosts([names.get(file, file) for file in files])
    dressing.staging.ready()
    rest = [file for file in files if file not in told]
    made = share(rest, partial(_dress, dressing, assets, names), str)
    made += [_put(dressing, file, data) for file, data in told.items()]
    manifest = Manifest(files={one.file: one.digest for one in made})
    made.append(_put(dressing, FILE, render_manifest(manifest)))
    for one in made:
        dressing.staging.keep(one.file)
        for copy in one.copies:
            dressing.staging.keep(copy)
    return Dressed(manifest=manifest, problems=problems)


def _assets(dressing: Dressing, files: list[str]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Return what every asset holds, styles as small as they get, and what is wrong with these."""
    assets = {file: (dressing.plain / file).read_bytes() for file in files if is_asset(file)}
    problems: tuple[Problem, ...] = ()
    for file in [file for file in assets if file.endswith(".css")]:
        try:
            assets[file] = lean_css(_text(assets[file]), file).encode()
        except StyleError:
            problems = tuple(style_problems(dressing.theme))
    return assets, problems


def _dress(dressing: Dressing, assets: Mapping[str, bytes], names: Mapping[str, str], file: str) -> _File:
    source = dressing.plain / file
    if not is_text(file):
        dressing.staging.take(names.get(file, file), os.fspath(source))
        with source.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        return _File(file=names.get(file, file), digest=digest, copies=())
    data = assets[file] if file in assets else source.read_bytes()
    if not file.endswith(_SAY_ONLY):
        data = with_names(_text(data), file, names, dressing.place).encode(errors="surrogateescape")
    return _put(dressing, names.get(file, file), data)


def _put(dressing: Dressing, file: str, data: bytes) -> _File:
    """Put a text and its packed copies into the site, unless they are there as they are to be."""
    _write(dressing, file, data)
    copies = dressing.store.copies(data) if is_text(file) else []
    for copy in copies:
        if copy.kept is None:
            _write(dressing, file + copy.ending, copy.data)
        else:
            dressing.staging.take(file + copy.ending, os.fspath(copy.kept))
    digest = hashlib.sha256(data).hexdigest()
    return _File(file=file, digest=digest, copies=tuple(file + copy.ending for copy in copies))


def _write(dressing: Dressing, file: str, data: bytes) -> None:
    staging, last = dressing.staging, dressing.last / file
    if staging.read(file) == data:
        return
    staging.write(file, data)
    with suppress(OSError):
        # Where a disk gives a file one name only, what is the same is a new file, but of the old time.
        if last.read_bytes() == data:
            os.utime(staging.folder / file, ns=(last.stat().st_atime_ns, last.stat().st_mtime_ns))


def _text(data: bytes) -> str:
    """Return the text of a file; what is no UTF-8 in it comes out again as it was."""
    return data.decode(errors="surrogateescape")
