"""The address at which a telephone on the same network finds what is served here, to type or to scan."""

from __future__ import annotations

import ipaddress
import socket
from io import StringIO

# Reserved for documentation (RFC 5737, RFC 3849): no packet is sent, the system only says which way one would go.
_FAR_AWAY = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}


def is_for_others(host: str) -> bool:
    """Tell whether other computers may look, too."""
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host != "localhost"


def _is_everywhere(host: str) -> bool:
    """Tell whether it stands for all addresses of this computer at once."""
    try:
        return not host or ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def address_of(host: str, port: int) -> str:
    """Return the address of a host and port, as a browser takes it; one that listens everywhere is this computer."""
    is_six = ":" in host
    shown = ("::1" if is_six else "127.0.0.1") if _is_everywhere(host) else host
    return f"http://{f'[{shown}]' if is_six else shown}:{port}/"


def own_address(host: str) -> str:
    """Return this computer's address on its network, "" where it is on none; a host that is one address is that."""
    if not _is_everywhere(host):
        return host
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect((_FAR_AWAY[family], 9))
        except OSError:
            return ""
        return str(asked.getsockname()[0])


def invitation(host: str, port: int, *, is_terminal: bool) -> str:
    """Return what people with a telephone are to do; in a terminal, with a code to scan."""
    own = own_address(host)
    if not own:
        return "This computer is on no network, so no other can look."
    address = address_of(own, port)
    code = f"\n{_code(address)}" if is_terminal else ""
    return f"On a telephone in the same network: {address}{code}"


def _code(address: str) -> str:
    import segno

    drawn = StringIO()
    segno.make(address, error="l").terminal(drawn, compact=True)
    return drawn.getvalue().rstrip("\n")
