"""Asks other sites whether what we link to is still there: politely, and of each address no more than that."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Literal
from urllib.parse import urldefrag, urlsplit

from plugins.commands.fetch import Wanted, fetch
from plugins.commands.fetch_connection import GONE, FetchError, Limits, Resolve, resolve

AGENT = "Broadside (a library's website; looks whether its links still lead somewhere)"
LIMITS = Limits(connect_seconds=8, read_seconds=10, total_seconds=15, size_bytes=200_000)
# So many sites are asked at once, and each of them one thing at a time, with a rest between.
SITES_AT_ONCE = 8
REST_SECONDS = 0.3
_TOO_OFTEN = 429
# Where a host does not know the first, the second has the last word.
_METHODS: Sequence[Literal["HEAD", "GET"]] = ("HEAD", "GET")
_NO_HOST = "there is no host of that name"


def ask_elsewhere(
    addresses: Iterable[str],
    *,
    resolve: Resolve = resolve,
    allow_private: bool = False,
    rest_seconds: float = REST_SECONDS,
) -> dict[str, str]:
    """Return what is wrong with those addresses at which there is nothing any more.

    A host that refuses us, or is slow or out of order, may be there for readers: of these, nothing is said.
    """
    asking = _Asking(resolve=resolve, allow_private=allow_private, rest_seconds=rest_seconds)
    by_host: dict[str, list[str]] = {}
    for address in dict.fromkeys(addresses):
        by_host.setdefault(urlsplit(address).netloc.casefold(), []).append(address)
    with ThreadPoolExecutor(max_workers=SITES_AT_ONCE) as pool:
        found = [*pool.map(asking.ask_host, by_host.values())]
    if by_host and not asking.heard:
        # Without a network no host can be found, which says nothing about them.
        print("No other site has answered: look whether this computer is online.", file=sys.stderr)
        return {}
    answers = {address: answer for host in found for address, answer in host.items()}
    return {address: answer for address, answer in answers.items() if answer}


class _Asking:
    """Asks hosts; `heard` tells whether any has answered, be it with a refusal."""

    def __init__(self, *, resolve: Resolve, allow_private: bool, rest_seconds: float) -> None:
        self._resolve, self._allow_private, self._rest = resolve, allow_private, rest_seconds
        self.heard = False

    def ask_host(self, addresses: list[str]) -> Mapping[str, str]:
        """Return for each address of one host what is wrong with it, "" where nothing is, or nobody can tell."""
        answers: dict[str, str] = {}
        for number, address in enumerate(addresses):
            if number:
                time.sleep(self._rest)
            try:
                answers[address] = self._ask(address)
            except FetchError as refusal:
                answers[address] = _NO_HOST if refusal.is_nowhere else ""
                if refusal.is_nowhere or refusal.status == _TOO_OFTEN:
                    return dict.fromkeys(addresses, answers[address])
        return answers

    def _ask(self, address: str) -> str:
        """Return what is wrong with an address, "" where nothing is."""
        for method in _METHODS:
            wanted = Wanted(
                address=urldefrag(address).url,
                method=method,
                agent=AGENT,
                limits=LIMITS,
                allow_private=self._allow_private,
            )
            try:
                fetch(wanted, self._resolve)
            except FetchError as refusal:
                self.heard = self.heard or bool(refusal.status)
                if refusal.status == _TOO_OFTEN or refusal.is_nowhere:
                    raise
                answer = f"it answers {refusal.status}" if refusal.status in GONE else ""
                continue
            self.heard = True
            return ""
        return answer
