"""Shows the site on this computer exactly as it would be published: the same files, packed, with the same headers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from plugins.bridge.course import Course
from plugins.bridge.staging import files_of
from plugins.commands.asked import Asked
from plugins.commands.checks.redirects import read_redirects
from plugins.commands.nearby import address_of
from plugins.commands.plainly import PlainError
from plugins.commands.preview_answer import Hosted, Question, answer
from plugins.commands.publish import publish
from plugins.commands.publishing.last_site import NOTHING
from plugins.commands.publishing.manifest import FILE, read_manifest
from plugins.commands.publishing.references import Place as Address
from plugins.commands.report import render_text
from plugins.commands.serve import Place, listen, serving
from plugins.commands.site_server import Given, Handler, SiteServer
from plugins.hosting.model import REDIRECTS_FILE
from plugins.hosting.table import headers_of
from plugins.kernel.library import Library
from plugins.kernel.problems import Severity


def run(root: Path, asked: Asked, place: Place) -> None:
    """Make the site beside the published one, say what would stop it from going out, and serve it until Ctrl-C."""
    site = root / ".preview"
    published = publish(root, replace(asked, output=str(site)), Course(), last=NOTHING, stops=False)
    print(render_text(published.report, notes=asked.notes), end="", flush=True)
    if published.library is None or not published.report.is_published:
        raise PlainError("There is nothing to show: mend what is named above and run the same command again.")
    if published.report.of(Severity.ERROR):
        print("\nThis is how it would look; publish would refuse it until what is named above is mended.", flush=True)
    try:
        with serving(server_of(site, published.library, place)) as address:
            path = urlsplit(published.library.address).path
            print(f"\nServing on {address_of(*address)}{path.removeprefix('/')} - stop with Ctrl-C.", flush=True)
            _wait()
    except KeyboardInterrupt:
        print("\nStopped.", flush=True)


def _wait() -> None:
    import threading

    # Windows lets Ctrl-C through only between two waits.
    while not threading.Event().wait(0.5):
        pass


def server_of(site: Path, library: Library, place: Place) -> SiteServer:
    """Return a server of a published site that is not yet running."""
    handler = partial(_Handler, site, hosted(site, library))
    return listen(place, lambda host, port: SiteServer((host, port), handler))


def hosted(site: Path, library: Library) -> Hosted:
    """Return a published site as a web server knows it."""
    sizes = {file: sign[0] for file, sign in files_of(site)}
    told = site / REDIRECTS_FILE
    place = Address(address=library.address)
    return Hosted(
        place=place,
        sizes=sizes,
        digests=read_manifest((site / FILE).read_bytes()).files,
        redirects=read_redirects(told.read_text("utf-8"), place.path, {}) if told.is_file() else {},
        headers_of=lambda address: headers_of(address, library),
    )


class _Handler(Handler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, hosted: Hosted, *given: *Given) -> None:
        self.hosted = hosted
        super().__init__(site, *given)

    def respond(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        found = answer(self.hosted, Question(path=urlsplit(self.path).path, headers=headers))
        self.send_response(found.status)
        for name, value in found.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if found.file and self.command != "HEAD":
            with (self.site / found.file).open("rb") as opened:
                opened.seek(found.first)
                self.wfile.write(opened.read(found.last - found.first))
