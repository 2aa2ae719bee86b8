"""What is said about the library's icon."""

from __future__ import annotations

from plugins.kernel.problems import warning

BAD_LETTER = warning(
    "icons.letter", "The letter of library.toml cannot be an icon; the first of the library's name is."
)
BAD_FILE = warning("icons.file", "The drawing that library.toml names cannot be an icon; a letter is.")

RULES = (BAD_LETTER, BAD_FILE)
