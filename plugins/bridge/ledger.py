"""What the last build knew and made, kept for the next."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.bridge.prints import Print
from plugins.bridge.staging import Sign
from plugins.kernel.problems import Problem

# What was asked of the content folder while something was made, and the answers: it holds while these are the same.
Answers = tuple[tuple[tuple[str, str], str], ...]


# The fields of the library that were looked at while a file was read, with the digest of each.
Told = tuple[tuple[str, bytes], ...]


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

    `key` is the digest of all it was made of but the library, of which `told` says what it looked at; `state` is
    Pelican's object, pickled without its text, or empty where the file became no page, and `facts` its digest; `aside`
    is what no list shows of it, and `mark` the digest of both; `text` is the digest of the text, by which the store
    finds it.
    """

    key: bytes
    told: Told
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
