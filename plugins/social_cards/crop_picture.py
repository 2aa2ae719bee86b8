"""Makes a card of a picture: cropped where it is about as wide, else whole on the library's color (by Pillow)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.social_cards.model import HEIGHT_PX, WIDTH_PX

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
# Between these shares of width to height nothing that matters is cut off.
_NARROWEST, _WIDEST = 1.45, 2.5
_QUALITY = 82
# People's heads are above the middle.
_CENTER = (0.5, 0.42)


class UnreadablePictureError(ValueError):
    """A file that cannot be opened as a picture."""


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
    """Return a picture as a card, as JPEG without anything but the picture; raises UnreadablePictureError."""
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as opened:
            opened.draft("RGB", (2 * WIDTH_PX, 2 * HEIGHT_PX))
            picture = _on_ground(ImageOps.exif_transpose(opened), ground)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as failure:
        raise UnreadablePictureError(str(failure)) from failure
    if is_cropped(Size(width=picture.width, height=picture.height)):
        card = ImageOps.fit(picture, (WIDTH_PX, HEIGHT_PX), centering=_CENTER)
    else:
        picture.thumbnail((WIDTH_PX, HEIGHT_PX))
        card = Image.new("RGB", (WIDTH_PX, HEIGHT_PX), ground)
        card.paste(picture, ((WIDTH_PX - picture.width) // 2, (HEIGHT_PX - picture.height) // 2))
    return _jpeg(card)


def as_jpeg_bytes(png: bytes) -> bytes:
    """Return a PNG as JPEG."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as drawn:
        return _jpeg(drawn.convert("RGB"))


def _jpeg(card: Picture) -> bytes:
    made = io.BytesIO()
    card.save(made, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return made.getvalue()


def _on_ground(picture: Picture, ground: str) -> Picture:
    """Return a picture in sRGB; where it is transparent, the ground is seen."""
    from PIL import Image

    whole = _in_srgb(picture).convert("RGBA")
    under = Image.new("RGBA", whole.size, ground)
    return Image.alpha_composite(under, whole).convert("RGB")


def _in_srgb(picture: Picture) -> Picture:
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "CMYK", "L"}:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return converted or picture
