"""Which computers anybody may ask: those with a number on the public internet, however the number is wrapped."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# Numbers of version 6 whose last four bytes are one of version 4 (RFC 6052).
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"))


def is_public(number: str) -> bool:
    """Tell whether a number such as 192.0.2.1 or 2001:db8::1 is on the public internet, and that of one computer."""
    try:
        address = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in (address, *_within(address)))


def _within(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    """Return the numbers of version 4 that one of version 6 leads to."""
    if isinstance(address, IPv4Address):
        return ()
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in network for network in _TRANSLATED) or address.packed[:12] == bytes(12):
        found.append(IPv4Address(address.packed[12:]))
    return tuple(one for one in found if one is not None)
