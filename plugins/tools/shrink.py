"""Makes the copies of a photograph that visitors load: AVIF, WebP, and JPEG or PNG, at each width (Pillow)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from plugins.tools.look_at_picture import duration_of
from plugins.tools.open_picture import as_seen, opened
from plugins.tools.photograph import LONGEST_SECONDS, MOVING, WIDTHS, Photograph

# Speed 8 takes a third of the time of 6, for a tenth more bytes. One thread, so that bytes do not depend on how many
# processors there are.
_AVIF = {"quality": 55, "speed": 8, "max_threads": 1}
_FORMATS: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", _AVIF),
    "webp": ("WEBP", {"quality": 74, "method": 4}),
    "jpg": ("JPEG", {"quality": 76, "progressive": True, "optimize": True}),
    "png": ("PNG", {"optimize": True}),
}
# Few colors and sharp edges: what blurs color would show.
_DRAWN: dict[str, dict[str, Any]] = {"webp": {"lossless": True}}


def shrink(path: Path, photograph: Photograph) -> Iterator[tuple[str, bytes]]:
    """Yield each copy of a photograph by its name ("480.avif"); raises PictureError where it cannot be shown."""
    with opened(path) as picture:
        widest = photograph.widths[-1]
        whole = as_seen(picture, widest, photograph.height_at(widest))
    if not photograph.color:
        whole = whole.convert("RGBA")
    elif whole.mode == "RGBA":
        whole = whole.convert("RGB")
    for width in photograph.widths:
        size = (width, photograph.height_at(width))
        made = whole if whole.size == size else whole.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
        for ending in ("avif", "webp", photograph.ending):
            yield f"{width}.{ending}", _encoded(made, ending, is_drawn=photograph.is_drawn)
    if photograph.moves:
        yield MOVING, _moving(path, photograph)


def _encoded(picture: Image.Image, ending: str, *, is_drawn: bool) -> bytes:
    form, options = _FORMATS[ending]
    if ending == "png":
        method = Image.Quantize.FASTOCTREE if picture.mode == "RGBA" else Image.Quantize.MEDIANCUT
        picture = picture.quantize(256, method=method)
    if is_drawn and ending in _DRAWN:
        # The sharper way, unless it is no drawing after all and the other is lighter.
        return min(_saved(picture, form, options | _DRAWN[ending]), _saved(picture, form, options), key=len)
    return _saved(picture, form, options)


def _saved(picture: Image.Image, form: str, options: dict[str, Any]) -> bytes:
    written = io.BytesIO()
    picture.save(written, form, **options)
    return written.getvalue()


def _moving(path: Path, photograph: Photograph) -> bytes:
    """Return what moves as a WebP, small, which stops by itself before five seconds have gone."""
    width = min(photograph.width, WIDTHS[1])
    size, frames, durations = (width, photograph.height_at(width)), [], []
    with opened(path) as picture:
        for number in range(getattr(picture, "n_frames", 1)):
            picture.seek(number)
            durations.append(duration_of(picture))
            frames.append(as_seen(picture, *size))
        wanted = int(picture.info.get("loop", 1))
    most = max(1, int(LONGEST_SECONDS / photograph.seconds))
    options = {"duration": durations, "loop": min(wanted or most, most), "quality": 70, "method": 4}
    return _saved(frames[0], "WEBP", options | {"save_all": True, "append_images": frames[1:]})
