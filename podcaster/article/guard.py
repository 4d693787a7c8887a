"""Which addresses may be asked for: only the web, and for others' links only public hosts.

An address that came from somebody else (a link in a feed, a redirect) could name a machine that only this one
can reach: a router's settings, a cloud's metadata service. Its host is resolved here, every address it has
must be public, and the connection goes to the address that was checked: a name cannot change in between.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from podcaster.errors import PodcasterError, TryLaterError

#: Host and port -> its addresses.
Resolve = Callable[[str, int], list[str]]

#: NAT64 (RFC 6052): an IPv4 address in an IPv6 one.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host. Raises TryLaterError where its name is not found."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TryLaterError(f"{host}: no such host was found; check the address and the network.") from error
    return [str(entry[4][0]) for entry in found]


def check_scheme(url: str) -> tuple[str, int]:
    """Host and port of a web address. Raises PodcasterError for other schemes (file:, ftp:), broken URLs."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise PodcasterError(f"{url[:200]}: this is no web address ({error}).") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise PodcasterError(f"{url[:200]}: only addresses with http:// or https:// are fetched.")
    if not host:
        raise PodcasterError(f"{url[:200]}: there is no host in this address.")
    return host, port or (443 if parts.scheme.lower() == "https" else 80)


def public_address(host: str, port: int, url: str, find: Resolve = resolve) -> str:
    """An address of `host` to connect to. Raises PodcasterError where any of its addresses is not public."""
    addresses = find(host, port)
    for address in addresses:
        if not is_public(address):
            raise PodcasterError(
                f"{url[:200]}: leads to {address}, inside this network; links from elsewhere may not."
            )
    if not addresses:
        raise TryLaterError(f"{host}: no such host was found; check the address and the network.")
    return addresses[0]


def is_public(text: str) -> bool:
    """Whether an IP address is one of the public internet, also where it is wrapped in an IPv6 one."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
