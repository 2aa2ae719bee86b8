"""Makes a card of a picture: cropped where it is about as wide, else whole on the library's color (by Pillow)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.social_cards.model import HEIGHT_PX, WIDTH_PX
from plugins.tools import photograph

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

ENDINGS = tuple(f".{ending}" for ending in photograph.ENDINGS)
# Between these shares of width to height nothing that matters is cut off.
_NARROWEST, _WIDEST = 1.45, 2.5
_QUALITY = 82
# People's heads are above the middle.
_CENTER = (0.5, 0.42)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Width and height in pixels."""

    width: int
    height: int


CARD = Size(width=WIDTH_PX, height=HEIGHT_PX)


def is_cropped(picture: Size) -> bool:
    """Tell whether a picture fills the card: it must be as large, as none is enlarged, and about as wide."""
    is_large = picture.width >= CARD.width and picture.height >= CARD.height
    return is_large and _NARROWEST <= picture.width / picture.height <= _WIDEST


def crop_picture(path: Path, ground: str) -> bytes:
    """Return a picture as a card, as JPEG without anything but the picture; raises PictureError."""
    from PIL import Image

    from plugins.tools.open_picture import as_seen, is_turned, opened

    with opened(path) as picture:
        width, height = reversed(picture.size) if is_turned(picture) else picture.size
        shown = _size_on_card(Size(width=width, height=height))
        seen = as_seen(picture, shown.width, shown.height).convert("RGBA")
    under = Image.new("RGBA", (CARD.width, CARD.height), ground)
    left = round((CARD.width - shown.width) * _CENTER[0])
    top = round((CARD.height - shown.height) * (_CENTER[1] if shown.height > CARD.height else 0.5))
    under.alpha_composite(seen.crop((max(0, -left), max(0, -top), *seen.size)), (max(0, left), max(0, top)))
    return _jpeg(under.convert("RGB"))


def _size_on_card(picture: Size) -> Size:
    """Return how large a picture stands on the card: filling it, or whole on it, and never enlarged."""
    shares = CARD.width / picture.width, CARD.height / picture.height
    share = max(shares) if is_cropped(picture) else min(1.0, *shares)
    return Size(width=max(1, round(picture.width * share)), height=max(1, round(picture.height * share)))


def as_jpeg_bytes(png: bytes) -> bytes:
    """Return a PNG as JPEG."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as drawn:
        return _jpeg(drawn.convert("RGB"))


def _jpeg(card: Picture) -> bytes:
    made = io.BytesIO()
    card.save(made, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return made.getvalue()
