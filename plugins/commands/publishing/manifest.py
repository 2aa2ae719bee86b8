"""The list of everything that is published, with a digest of each file: the next site is compared with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

# Where it lies within the site.
FILE = "published.json"
_VERSION = 1


class ManifestError(ValueError):
    """What is no list of a published site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The files of a published site, each with its digest (SHA-256); packed copies go without saying."""

    files: Mapping[str, str]


def render_manifest(manifest: Manifest) -> bytes:
    """Return the list as it lies in the site: one file a line, in order, so that two can be compared by eye."""
    record = {"version": _VERSION, "files": dict(sorted(manifest.files.items()))}
    return (json.dumps(record, ensure_ascii=False, indent=0) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Return the list that some bytes hold.

    Raises ManifestError.
    """
    try:
        record = json.loads(data)
    except ValueError:
        raise ManifestError("is not JSON") from None
    files = record.get("files") if isinstance(record, dict) else None
    if not isinstance(files, dict) or not all(isinstance(digest, str) for digest in files.values()):
        raise ManifestError('has no "files"')
    if record.get("version") != _VERSION:
        raise ManifestError(f"is of the version {record.get('version')!r}, and not {_VERSION}")
    return Manifest(files=files)
