"""What can be wrong with a Markdown file's facts and text, whatever kind of page it makes."""

from __future__ import annotations

from plugins.kernel.problems import Rule, Severity, error, note, warning

FRONT_MATTER = error("text.front-matter", "The block of facts at the top cannot be read.")
ENCODING = warning("text.encoding", "The file is not saved as UTF-8; it was read as Windows-1252.")
UNSEEN = warning("text.unseen-character", "Characters that nobody can see, and that break feeds, were taken out.")
TEMPLATE_TAG = error("text.template-tag", "The text holds a template tag of another site generator.")
HTML_REMOVED = warning("text.html-removed", "HTML that may not be published was taken out; the rest is kept.")
HEADING = note(
    "text.heading-level", "Heading levels were moved so that none is skipped and the title stays the only h1."
)
MISSING_FIELD = error("facts.missing", "A fact that this kind of page cannot do without is missing.")
WRONG_VALUE = error("facts.wrong-value", "A fact holds a value of the wrong type, such as a date that is no date.")
UNKNOWN_WORD = error(
    "facts.unknown-word", "A branch, audience, topic or program is named that the library does not have."
)
UNKNOWN_PROGRAM = warning("facts.unknown-program", "A program is named that the library does not have.")
FOREIGN_WORD = note(
    "facts.foreign-word", "A word the library does not have was kept as text, in a file from elsewhere."
)
UNKNOWN_FIELD = note("facts.unknown-field", "A fact that no page shows; it is kept for plugins.")
UNUSED_VALUE = warning(
    "facts.unused-value", "A fact that is not needed holds something that cannot be used; it was left out."
)
IMAGE_MISSING = warning("images.missing", "A picture is not in the content folder; the page is published without it.")
IMAGE_REMOTE = warning("images.remote", "A picture lies on another site; the page links to it instead of loading it.")
IMAGE_UNUSABLE = Rule(
    name="images.unusable",
    severity=Severity.WARNING,
    kept=False,
    about="A picture is cut off, of another type than its name says, too large or unsafe; the page goes without it.",
)
IMAGE_NO_ALT = error(
    "images.no-alt", "A picture has no words that tell people who cannot see it what it shows; it was left out."
)
IMAGE_STOPPED = warning(
    "images.moves-too-long",
    "A picture moves for longer than readers can bear without a way to stop it; it stands still.",
)
LINK_MISSING = warning(
    "links.missing", "A link leads to a file that does not exist; its words are kept without the link."
)
VIDEO_NO_WORDS = error("videos.no-words", "A link to a video elsewhere does not say what it shows; it was left out.")
VIDEO_NO_CAPTIONS = error(
    "videos.no-captions", "A video has no captions, and no reason why there are none; it was left out."
)
VIDEO_MISSING = Rule(
    name="videos.missing",
    severity=Severity.WARNING,
    kept=False,
    about="A video is not in the content folder, or is none that browsers play; the page goes without it.",
)
VIDEO_NO_POSTER = warning("videos.no-poster", "A video has no picture to show before it is played.")
VIDEO_NO_TRANSCRIPT = warning("videos.no-transcript", "A video has no transcript.")
IMAGE_UNUSED = Rule(
    name="images.unused",
    severity=Severity.NOTE,
    kept=False,
    about="A photograph is shown on no page; it is not on the site.",
)


def stopped(name: str) -> tuple[str, str]:
    """Return what is wrong with a picture that moves for long, and how to mend it."""
    what = f'The picture "{name}" moves for more than five seconds, and nobody could stop it; its first frame is shown.'
    return what, "Cut it to five seconds, or make a video of it, which people can stop."
