"""What is said about social cards."""

from __future__ import annotations

from plugins.kernel.problems import note, warning

NO_LETTERS = note(
    "social_cards.no-letters", "The type of the site has no letters for a text, so the page's social card shows it not."
)
NO_CARDS = note(
    "social_cards.none", "The type of the site has no letters for the library's name, so pages have no social card."
)
NO_PICTURE = warning("social_cards.picture", "A picture cannot be the social card of a post; it has a drawn one.")

RULES = (NO_LETTERS, NO_CARDS, NO_PICTURE)
