"""Fetches what --events names on the web, for one command alone: a copy that lasts is what fetch-events keeps."""

from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from plugins.commands.asked import Asked
from plugins.commands.fetch import Wanted, fetch
from plugins.commands.fetch_connection import FetchError, resolve
from plugins.commands.plainly import PlainError
from plugins.commands.put import put
from plugins.kernel.text import slug
from plugins.tools.public_hosts import is_public
from plugins.tools.web_address import MissingSecretError, csv_address, is_web_address, masked, with_secrets


def events_at_hand(root: Path, asked: Asked) -> Asked:
    """Return the options with a file in the place of an address on the web; raises PlainError when there is none."""
    if not is_web_address(asked.events):
        return asked
    address = csv_address(asked.events)
    body = _fetched(address)
    name = f"{slug(urlsplit(address).hostname or '')}-{sha256(address.encode()).hexdigest()[:8]}.csv"
    file = root / ".cache" / "events" / name
    put(file, body)
    print(f"Fetched {masked(address)} ({len(body):,} bytes) for this command alone.")
    return replace(asked, events=str(file))


def _fetched(address: str) -> bytes:
    try:
        whole = with_secrets(address, os.environ)
        answer = fetch(Wanted(address=whole, allow_private=_is_private(whole)))
    except MissingSecretError as missing:
        raise PlainError(
            f"--events needs the variable {missing}, which the environment does not have: set it."
        ) from None
    except FetchError as failure:
        raise PlainError(f"--events names {masked(address)}, which {failure}: try again, or name a file.") from None
    return answer.body or b""


def _is_private(address: str) -> bool:
    """Tell whether somebody has named a computer of their own network, which no other address may lead to."""
    try:
        return not any(map(is_public, resolve(urlsplit(address).hostname or "", urlsplit(address).port or 443)))
    except (OSError, ValueError):
        return False
