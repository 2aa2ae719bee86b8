"""A picture that a fact names: where it is on the site, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.bridge.build import Build
from plugins.tools import rules
from plugins.tools.content_files import picture_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the library's own; width and height in pixels, 0 where the file says neither."""

    address: str
    alt: str
    credit: str
    width: int
    height: int


def picture_of(build: Build, image: str, *, alt: str, credit: str, file: str, line: int | None) -> Picture | None:
    """Return the picture of an image fact; None and a problem when it is not in the content folder or has no words."""
    if not image:
        return None
    found = build.files.offered(image)
    if found is None:
        cure = "Put the picture into content/images/ and write its name as images/name.jpg."
        what = f'There is no picture "{image}" in content/images/.'
        build.problems.append(
            rules.IMAGE_MISSING.at(file, line=line, column="image", value=image, what=what, cure=cure)
        )
        return None
    if not alt:
        what = "This picture has no words for people who cannot see it."
        cure = "Say what it shows, such as image_alt: Two children planting beans"
        build.problems.append(
            rules.IMAGE_NO_ALT.at(file, line=line, column="image_alt", value=image, what=what, cure=cure)
        )
    width, height = picture_size(found.path) or (0, 0)
    return Picture(address=found.address, alt=alt, credit=credit, width=width, height=height)
