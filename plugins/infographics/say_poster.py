"""Says what is on the poster of an infographic besides its drawings, and whose it is."""

from __future__ import annotations

from urllib.parse import urlsplit

from plugins.infographics.infographic import Infographic
from plugins.infographics.model import Chart
from plugins.infographics.poster import Poster
from plugins.kernel.library import Library


def poster_of(infographic: Infographic, charts: tuple[Chart, ...], address: str, library: Library) -> Poster:
    """Return the poster; at its foot stand the library and where the page is, as one would type it."""
    site = urlsplit(library.address)
    where = f"{site.netloc}{site.path.rstrip('/')}/{address}".rstrip("/")
    return Poster(
        title=infographic.title,
        catch=infographic.catchline,
        charts=charts,
        address=address,
        foot=f"{library.name} · {where}",
        language=infographic.language,
    )
