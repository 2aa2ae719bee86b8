"""Names the files that an icon becomes; the names say what a web manifest needs to know."""

from __future__ import annotations

from plugins.icons.model import MASKABLE, TOUCH, IconFile, Shape

_FOLDER = "theme/icons/"


def icon_files(shape: Shape) -> tuple[IconFile, ...]:
    """Return every icon that is a picture; `shape` is that of the one in a browser's tab."""
    plain = tuple(IconFile(address=f"{_FOLDER}icon-{side}.png", side=side, shape=shape) for side in (192, 512))
    masked = tuple(IconFile(address=f"{_FOLDER}maskable-{side}.png", side=side, shape=MASKABLE) for side in (192, 512))
    return (IconFile(address=f"{_FOLDER}apple-touch-icon.png", side=180, shape=TOUCH), *plain, *masked)
