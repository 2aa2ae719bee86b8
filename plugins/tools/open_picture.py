"""Opens a photograph as it came from a phone or a scanner, and turns it into plain colors, upright (Pillow)."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, UnidentifiedImageError

from plugins.tools.photograph import ENDINGS, HEIC, PictureError

# Twelve thousand by twelve thousand, and a little; more would take a gigabyte of memory to open.
MOST_PIXELS = 150_000_000
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
# What a photograph of a kind that we know begins with.
_PICTURE = re.compile(rb"\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftypavi[fs]", re.DOTALL)
_EXPORT = "Open it in a picture program, export it as a JPEG, and put that into content/images/."
_AGAIN = "Copy it again from where it came, and see that it opens on this computer."
# JPEGs are decoded at a half, a quarter or an eighth where that is still this many times what is wanted.
_GAP = 3
_STRIP_PIXELS = 1_000_000
# What EXIF calls the orientation of a picture, its numbers for lying on a side, and what turns each upright.
_ORIENTATION = 0x0112
_SIDEWAYS = (5, 6, 7, 8)
_TURN = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """Open a photograph, and read no more than its head; raises PictureError where it cannot be shown."""
    try:
        with warnings.catch_warnings():
            # We have a limit of our own, and say it in words.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(path, formats=tuple(dict.fromkeys(ENDINGS.values())))
    except Image.DecompressionBombError:
        raise _too_large() from None
    except (OSError, ValueError, SyntaxError) as failure:
        raise _unknown(path, failure) from None
    with picture:
        _check(path, picture)
        try:
            yield picture
        except PictureError:
            raise
        except Exception as failure:  # whatever a decoder stumbles over, the picture is not whole
            raise PictureError("is damaged or cut off: not all of it is there", _AGAIN) from failure


def _check(path: Path, picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_large(f"has {picture.width} × {picture.height} pixels, which no page can use")
    ending = path.suffix.lower().lstrip(".")
    named, held = ENDINGS.get(ending, ""), "JPEG" if picture.format == "MPO" else picture.format
    if named != held:
        new = "jpg" if held == "JPEG" else str(held).lower()
        what = f'is a {held}, though its name ends with ".{ending}"'
        raise PictureError(what, f"Rename it to {path.stem}.{new}, and write that name here.")


def _too_large(what: str = "unpacks to more pixels than any page can use") -> PictureError:
    return PictureError(what, "Save it smaller, with at most 12,000 pixels on a side.")


def _unknown(path: Path, failure: Exception) -> PictureError:
    head = path.read_bytes()[:64] if path.is_file() else b""
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return PictureError(*HEIC)
    if not head:
        return PictureError("is empty", _AGAIN)
    if isinstance(failure, UnidentifiedImageError) and not _PICTURE.match(head):
        return PictureError("holds no picture that we can read", _EXPORT)
    return PictureError("is damaged or cut off: not all of it is there", _AGAIN)


def as_seen(picture: Image.Image, width: int, height: int) -> Image.Image:
    """Return a picture upright, in sRGB with 8 bits (RGB, or RGBA where one sees through it), at a size as it is seen.

    Nothing of what the file said besides comes along: no place, no date, no camera, no profile.
    """
    size = (height, width) if is_turned(picture) else (width, height)
    picture.draft(None, (size[0] * _GAP, size[1] * _GAP))
    picture.load()
    icc, orientation = picture.info.get("icc_profile"), picture.getexif().get(_ORIENTATION, 1)
    plain = _reduced(picture, size)
    if plain.size != size:
        plain = plain.resize(size, Image.Resampling.LANCZOS, reducing_gap=_GAP)
    colored = _in_srgb(plain, icc)
    upright = colored.transpose(_TURN[orientation]) if orientation in _TURN else colored.copy()
    upright.info = {}
    return upright


def strips(picture: Image.Image, step: int = 1) -> Iterator[tuple[int, Image.Image]]:
    """Yield a picture in strips with the row each begins at, a multiple of a step: no second whole one is ever held."""
    rows = step * max(1, _STRIP_PIXELS // (picture.width * step))
    for top in range(0, picture.height, rows):
        yield top, picture.crop((0, top, picture.width, min(top + rows, picture.height)))


def _reduced(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return a picture in a plain mode, at some times the size that is wanted where it is far larger."""
    times = min(picture.width // (size[0] * _GAP), picture.height // (size[1] * _GAP))
    if times <= 1:
        return _plain_mode(picture)
    made: Image.Image | None = None
    for top, strip in strips(picture, times):
        small = _plain_mode(strip).reduce(times)
        if made is None:
            made = Image.new(small.mode, (small.width, -(-picture.height // times)))
        made.paste(small, (0, top // times))
    return made or picture


def is_turned(picture: Image.Image) -> bool:
    """Tell whether a picture lies on its side."""
    return picture.getexif().get(_ORIENTATION, 1) in _SIDEWAYS


def _plain_mode(picture: Image.Image) -> Image.Image:
    """Return a picture in a mode that can be made smaller: L, RGB, RGBA or CMYK, 8 bits each."""
    if picture.mode in ("RGB", "L", "CMYK") and "transparency" not in picture.info:
        return picture
    if picture.mode.startswith(("I", "F")):
        return _eight_bits(picture)
    see_through = "transparency" in picture.info or picture.mode in ("RGBA", "RGBa", "LA", "La", "PA")
    return picture.convert("RGBA" if see_through else "RGB")


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return a picture of 16 bits a point in 8: the darkest of 65,536 grays is black, the lightest white."""
    wide: Any = picture if picture.mode in ("I", "F") else picture.convert("I")
    return wide.point(lambda gray: gray * (1 / 257) + 0).convert("L")  # type: ignore[no-any-return]


def _in_srgb(picture: Image.Image, icc: bytes | None) -> Image.Image:
    if picture.mode == "RGBA":
        colors = _in_srgb(picture.convert("RGB"), icc)
        colors.putalpha(picture.getchannel("A"))
        return colors
    if icc:
        try:
            profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
            made = ImageCms.profileToProfile(picture, profile, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            return picture.convert("RGB")
        return made if made is not None else picture.convert("RGB")
    return picture.convert("RGB")
