"""Checks that no password or key that this project knows stands anywhere in the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import parse_qs, unquote, urlsplit

# Shorter ones would be found everywhere by chance, and are none.
_SHORTEST = 8
_SECRET_NAME = re.compile(r"(?:^|_)(?:KEY|APIKEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS|PWD|CREDENTIALS?)$", re.IGNORECASE)
_PLACE = re.compile(r"\$\{([^}]*)\}")


def secrets_of(addresses: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, bytes]:
    """Return every secret that must not be published, under words that say whose it is and give nothing away.

    `addresses` are those of web sources, by the source's name: with a password, or values that nobody else should have.
    """
    named = {name for address in addresses.values() for name in _PLACE.findall(address)}
    kept = (name for name in environ if name in named or _SECRET_NAME.search(name))
    known = {f"the variable {name}": environ[name] for name in kept}
    for source, address in addresses.items():
        for number, value in enumerate(_secrets_in(address), 1):
            known[f"secret {number} of the source {source}"] = value
    return {name: value.encode() for name, value in known.items() if len(value) >= _SHORTEST}


def _secrets_in(address: str) -> Iterator[str]:
    parts = urlsplit(address)
    password = parts.netloc.rpartition("@")[0].partition(":")[2]
    values = [one for name, given in parse_qs(parts.query).items() if _SECRET_NAME.search(name) for one in given]
    yield from (unquote(one) for one in (password, *values) if one and not _PLACE.search(one))


def secrets_in(data: bytes, secrets: Mapping[str, bytes]) -> Iterator[str]:
    """Yield which secrets stand in a file."""
    yield from (name for name, secret in secrets.items() if secret in data)
