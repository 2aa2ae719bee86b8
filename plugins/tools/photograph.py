"""What a page must know of a photograph: its size, its color, and the smaller copies of it that visitors load."""

from __future__ import annotations

from dataclasses import dataclass

# The widths that the theme's columns need on screens of one to three points a pixel (docs/decisions/0013).
WIDTHS = (480, 800, 1200, 1600)
# The width of the one copy that feeds, calendars and other sites are given.
SHARED_WIDTH = 1200
# WebP holds no picture that is higher.
HIGHEST = 16_000
# Longer, and readers must be able to stop what moves (WCAG 2.2.2).
LONGEST_SECONDS = 5.0
# Part of each address: to be raised when the same picture becomes other bytes, so that no browser keeps the old ones.
RECIPE = "1"
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}
MOVING = "moving.webp"
# The endings of photographs that may be published, and what each holds.
ENDINGS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
HEIC = (
    "is a HEIC picture, as phones keep them, and browsers cannot show it",
    "Export it as a JPEG. On an iPhone, Settings, Camera, Formats, Most Compatible makes JPEGs from now on.",
)


class PictureError(ValueError):
    """A picture that cannot be shown: what is wrong with it ("is cut off"), and how to mend it."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.what, self.cure = what, cure

    def __reduce__(self) -> tuple[type[PictureError], tuple[str, str]]:
        return PictureError, (self.what, self.cure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Photograph:
    """A photograph as it is seen, upright: `ending` is "png" where a JPEG would lose something, else "jpg".

    `color` is what stands in its place until it is there, as three hexadecimal digits; "" where one sees through it.
    `is_drawn` says that it has few colors and sharp edges; `seconds` are how long it moves, once through.
    """

    width: int
    height: int
    color: str
    ending: str
    is_drawn: bool = False
    seconds: float = 0.0

    @property
    def widths(self) -> tuple[int, ...]:
        """Return the widths of its copies: never more than its own, which is one of them where it is small."""
        most = min(self.width, WIDTHS[-1], max(1, self.width * HIGHEST // self.height))
        return (*(width for width in WIDTHS if width < most), most)

    @property
    def moves(self) -> bool:
        """Tell whether it moves, and ends before anybody would have to stop it."""
        return 0 < self.seconds <= LONGEST_SECONDS

    @property
    def copies(self) -> tuple[str, ...]:
        """Return the names of its copies: "480.avif"; the lightest format first, and the one all know last."""
        still = tuple(f"{width}.{ending}" for ending in ("avif", "webp", self.ending) for width in self.widths)
        return (*still, MOVING) if self.moves else still

    def height_at(self, width: int) -> int:
        """Return how high a copy of this width is."""
        return max(1, round(self.height * width / self.width))
