"""Photographs drawn for the tests: as cameras, phones, scanners and graphics programs would save them."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageDraw

SKY, BRICK = (70, 120, 190), (150, 60, 40)
GPS = b"52.5200 N"


def scene(width: int = 640, height: int = 480) -> Image.Image:
    """Return a sky with a brick building in its lower third: no two corners alike, and most of it blue."""
    made = Image.new("RGB", (width, height), SKY)
    drawing = ImageDraw.Draw(made)
    drawing.rectangle((0, height * 2 // 3, width, height), fill=BRICK)
    drawing.rectangle((0, 0, width // 8, height // 8), fill=(255, 255, 255))
    return made


def data_of(picture: Image.Image, form: str, **options: Any) -> bytes:
    written = io.BytesIO()
    picture.save(written, form, **options)
    return written.getvalue()


def from_a_phone(orientation: int = 6) -> bytes:
    """Return a JPEG with all that phones add: the place, the camera, a thumbnail, and that it was held upright."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Phonemaker", orientation
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (52.0, 31.0, 12.0)
    place[29] = GPS.decode()
    exif[0x9286] = "a note of the river"
    # A thumbnail lies in the EXIF block as a JPEG of its own; in a private tag it is found by the same search.
    exif[0xC6D2] = data_of(scene(32, 24), "JPEG")
    return data_of(scene(), "JPEG", exif=exif, comment=b"taken at the river", quality=90)


def wide_gamut() -> bytes:
    """Return a JPEG whose profile says that its red and blue are swapped: who ignores it sees the wrong colors."""
    return data_of(scene(), "JPEG", icc_profile=swapped_profile(), quality=95)


def swapped_profile() -> bytes:
    """Return sRGB's profile with the tags of red and blue exchanged."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(profile[128:132], "big")
    for number in range(count):
        place = 132 + 12 * number
        tag = bytes(profile[place : place + 4])
        profile[place : place + 4] = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}.get(tag, tag)
    return bytes(profile)


def gray_of_16_bits() -> bytes:
    ramp = Image.linear_gradient("L").convert("I").point(lambda gray: gray * 257 + 0).convert("I;16")
    return data_of(ramp, "PNG")


def moving(form: str, frame_ms: int, frames: int = 5, loop: int = 0) -> bytes:
    pictures = [scene(120, 90).rotate(number * 20) for number in range(frames)]
    return data_of(pictures[0], form, save_all=True, append_images=pictures[1:], duration=frame_ms, loop=loop)


def bomb() -> bytes:
    """Return a PNG of a few hundred bytes that claims to be a hundred thousand pixels wide and high."""
    small = bytearray(data_of(Image.new("1", (8, 8)), "PNG"))
    small[16:24] = (100_000).to_bytes(4, "big") * 2
    small[29:33] = zlib.crc32(bytes(small[12:29])).to_bytes(4, "big")
    return bytes(small)


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(400)


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
