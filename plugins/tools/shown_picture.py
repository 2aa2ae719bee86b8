"""A picture as a page shows it: the copies that a browser chooses from, and its place kept until one is there."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Literal

from plugins.kernel.text import slug
from plugins.tools.photograph import LONGEST_SECONDS, MOVING, RECIPE, SHARED_WIDTH, TYPES, Photograph

# Where a picture stands: in the text of a post, in any other text, at the head of an event.
Place = Literal["post", "text", "event"]
# How wide the theme sets a picture there, for browsers to choose by (theme/static/css; tests/theme compare).
SIZES: dict[Place, str] = {
    "post": "(min-width: 88rem) 68rem, (min-width: 62rem) calc(96vw - 17rem), min(100vw - 2rem, 96vw - 1rem)",
    "text": "(min-width: 46rem) 42rem, min(100vw - 2rem, 96vw - 1rem)",
    "event": "(min-width: 88rem) 52rem, (min-width: 62rem) calc(62vw - 2.5rem), min(100vw - 2rem, 96vw - 1rem)",
}
_NAME_LETTERS = 48
_NOT_PLAIN = re.compile("[^a-z0-9-]")
# In pixels of the page: a picture that is narrower than any column is shown at its own size.
_NARROW = 600
# 34rem: how wide a tall picture is set at most (theme/static/css/components/figure.css).
_TALL = 544


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture that pages show: `address` is the one file that everybody can show, `copies` the others by type.

    Width and height are in pixels, 0 where a drawing says neither; `color` is as in Photograph; `widths` are those of
    what stands still, `moving` is the address of what moves; `stands_still` says that it would move for too long.
    """

    address: str
    width: int = 0
    height: int = 0
    color: str = ""
    stem: str = ""
    ending: str = ""
    widths: tuple[int, ...] = ()
    moving: str = ""
    stands_still: bool = False

    @property
    def is_photograph(self) -> bool:
        """Tell whether it is made of points, and not drawn: other sites show no drawings (SVG)."""
        return bool(self.widths)

    @property
    def largest(self) -> str:
        """Return the address of the largest copy that everybody can show."""
        return f"{self.stem}-{self.widths[-1]}.{self.ending}" if self.widths else self.address

    def markup(self, alt: str, place: Place, kind: str = "") -> str:
        """Return the picture's HTML, with addresses from the site's root; `kind` is a class of its own."""
        classes = " ".join(filter(None, (kind, "tall" if self._is_tall else "", _tint(self.color))))
        named = f' class="{classes}"' if classes else ""
        box = f' width="{self.width}" height="{self.height}"' if self.width and self.height else ""
        src = self.moving or self.address
        chosen = self._chosen(self.ending, place) if len(self.widths) > 1 and not self.moving else ""
        image = f'<img{named} src="/{src}"{chosen} alt="{html.escape(alt)}"{box} loading="lazy" decoding="async">'
        return f"<picture>{self._sources(place)}{image}</picture>" if self.is_photograph else image

    def _sources(self, place: Place) -> str:
        still = ' media="(prefers-reduced-motion: reduce)"' if self.moving else ""
        endings = ("avif", "webp", self.ending) if self.moving else ("avif", "webp")
        return "".join(f'<source type="{TYPES[one]}"{still}{self._chosen(one, place)}>' for one in endings)

    def _chosen(self, ending: str, place: Place) -> str:
        if len(self.widths) == 1:
            return f' srcset="/{self.stem}-{self.widths[0]}.{ending}"'
        files = ", ".join(f"/{self.stem}-{width}.{ending} {width}w" for width in self.widths)
        return f' srcset="{files}" sizes="{self._sizes(place)}"'

    @property
    def _is_tall(self) -> bool:
        return self.is_photograph and self.height > self.width >= _TALL

    def _sizes(self, place: Place) -> str:
        """Return how wide the picture will be: a small one keeps its own size, and a tall one is not set wider."""
        width = _TALL if self._is_tall else self.width
        small = width < _NARROW
        return f"(min-width: {width + 32}px) {width}px, calc(100vw - 2rem)" if small else SIZES[place]


def _tint(color: str) -> str:
    return "tint " + " ".join(f"{name}-{part}" for name, part in zip("rgb", color, strict=True)) if color else ""


def stem_of(name: str, digest: str) -> str:
    """Return what the addresses of a photograph's copies begin with: its name in plain letters, and what is in it."""
    plain = _NOT_PLAIN.sub("", slug(PurePosixPath(name).stem))[:_NAME_LETTERS].strip("-")
    mark = blake2b(f"{digest} {RECIPE}".encode(), digest_size=5).hexdigest()
    return f"images/{plain or 'picture'}-{mark}"


def shown(photograph: Photograph, name: str, digest: str) -> ShownPicture:
    """Return a photograph as pages show it; `digest` is that of its bytes."""
    stem, widths = stem_of(name, digest), photograph.widths
    shared = max((width for width in widths if width <= SHARED_WIDTH), default=widths[0])
    return ShownPicture(
        address=f"{stem}-{shared}.{photograph.ending}",
        width=photograph.width,
        height=photograph.height,
        color=photograph.color,
        stem=stem,
        ending=photograph.ending,
        widths=widths,
        moving=f"{stem}-{MOVING}" if photograph.moves else "",
        stands_still=photograph.seconds > LONGEST_SECONDS,
    )
