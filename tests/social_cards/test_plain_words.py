"""Signs that are no words are left out of a card; words never are."""

from __future__ import annotations

import pytest

from plugins.social_cards.plain_words import has_face, plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Seed swap", "Seed swap"),
        ("🎉 Seed\n swap 👩‍🌾", "Seed swap"),
        ("Read\u00adable\u200b", "Readable"),
        ("Non\u2011stop", "Non-stop"),
        ("Cafe\u0301", "Café"),
        # What binds goes on binding, and French signs do not begin a line.
        ("Ouvert : demain !", "Ouvert\u00a0: demain\u00a0!"),
        ("10\u202f000 livres", "10\u00a0000 livres"),
        ("Maps — and more", "Maps\u00a0— and more"),
        ("Part 5 - Seeds", "Part 5\u00a0- Seeds"),
        ("-5 degrees", "-5 degrees"),
        ("ساعة 🎉", "ساعة"),
        ("© 2026 Łódź", "© 2026 Łódź"),
    ],
)
def test_words_are_kept_and_ornaments_are_not(faces, text, words):
    assert plain_words(text, faces.width_em) == words


@pytest.mark.parametrize(
    ("text", "is_set"), [("Seeds", True), ("tiếng Việt", True), ("Łódź", True), ("ساعة", False), ("日本", False)]
)
def test_a_face_has_a_text_or_has_it_not(faces, text, is_set):
    assert has_face(text, faces.width_em) is is_set
