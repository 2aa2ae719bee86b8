"""Writes the configurations of web servers for this library: nginx, Caddy, and storage that speaks S3."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from plugins.commands.asked import Asked
from plugins.commands.plainly import PlainError
from plugins.commands.put import put
from plugins.commands.site_settings import read_settings, read_site
from plugins.hosting.model import REDIRECTS_FILE
from plugins.hosting.place import Place, place_of
from plugins.hosting.redirect import Redirect
from plugins.hosting.render_caddy import render_caddy
from plugins.hosting.render_nginx import render_nginx
from plugins.hosting.render_redirects_file import read_redirects_file
from plugins.hosting.render_storage import render_storage
from plugins.kernel.library import Library

FOLDER = "hosting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The options as they were typed: the built site, the folder that the server sends, where the files go."""

    site: str = ""
    root: str = ""
    to: str = ""
    listen: str = ""
    content: str = ""


def run(root: Path, wanted: Wanted) -> int:
    """Write the files, say where they are, and return the exit code."""
    library = read_site(root, Asked(content=wanted.content)).library
    site = Path(wanted.site or read_settings(root, {})["OUTPUT_PATH"]).resolve()
    place = place_of(library, wanted.root or f"/srv/www/{urlsplit(library.address).netloc}", wanted.listen)
    to = Path(wanted.to or root / FOLDER)
    for name, text in files(library, place, _redirects(site)).items():
        is_new = put(to / name, text.encode())
        print(f"{'Wrote' if is_new else 'As it was:'} {to / name}")
    print("docs/publishing.md says where each of them goes.")
    return 0


def files(library: Library, place: Place, redirects: tuple[Redirect, ...]) -> dict[str, str]:
    """Return each file by its name."""
    return {
        "nginx.conf": render_nginx(library, place, redirects),
        "Caddyfile": render_caddy(library, place, redirects),
        "object-storage.json": render_storage(library),
    }


def _redirects(site: Path) -> tuple[Redirect, ...]:
    try:
        return read_redirects_file((site / REDIRECTS_FILE).read_text("utf-8"))
    except OSError:
        raise PlainError(
            f"There is no site in {site}, which says where old addresses lead: run python3 tasks.py build first."
        ) from None
