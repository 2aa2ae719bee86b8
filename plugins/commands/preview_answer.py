"""What a good web server answers: a packed copy, "not modified", part of a recording, a page for what is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote, unquote, urljoin

from plugins.commands.checks.model import INDEX, address_of, file_of
from plugins.commands.publishing.pack import PACKINGS, is_packed, is_text
from plugins.commands.publishing.references import Place

NOT_FOUND = "404.html"
_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_QUALITY = re.compile(r"\s*([\w*-]+)\s*(?:;\s*q=([\d.]+))?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosted:
    """A published site: its files with their sizes and digests, its redirects, and what is sent with each address."""

    place: Place
    sizes: Mapping[str, int]
    digests: Mapping[str, str]
    redirects: Mapping[str, str]
    headers_of: Callable[[str], Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for: the path of an address, up to a question mark, and headers by their names in lower case."""

    path: str
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered: the bytes `first` to `last` (not included) of `file`, or nothing where there is none."""

    status: HTTPStatus
    headers: Mapping[str, str]
    file: str = ""
    first: int = 0
    last: int = 0


def answer(site: Hosted, question: Question) -> Answer:
    """Return the answer to a question."""
    path = unquote(question.path)
    if not path.startswith(site.place.path):
        return _missing(site, question)
    address = path.removeprefix(site.place.path)
    if address in site.redirects:
        return _moved(HTTPStatus.MOVED_PERMANENTLY, urljoin(question.path, site.redirects[address]))
    file = file_of(address)
    if f"{file}/{INDEX}" in site.sizes:
        return _moved(HTTPStatus.MOVED_PERMANENTLY, f"{quote(path)}/")
    if file not in site.sizes or is_packed(file):
        return _missing(site, question)
    return _found(site, question, file, HTTPStatus.OK)


def _moved(status: HTTPStatus, to: str) -> Answer:
    return Answer(status=status, headers={"Location": to, "Content-Length": "0"})


def _missing(site: Hosted, question: Question) -> Answer:
    if NOT_FOUND not in site.sizes:
        return Answer(status=HTTPStatus.NOT_FOUND, headers={"Content-Length": "0"})
    whole = Question(path=question.path, headers={"accept-encoding": question.headers.get("accept-encoding", "")})
    return _found(site, whole, NOT_FOUND, HTTPStatus.NOT_FOUND)


def _found(site: Hosted, question: Question, file: str, status: HTTPStatus) -> Answer:
    sent, encoding = _copy(site, file, question.headers.get("accept-encoding", ""))
    tag = f'"{site.digests.get(file, "")[:32]}{f"-{encoding}" if encoding else ""}"'
    headers = {**site.headers_of(address_of(file)), "ETag": tag}
    headers |= {"Vary": "Accept-Encoding"} if is_text(file) else {"Accept-Ranges": "bytes"}
    if status is HTTPStatus.OK and _is_known(tag, question.headers.get("if-none-match", "")):
        return Answer(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    headers |= {"Content-Encoding": encoding} if encoding else {}
    size = site.sizes[sent]
    part = None if is_text(file) else _part(question.headers.get("range", ""), size)
    if part is not None:
        return _partly(sent, part, size, headers)
    return Answer(status=status, headers={**headers, "Content-Length": str(size)}, file=sent, last=size)


def _copy(site: Hosted, file: str, accepted: str) -> tuple[str, str]:
    """Return the file that is sent, and its encoding or "": the smallest copy that the reader's browser unpacks."""
    qualities = {
        found[1].lower(): float(found[2] or 1) for one in accepted.split(",") if (found := _QUALITY.fullmatch(one))
    }
    for ending, packing in PACKINGS.items():
        quality = qualities.get(packing.encoding, qualities.get("*", 0))
        if is_text(file) and file + ending in site.sizes and quality > 0:
            return file + ending, packing.encoding
    return file, ""


def _is_known(tag: str, known: str) -> bool:
    return known.strip() == "*" or tag in [one.strip().removeprefix("W/") for one in known.split(",")]


def _part(asked: str, size: int) -> tuple[int, int] | None:
    """Return the part of a file that is asked for, as a player does; None for all of it."""
    found = _RANGE.fullmatch(asked.strip())
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        return max(0, size - int(found[2])), size
    return int(found[1]), min(size, int(found[2]) + 1) if found[2] else size


def _partly(file: str, part: tuple[int, int], size: int, headers: Mapping[str, str]) -> Answer:
    first, last = part
    if first >= last:
        wrong = {**headers, "Content-Range": f"bytes */{size}", "Content-Length": "0"}
        return Answer(status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=wrong)
    told = {"Content-Range": f"bytes {first}-{last - 1}/{size}", "Content-Length": str(last - first)}
    return Answer(status=HTTPStatus.PARTIAL_CONTENT, headers={**headers, **told}, file=file, first=first, last=last)
