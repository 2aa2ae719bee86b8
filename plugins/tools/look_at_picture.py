"""Looks at a photograph: how large it is, its color, whether one sees through it, whether it moves (Pillow)."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from plugins.tools.open_picture import as_seen, is_turned, opened, strips
from plugins.tools.photograph import Photograph

_SMALL = 64
_OPAQUE = 255
_FEW_COLORS, _FEW_GRAYS = 128, 16
# How much is looked at to find out how long a picture moves: more than this is no small animation.
_MOST_FRAMES, _MOST_FRAME_PIXELS = 300, 400_000_000
_NEVER_ENDING = 3600.0
# What browsers take for no answer, and how long they show such a frame, in thousandths of a second.
_NO_ANSWER_MS, _UNASKED_MS = 10, 100


def look_at(path: Path) -> Photograph:
    """Return what a page must know of a photograph; raises PictureError where it cannot be shown."""
    with opened(path) as picture:
        width, height = reversed(picture.size) if is_turned(picture) else picture.size
        scale = _SMALL / max(width, height)
        small = as_seen(picture, max(1, round(width * min(1, scale))), max(1, round(height * min(1, scale))))
        through = _is_seen_through(picture, small)
        is_drawn = picture.format in ("PNG", "GIF") and _has_few_colors(picture)
        return Photograph(
            width=width,
            height=height,
            color="" if through else _main_color(small),
            ending="png" if through or is_drawn else "jpg",
            is_drawn=is_drawn,
            seconds=_seconds(picture),
        )


def _is_seen_through(picture: Image.Image, small: Image.Image) -> bool:
    """Tell whether any point of a picture is not opaque; small holes vanish in a small copy."""
    if small.mode != "RGBA":
        return False
    return any(_least_opaque(strip) < _OPAQUE for _, strip in strips(picture))


def _least_opaque(strip: Image.Image) -> float:
    alpha = (strip if strip.mode in ("RGBA", "LA") else strip.convert("RGBA")).getchannel("A")
    least, _ = alpha.getextrema()
    return least if isinstance(least, int | float) else 0


def _has_few_colors(picture: Image.Image) -> bool:
    if picture.mode in ("P", "1"):
        return True
    few = _FEW_GRAYS if picture.mode == "L" else _FEW_COLORS
    return picture.mode in ("L", "RGB", "RGBA") and picture.getcolors(few) is not None


def _main_color(small: Image.Image) -> str:
    """Return the color that most of a picture has, in steps that have a class in the stylesheet ("39c")."""
    few = small.convert("RGB").quantize(6, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    counts, palette = few.histogram(), few.getpalette() or [0, 0, 0]
    most = counts.index(max(counts)) * 3
    return "".join(f"{round(part / 17):x}" for part in palette[most : most + 3])


def _seconds(picture: Image.Image) -> float:
    """Return how long a picture moves, once through; 0 where it stands still."""
    frames = getattr(picture, "n_frames", 1) if picture.format != "MPO" else 1
    if frames <= 1:
        return 0.0
    if frames > _MOST_FRAMES or frames * picture.width * picture.height > _MOST_FRAME_PIXELS:
        return _NEVER_ENDING
    thousandths = 0
    for number in range(frames):
        picture.seek(number)
        picture.load()
        thousandths += duration_of(picture)
    return thousandths / 1000


def duration_of(frame: Image.Image) -> int:
    """Return how many thousandths of a second a frame stands, as browsers have it."""
    given = int(frame.info.get("duration", 0) or 0)
    return given if given > _NO_ANSWER_MS else _UNASKED_MS
