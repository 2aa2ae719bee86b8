"""What can be wrong with a file that is copied, and what is said of one that is not."""

from __future__ import annotations

from plugins.kernel.problems import Rule, Severity, error, note

TYPE = Rule(
    name="files.type",
    severity=Severity.WARNING,
    kept=False,
    about="A file in audio/, files/ or images/ is of a type that is not published; it was left out.",
)
UNSAFE_SVG = error(
    "files.unsafe-svg", "A drawing (SVG) holds a script or loads something from elsewhere; it was left out."
)
LINK = error("files.outside", "A file leads out of the content folder; it was left out.")
UNUSED = note("files.unused", "A file in the content folder is of no kind that this site reads.")
