"""Whether Google can be reached: decided in 5 seconds, by a TLS handshake and no request."""

from __future__ import annotations

import base64
import os
import socket
import ssl
import threading
import urllib.parse
import urllib.request
from pathlib import Path

from podcaster.errors import PodcasterError

HOST = "translate.google.com"
_WITHIN = 5.0  # seconds


def trusted() -> ssl.SSLContext:
    """Certificates that are trusted: those that the usual variables name, else the system's and certifi's.

    SSL_CERT_FILE, REQUESTS_CA_BUNDLE and CURL_CA_BUNDLE may name a file (the first two a folder as well),
    SSL_CERT_DIR a folder. Raises PodcasterError for one that cannot be read.
    """
    named = {
        name: path
        for name in ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_DIR")
        if (path := os.environ.get(name))
    }
    if not named:
        import certifi

        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        return context
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for name, path in named.items():
        try:
            if Path(path).is_dir():
                context.load_verify_locations(capath=path)
            else:
                context.load_verify_locations(cafile=path)
        except (OSError, ssl.SSLError) as error:
            raise PodcasterError(
                f"{path}: has no certificates that can be read ({error}); correct or unset {name}."
            ) from error
    return context


def why_unreachable(host: str = HOST, within: float = _WITHIN) -> str | None:
    """Try a TLS handshake with Google, by the proxy that is set; None if it works, else why not, as a clause.

    Takes at most `within` seconds, name resolution included: that cannot be interrupted, so it is done in a
    thread which is left behind.
    """
    outcome: list[str | None] = []
    done = threading.Event()

    def attempt() -> None:
        try:
            _shake_hands(host, within)
            outcome.append(None)
        except PodcasterError as error:
            outcome.append(str(error).rstrip("."))
        except ssl.SSLCertVerificationError as error:
            outcome.append(f"Google's certificate is not trusted ({error.verify_message})")
        except (OSError, ValueError) as error:
            outcome.append(f"Google cannot be reached ({_plain(error)})")
        finally:
            done.set()

    threading.Thread(target=attempt, daemon=True, name="reach").start()
    done.wait(within)
    return outcome[0] if outcome else f"Google cannot be reached (no answer within {within:.0f} s)"


def _shake_hands(host: str, timeout: float) -> None:
    """Connect to port 443 of `host`, through the proxy of the environment, and check its certificate."""
    context = trusted()
    proxy = None if urllib.request.proxy_bypass(host) else _proxy()
    if proxy is None:
        plain = socket.create_connection((host, 443), timeout)
    else:
        plain = socket.create_connection((proxy.hostname or "", proxy.port or 80), timeout)
        if proxy.scheme == "https":
            plain = context.wrap_socket(plain, server_hostname=proxy.hostname)
        _tunnel(plain, host, proxy)
    with plain, context.wrap_socket(plain, server_hostname=host):
        pass


def _proxy() -> urllib.parse.SplitResult | None:
    """The proxy for HTTPS that the environment or the system names."""
    proxies = urllib.request.getproxies()
    address = proxies.get("https") or proxies.get("all")
    if not address:
        return None
    return urllib.parse.urlsplit(address if "://" in address else f"http://{address}")


def _tunnel(proxy_socket: socket.socket, host: str, proxy: urllib.parse.SplitResult) -> None:
    """Ask an HTTP proxy for a connection (RFC 9110, section 9.3.6)."""
    lines = [f"CONNECT {host}:443 HTTP/1.1", f"Host: {host}:443"]
    if proxy.username:
        user = f"{urllib.parse.unquote(proxy.username)}:{urllib.parse.unquote(proxy.password or '')}"
        lines.append(f"Proxy-Authorization: Basic {base64.b64encode(user.encode()).decode()}")
    proxy_socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
    answer = b""
    while b"\r\n\r\n" not in answer and len(answer) < 65536:
        if not (more := proxy_socket.recv(4096)):
            raise OSError("the proxy hung up")
        answer += more
    status = answer.split(b"\r\n", 1)[0].decode("latin-1")
    if status.split(" ")[1:2] != ["200"]:
        raise OSError(f"the proxy says {status[:80]}")


def _plain(error: Exception) -> str:
    """What went wrong, in words."""
    if isinstance(error, socket.gaierror):
        return "its name is not found: no network?"
    if isinstance(error, TimeoutError):
        return "no answer in time"
    return str(getattr(error, "strerror", None) or error)
