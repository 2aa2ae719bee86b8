"""Words in titles that say how an event stands, and titles that only look as if they did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.events.model import Status
from plugins.events.status_words import doubtful_status, status_of, take_status


@pytest.mark.parametrize(
    ("title", "rest", "status"),
    [
        ("CANCELLED: Story Time", "Story Time", Status.CANCELLED),
        ("CANCELED - Story Time", "Story Time", Status.CANCELLED),
        ("Cancelled- Story Time", "Story Time", Status.CANCELLED),
        ("*CANCELLED Story Time CANCELLED*", "Story Time", Status.CANCELLED),
        ("*** CANCELLED *** Story Time", "Story Time", Status.CANCELLED),
        ("Story Time (CANCELADO)", "Story Time", Status.CANCELLED),
        ("(CANCELADO) Hora del cuento", "Hora del cuento", Status.CANCELLED),
        ("Story [cancelled] Time", "Story Time", Status.CANCELLED),
        ("SUSPENDIDO Hora del cuento", "Hora del cuento", Status.CANCELLED),
        ("Hora del cuento - SUSPENDIDO", "Hora del cuento", Status.CANCELLED),
        ("Lesung mit Kaffee abgesagt", "Lesung mit Kaffee", Status.CANCELLED),
        ("ABGESAGT: Lesung", "Lesung", Status.CANCELLED),
        ("Lesung – entfällt!", "Lesung", Status.CANCELLED),
        ("STORY TIME CANCELLED", "STORY TIME", Status.CANCELLED),
        ("Story Time - Cancelled", "Story Time", Status.CANCELLED),
        ("Soirée jeux (annulée)", "Soirée jeux", Status.CANCELLED),
        ("SOLD OUT! Book Sale Preview", "Book Sale Preview", Status.FULL),
        ("Book Sale Preview - SOLD OUT!", "Book Sale Preview", Status.FULL),
        ("Book Sale Preview (Full)", "Book Sale Preview", Status.FULL),
        ("FULL: Pottery", "Pottery", Status.FULL),
        ("POSTPONED: Book Sale", "Book Sale", Status.POSTPONED),
        ("Post poned: Book Sale", "Book Sale", Status.POSTPONED),
        ("Rescheduled - Book Sale", "Book Sale", Status.MOVED),
    ],
)
def test_the_word_becomes_the_status_and_leaves_the_title(title: str, rest: str, status: Status):
    assert take_status(title) == (rest, status)


@pytest.mark.parametrize(
    "title",
    [
        "Full-Moon Walk",
        "Full Moon Walk",
        "FULL MOON WALK",
        "Moved by the Music",
        "How My Show Got Cancelled",
        "Cancelled Culture Reads",
        "Suspendido en el aire",
        "The Postponed Wedding",
        "Le menu complet",
        "Cancelled",
        "Fully Booked Podcast Live",
        "",
    ],
)
def test_a_title_that_may_mean_its_words_stays(title: str):
    assert take_status(title) == (title, None)


@pytest.mark.parametrize(
    ("title", "text", "word"),
    [
        ("How My Show Got Cancelled", "", "Cancelled"),
        ("Book Sale", "This event has been post poned until May.", "post poned"),
        ("Book Sale", "CANCELLED due to snow", "CANCELLED"),
        ("Lesung", "Die Lesung ist abgesagt.", "abgesagt"),
        ("Book Sale", "Places can be cancelled until noon.", ""),
        ("Book Sale", "If school is off, so are we.", ""),
    ],
)
def test_a_word_that_may_say_so_is_found(title: str, text: str, word: str):
    assert doubtful_status(title, text) == word


@pytest.mark.parametrize(
    ("word", "status"),
    [("Cancelado", Status.CANCELLED), ("sold out", Status.FULL), ("Full", Status.FULL), ("fine", None), ("", None)],
)
def test_a_word_of_a_column(word: str, status: Status | None):
    assert status_of(word) == status


@given(
    st.lists(st.sampled_from("* ( ) [ ] - : ! CANCELLED abgesagt sold out Story full".split()), max_size=8).map(
        " ".join
    )
)
def test_no_title_is_lost(title: str):
    rest, status = take_status(title)
    assert rest or not title
    assert (rest == title) or status is not None
