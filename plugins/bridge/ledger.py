"""What the last build knew and made, kept for the next; a file that is not exactly ours is thrown away."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from plugins.bridge.digest import SIZE_BYTES, hashed
from plugins.bridge.prints import Print
from plugins.bridge.staging import Sign
from plugins.kernel.problems import Problem

# A cut or changed file is seen by its digest before anything of it is read.
_FORMAT = b"broadside ledger 3\n"

# What was asked of the content folder while something was made, and the answers: it holds while these are the same.
Answers = tuple[tuple[tuple[str, str], str], ...]


# Named tuples, since a ledger holds thousands of each, and they are read back ten times as fast as dataclasses.
class Validity(NamedTuple):
    """How long something that was made still stands: from one moment until another, while the answers are the same."""

    since: float
    until: float
    answers: Answers = ()


class MadeFile(NamedTuple):
    """One file as it was made: of what (`key`), with which bytes (`content`), and what was said about it."""

    key: bytes
    content: bytes
    sign: Sign
    problems: tuple[Problem, ...]
    validity: Validity


class KnownDocument(NamedTuple):
    """What became of one file of content when it was read.

    `key` is the digest of all it was made of; `state` is Pelican's object, pickled without its text, or empty where the
    file became no page, and `facts` its digest; `aside` is what no list shows of it, and `mark` the digest of both;
    `text` is the digest of the text, by which the store finds it.
    """

    key: bytes
    state: bytes
    facts: bytes
    aside: dict[str, Any]
    mark: bytes
    text: bytes
    outcome: str
    address: str
    problems: tuple[Problem, ...]
    validity: Validity


class KnownResult(NamedTuple):
    """Something that was worked out, pickled, and how long it stands."""

    value: bytes
    validity: Validity


@dataclass(slots=True, kw_only=True)
class Ledger:
    """The files of a build, the documents they were made of, where their texts lie, what is known of each template.

    `prints` are the digests of pictures and forms, by their signs.
    """

    files: dict[str, MadeFile] = field(default_factory=dict)
    documents: dict[str, KnownDocument] = field(default_factory=dict)
    texts: dict[bytes, tuple[int, int]] = field(default_factory=dict)
    results: dict[bytes, KnownResult] = field(default_factory=dict)
    prints: dict[str, Print] = field(default_factory=dict)
    templates: dict[bytes, Any] = field(default_factory=dict)

    def questions(self) -> set[tuple[str, str]]:
        """Return all that was asked of the content folder."""
        held: tuple[dict[Any, Any], ...] = (self.documents, self.files, self.results)
        return {question for kind in held for one in kind.values() for question, _ in one.validity.answers}


_KINDS: dict[str, Any] = {"files": MadeFile, "documents": KnownDocument, "results": KnownResult}


def _plain(ledger: Ledger) -> dict[str, Any]:
    """Return a ledger without names, which take as long to write and read as all else."""
    found: dict[str, Any] = {"templates": ledger.templates, "texts": ledger.texts, "prints": ledger.prints}
    for name in _KINDS:
        held = getattr(ledger, name)
        found[name] = {key: (*one[:-1], tuple(one[-1])) for key, one in held.items()}
    return found


def _named(plain: dict[str, Any]) -> Ledger:
    """Return the ledger of what _plain made."""
    found = Ledger(templates=plain["templates"], texts=plain["texts"], prints=plain["prints"])
    for name, kind in _KINDS.items():
        held = {key: kind(*one[:-1], Validity(*one[-1])) for key, one in plain[name].items()}
        setattr(found, name, held)
    return found


def read_ledger(path: Path, version: bytes) -> Ledger:
    """Return what the last build left, or an empty ledger when there is none that can be trusted."""
    try:
        data = path.read_bytes()
    except OSError:
        return Ledger()
    head = _FORMAT + version
    sealed, body = data[len(head) : len(head) + SIZE_BYTES], memoryview(data)[len(head) + SIZE_BYTES :]
    if not data.startswith(head) or sealed != hashed(body):
        return Ledger()
    try:
        return _named(pickle.loads(body))
    except (
        pickle.UnpicklingError,
        ArithmeticError,
        AttributeError,
        EOFError,
        ImportError,
        LookupError,
        TypeError,
        ValueError,
    ):
        return Ledger()


def write_ledger(path: Path, version: bytes, ledger: Ledger) -> None:
    """Keep what this build knew and made, in one step: a build that is killed leaves the old ledger or the new one."""
    body = pickle.dumps(_plain(ledger), protocol=pickle.HIGHEST_PROTOCOL)
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = path.with_name(f"{path.name}.new")
    staged.write_bytes(_FORMAT + version + hashed(body) + body)
    staged.replace(path)
