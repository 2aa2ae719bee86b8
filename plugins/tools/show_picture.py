"""Shows a picture that a text or a fact names, or says why it cannot be shown."""

from __future__ import annotations

from collections.abc import Callable

from plugins.kernel.problems import Rule
from plugins.tools import rules
from plugins.tools.content_files import ContentFiles, Found
from plugins.tools.photograph import PictureError
from plugins.tools.shown_picture import ShownPicture

# Takes a rule, what is wrong and how to mend it.
Say = Callable[[Rule, str, str], None]


def show(files: ContentFiles, found: Found | None, name: str, say: Say) -> ShownPicture | None:
    """Return a picture as pages show it; None, and a word about it, where it is not there or cannot be shown."""
    if found is None:
        cure = "Put the picture into content/images/ and write its name as images/name.jpg."
        say(rules.IMAGE_MISSING, f'There is no picture "{name}" in content/images/.', cure)
        return None
    try:
        shown = files.shown(found)
    except PictureError as error:
        say(rules.IMAGE_UNUSABLE, f'The picture "{name}" {error.what}.', error.cure)
        return None
    if shown.stands_still:
        say(rules.IMAGE_STOPPED, *rules.stopped(name))
    return shown
