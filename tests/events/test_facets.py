"""The lines of choices above a list of events."""

from __future__ import annotations

from datetime import date

from plugins.events.agenda import Agenda
from plugins.events.facets import EVERYTHING, Chosen, facets, name_in
from plugins.kernel.languages import Phrase

ROWS = """id,title,date,start,branch,audience,topics
a,A,2026-10-10,10:00,central,adults,stories
b,B,2026-10-11,10:00,mill-street,under-5s,stories
c,C,2026-10-12,10:00,central,adults,
"""
LABELS = {"branch": ("Branch", "All branches"), "audience": ("For", "Everyone"), "topic": ("About", "Everything")}


def lines(library, read, chosen=EVERYTHING, language="en", prefix=""):
    agenda = Agenda(read(ROWS).events, library)
    first, last = date(2026, 10, 10), date(2026, 10, 11)
    return facets(agenda, chosen, first, last, language=language, prefix=prefix, labels=LABELS)


def test_each_choice_says_how_much_is_on(library, read):
    found = {one.kind: [(option.label, option.count) for option in one.options] for one in lines(library, read)}
    assert found == {
        "branch": [("All branches", None), ("Central Library", 1), ("Mill Street Library", 1)],
        "audience": [("Everyone", None), ("Under 5s", 1), ("Adults", 1)],
    }


def test_a_line_with_one_choice_is_shown_only_where_it_was_chosen(library, read):
    found = lines(library, read, Chosen(kind="topic", id="stories"))
    assert [one.kind for one in found] == ["branch", "audience", "topic"]
    assert [(option.label, option.count, option.current) for option in found[2].options] == [
        ("Everything", None, False),
        ("Stories", 2, True),
    ]


def test_what_is_chosen_is_current_and_the_rest_is_not(library, read):
    branch, audience = lines(library, read, Chosen(kind="branch", id="central"))
    assert [option.current for option in branch.options] == [False, True, False]
    assert [option.current for option in audience.options] == [True, False, False]


def test_addresses_and_names_in_another_language(library, read):
    (_, _, topic) = lines(library, read, Chosen(kind="topic", id="stories"), "es", "es/")
    assert [(option.label, option.address) for option in topic.options] == [
        ("Everything", "es/events/"),
        ("Cuentos", "es/events/topic/stories/"),
    ]


def test_names():
    assert name_in("As written", "es") == "As written"
    assert name_in(Phrase(default="Stories", by_language={"es": "Cuentos"}), "es") == "Cuentos"
    assert EVERYTHING.address == "events/"
