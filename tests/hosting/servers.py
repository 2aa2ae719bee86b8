"""Real web servers from Debian's packages, each with the configuration that we write for it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from plugins.commands.apt import install
from plugins.hosting.place import place_of
from plugins.hosting.redirect import Redirect
from plugins.hosting.render_caddy import render_caddy
from plugins.hosting.render_nginx import render_nginx
from plugins.kernel.library import Library

_NGINX = """
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
daemon off;
{user}
include /etc/nginx/modules-enabled/*.conf;
events {{ }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def nginx(folder: Path, library: Library, root: Path, redirects: tuple[Redirect, ...]) -> Iterator[int]:
    """Run nginx with our configuration, and hand out its port."""
    if not shutil.which("nginx") or not _BROTLI.exists():
        assert install("nginx-light"), "nginx cannot be installed"
        assert install("libnginx-mod-http-brotli-static"), "nginx's module for Brotli cannot be installed"
    port = free_port()
    place = place_of(library, str(root), f"127.0.0.1:{port}")
    (folder / "site.conf").write_text(render_nginx(library, place, redirects), "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, user=user), "utf-8")
    with running(["nginx", "-c", str(folder / "nginx.conf")], port, folder):
        yield port


@contextmanager
def caddy(folder: Path, library: Library, root: Path, redirects: tuple[Redirect, ...]) -> Iterator[int]:
    """Run Caddy with our configuration, and hand out its port."""
    if not shutil.which("caddy"):
        assert install("caddy"), "Caddy cannot be installed"
    port = free_port()
    place = place_of(library, str(root), f"http://127.0.0.1:{port}")
    config = folder / "Caddyfile"
    config.write_text("{\n\tadmin off\n}\n" + render_caddy(library, place, redirects), "utf-8")
    with running(["caddy", "run", "--config", str(config), "--adapter", "caddyfile"], port, folder):
        yield port


@contextmanager
def running(command: list[str], port: int, folder: Path, *, greets: bool = False) -> Iterator[None]:
    """Run a server until it answers, and end it afterwards; one that `greets` speaks another language than HTTP."""
    homes = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "XDG_CONFIG_HOME": str(folder / "config")}
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, env=os.environ | homes, start_new_session=True)
    try:
        while not (_listens(port) if greets else _answers(port)):
            assert process.poll() is None, (folder / "said.txt").read_text("utf-8")
            time.sleep(0.05)
        yield
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def _listens(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as one:
            return bool(one.recv(1))
    except OSError:
        return False


def _answers(port: int) -> bool:
    try:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("HEAD", "/")
        connection.getresponse()
    except OSError:
        return False
    return True
