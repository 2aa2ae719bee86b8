"""A picture that a fact names: where it is on the site, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from plugins.bridge.build import Build
from plugins.kernel.problems import Problem, Rule
from plugins.tools import alt_text, rules
from plugins.tools.pictures import is_elsewhere
from plugins.tools.show_picture import show
from plugins.tools.shown_picture import Place, ShownPicture


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of the library's own; width and height in pixels, 0 where the file says neither."""

    shown: ShownPicture
    alt: str
    credit: str
    place: Place

    @property
    def address(self) -> str:
        """Return where the one copy is that everybody can show."""
        return self.shown.address

    @property
    def width(self) -> int:
        """Return its width, as it came."""
        return self.shown.width

    @property
    def height(self) -> int:
        """Return its height, as it came."""
        return self.shown.height

    @property
    def markup(self) -> Markup:
        """Return the picture's HTML, with a choice of copies."""
        return Markup(self.shown.markup(self.alt, self.place, "u-photo"))


# Takes a rule, the name of a column, what is wrong and how to mend it.
Say = Callable[[Rule, str, str, str], None]


class ImageFacts(NamedTuple):
    """What front matter or a row says of its picture, as it was written."""

    image: str
    alt: str
    credit: str = ""


def picture_of(build: Build, facts: ImageFacts, *, file: str, line: int | None, place: Place) -> Picture | None:
    """Return the picture of an image fact; None and a problem when it cannot be shown or has no words."""
    image, alt, credit = facts

    def say(rule: Rule, column: str, what: str, cure: str) -> None:
        problem: Problem = rule.at(file, line=line, column=column, value=image, what=what, cure=cure)
        build.problems.append(problem)

    if not image:
        return None
    shown = shown_picture(build, image, say)
    if shown is None:
        return None
    if alt_text.is_decorative(alt):
        return Picture(shown=shown, alt="", credit=credit, place=place)
    refused = alt_text.refusal(alt, image)
    if refused:
        cure = f"Say what it shows, such as image_alt: {alt_text.EXAMPLE}"
        say(rules.IMAGE_NO_ALT, "image_alt", refused, f"{cure}; or {alt_text.DECORATIVE} if it shows nothing.")
        if not build.is_lenient(file, rules.IMAGE_NO_ALT.name):
            return None
    return Picture(shown=shown, alt="" if refused else alt, credit=credit, place=place)


def shown_picture(build: Build, image: str, say: Say) -> ShownPicture | None:
    """Return a picture as pages show it; None, and a word about it, where it is not there or cannot be shown."""
    if is_elsewhere(image):
        what = "This picture lies on another site, which would see every reader of the page."
        say(rules.IMAGE_REMOTE, "image", what, "Save it to content/images/ (if you may use it) and name it from there.")
        return None
    found = build.files.offered(image)
    if found is not None and build.files.has_copies(found):
        build.pictures.use(found.path)
    return show(build.files, found, image, lambda rule, what, cure: say(rule, "image", what, cure))


def shows(build: Build, text: str, image: str) -> bool:
    """Tell whether the HTML of a text shows a picture that a fact names."""
    shown = shown_picture(build, image, _nothing)
    return shown is not None and f"/{shown.stem or shown.address}" in text


def shared_address(build: Build, image: str) -> str:
    """Return the address, within the site, of the copy of a picture that is named to others; "" where there is none."""
    shown = shown_picture(build, image, _nothing) if image else None
    return shown.address if shown else ""


def _nothing(rule: Rule, column: str, what: str, cure: str) -> None:
    """Say nothing: the page of the same event has said it."""
