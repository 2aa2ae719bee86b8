"""Everything on a card stands within its frame, nothing lies on anything else, and nothing is cut."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.social_cards.fit_line import reach
from plugins.social_cards.model import HEIGHT_PX, WIDTH_PX, Card, Drawing, Line
from plugins.social_cards.paint_card import Faces
from plugins.social_cards.set_card import set_card
from tests.social_cards.cases import CARDS, LIBRARY, UNSET, WHEN, event
from tests.social_cards.conftest import FONTS

Box = tuple[float, float, float, float]
# The inner edge of the frame.
FRAME = 44.0
TOUCH = 6.0
FACES = Faces(FONTS)


def box_of(line: Line) -> Box:
    """Return what a line takes: left, top, right, bottom."""
    above, below = reach(line.text, line.voice)
    width = (FACES.width_em(line.voice, line.text) or 0) * line.size + line.spacing * len(line.text)
    return line.x, line.y - above * line.size, line.x + width, line.y + below * line.size


def boxes_of(drawing: Drawing) -> list[Box]:
    """Return what each line takes, and each sheet as if it lay straight."""
    sheets = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in drawing.sheets]
    return [*map(box_of, drawing.lines), *sheets]


def is_apart(one: Box, other: Box) -> bool:
    """Tell whether two boxes lie apart; what hangs from one line may just meet an accent of the next."""
    is_above = one[3] <= other[1] + TOUCH or other[3] <= one[1] + TOUCH
    return is_above or one[2] <= other[0] or other[2] <= one[0]


def check(card: Card) -> Drawing:
    drawing = set_card(card, FACES.width_em)
    for left, top, right, bottom in boxes_of(drawing):
        assert left >= FRAME
        assert top >= FRAME
        assert right <= WIDTH_PX - FRAME
        assert bottom <= HEIGHT_PX - FRAME
    for one, other in combinations(boxes_of(drawing), 2):
        assert is_apart(one, other), card.title
    return drawing


def letters(texts: object) -> str:
    return "".join(str(texts).split()).upper().casefold()


def all_text(drawing: Drawing) -> str:
    lines = [*drawing.lines, *(line for sheet in drawing.sheets for line in sheet.lines)]
    return "".join(letters(line.text) for line in lines)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_says_all_of_it_within_its_frame(name):
    card = CARDS[name]
    drawing = check(card)
    assert drawing.unset == ()
    for text in (card.title, card.place, card.library, card.label, card.status, card.motto, *card.when):
        assert letters(text) in all_text(drawing)


@pytest.mark.parametrize("name", UNSET)
def test_a_text_without_letters_is_named_and_the_library_says_when_and_where(name):
    card, unset = UNSET[name]
    drawing = check(card)
    assert drawing.unset == (unset,)
    assert letters(LIBRARY) in all_text(drawing)
    assert all(letters(part) in all_text(drawing) for part in WHEN)


LETTERS = st.characters(min_codepoint=32, max_codepoint=0x17F, exclude_categories=["C", "Z"])
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=14), min_size=1, max_size=60).map(" ".join)


@given(WORDS | st.text(LETTERS, min_size=1, max_size=400))
def test_any_title_is_whole_within_the_frame(title):
    for card in (event(title, status="Full"), Card(library=LIBRARY, title=title, label="1 Oct 2026")):
        drawing = check(card)
        missing = any(FACES.width_em(voice, title) is None for voice in ("slab", "body"))
        assert title in drawing.unset or missing or letters(title) in all_text(drawing)


def test_what_is_off_is_struck_and_its_date_is_stamped_in_outline():
    off, on = (set_card(CARDS[name], FACES.width_em) for name in ("cancelled", "event"))
    assert len(off.struck) > 1
    assert on.struck == ()
    assert [off.sheets[0].bars[0].color, on.sheets[0].bars[0].color] == ["ink", "spark"]


def test_a_long_title_takes_the_room_of_the_stamp():
    assert [len(set_card(CARDS[name], FACES.width_em).sheets) for name in ("event", "long")] == [1, 0]


def test_titles_are_read_from_afar():
    """A card is shown 300 dots wide: then a title of up to 64 letters is at least ten dots tall."""
    for name in ("event", "cancelled", "moved", "series", "post", "page", "library"):
        assert set_card(CARDS[name], FACES.width_em).title_size * 0.7 / 4 >= 10, name
