"""Says whether the words for a picture tell people what it shows, or only that there is one."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# What staff write in place of words where a picture says nothing that the text does not.
DECORATIVE = "decorative"
EXAMPLE = "Two children planting beans"
_NO_WORDS = re.compile(
    r"(?:an?|the|this|my|our|una?|la|el)?\s*"
    r"(?:images?|pictures?|photos?|photographs?|pics?|img|graphics?|screenshots?|logo|icon|banner|untitled|header"
    r"|alt|alt text|imagen|foto|fotograf[ií]a)(?:\s*\d+)?",
    re.IGNORECASE,
)
# Names that cameras, phones and chat programs give.
_CAMERA = re.compile(
    r"(?:img|dscn?|dsc|pxl|image|photo|picture|screenshot|screen shot|whatsapp image|scan|mvi|p)[\s_.-]*\d[\w\s().:-]*",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(r".*\.(?:jpe?g|png|gif|webp|avif|svg|heic|tiff?|bmp)", re.IGNORECASE)
_LETTERS = re.compile(r"[\W_]+")


def is_decorative(words: str) -> bool:
    """Tell whether a picture is marked as one that says nothing."""
    return words.strip().casefold() == DECORATIVE


def refusal(words: str, file: str, caption: str = "") -> str:
    """Return what is wrong with the words for a picture (a sentence), or nothing; `file` is the picture's name."""
    said = words.strip().rstrip(".")
    if not said:
        return "This picture has no words for people who cannot see it."
    name = PurePosixPath(file)
    # A word with its capital may be meant as one, even where the file has the same name.
    is_name = said in (name.name, name.stem)
    if is_name or _FILE_NAME.fullmatch(said) or _CAMERA.fullmatch(said):
        return f'"{words}" is the name of a file, which tells nobody what the picture shows.'
    if _NO_WORDS.fullmatch(said):
        return f'"{words}" says that there is a picture, and not what it shows.'
    if caption and _plain(said) == _plain(caption):
        return "These words are the caption once more, so that who listens hears them twice."
    return ""


def _plain(words: str) -> str:
    return _LETTERS.sub(" ", words.casefold()).strip()
