"""Under which addresses this server may be asked for, and is reached.

A page on the web can make a visitor's browser look up the page's own name as 127.0.0.1 and read what it finds
there (DNS rebinding). The browser then still sends that name as Host: so only names known beforehand are
answered, and no address of another machine.
"""

from __future__ import annotations

import ipaddress
import re
import socket

_HOST = re.compile(
    r"(?P<name>\[[0-9a-f:.]{2,45}\]|[a-z0-9]([a-z0-9._-]{0,252}))(?P<port>:[0-9]{1,5})?", re.ASCII
)
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


def reached_at(host: str | None, local: str | None, names: frozenset[str]) -> str | None:
    """Give a Host header in lower case if it names this server, else None.

    `local` is the IP address that the connection came in on: right as a Host too, be it of loopback or of the
    network. `names` are the further host names (in lower case, without port) that are right. Any port is:
    what listens elsewhere and forwards to here has another.
    """
    found = _HOST.fullmatch((host or "").strip().lower())
    if not found:
        return None
    name = found["name"].removesuffix(".")
    on_loopback = local is None or _is_loopback(local)
    if name in names or (on_loopback and name in LOOPBACK_NAMES) or _same_address(name, local):
        return f"{name}{found['port'] or ''}"
    return None


def lan_names() -> frozenset[str]:
    """Give the names by which other machines in the network know this one."""
    name = socket.gethostname().lower()
    return frozenset({name, f"{name.partition('.')[0]}.local"}) - {"", ".local"}


def lan_address() -> str | None:
    """Give this machine's address in its network, None where it has none. Sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # TEST-NET: only asks the system which way it would take
            address: str = probe.getsockname()[0]
        except OSError:
            return None
    return None if _is_loopback(address) or address == "0.0.0.0" else address  # noqa: S104 - no binding here


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _same_address(name: str, local: str | None) -> bool:
    """Compare addresses, however they are written; `name` may have the brackets of IPv6."""
    try:
        return local is not None and ipaddress.ip_address(name.strip("[]")) == ipaddress.ip_address(local)
    except ValueError:
        return False
