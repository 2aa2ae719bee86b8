"""The lines of choices above a list of events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from plugins.events.agenda import Agenda
from plugins.events.facets import CHOICES, EVERYTHING, Chosen, Ledger, name_in
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Provision

ROWS = """id,title,date,start,branch,audience,topics,language,access
a,A,2026-10-10,10:00,central,adults,stories,,
b,B,2026-10-11,10:00,mill-street,under-5s,stories,,
c,C,2026-10-12,10:00,central,adults,,,
"""
KINDS = ("branch", "audience", "topic", "language", "access")
LABELS = {kind: (kind.capitalize(), f"Any {kind}") for kind in KINDS}


def lines(library, reading, chosen=EVERYTHING, language="en", prefix=""):
    return Ledger(
        agenda=Agenda(reading.events, library),
        chosen=chosen,
        first=date(2026, 10, 10),
        last=date(2026, 10, 11),
        language=language,
        prefix=prefix,
        labels=LABELS,
    ).lines()


def test_each_choice_says_how_much_is_on(library, read):
    found = {one.kind: [(option.label, option.count) for option in one.options] for one in lines(library, read(ROWS))}
    assert found == {
        "branch": [("Any branch", None), ("Central Library", 1), ("Mill Street Library", 1)],
        "audience": [("Any audience", None), ("Under 5s", 1), ("Adults", 1)],
    }


def test_a_line_with_one_choice_is_shown_only_where_it_was_chosen(library, read):
    found = lines(library, read(ROWS), Chosen(kind="topic", id="stories"))
    assert [one.kind for one in found] == ["branch", "audience", "topic"]
    assert [(option.label, option.count, option.current) for option in found[2].options] == [
        ("Any topic", None, False),
        ("Stories", 2, True),
    ]


def test_what_is_chosen_is_current_and_the_rest_is_not(library, read):
    branch, audience = lines(library, read(ROWS), Chosen(kind="branch", id="central"))
    assert [option.current for option in branch.options] == [False, True, False]
    assert [option.current for option in audience.options] == [True, False, False]


def test_addresses_and_names_in_another_language(library, read):
    (_, _, topic) = lines(library, read(ROWS), Chosen(kind="topic", id="stories"), "es", "es/")
    assert [(option.label, option.address) for option in topic.options] == [
        ("Any topic", "es/events/"),
        ("Cuentos", "es/events/topic/stories/"),
    ]


def test_names():
    assert name_in("As written", "es") == "As written"
    assert name_in(Phrase(default="Stories", by_language={"es": "Cuentos"}), "es") == "Cuentos"
    assert EVERYTHING.address == "events/"


def test_a_language_and_a_provision_are_choices_even_when_alone(library, read):
    known = replace(
        library, access=(Provision(id="loop", name=Phrase(default="Hearing loop")),), languages=("en", "es")
    )
    rows = "id,title,date,start,language,access\na,A,2026-10-10,10:00,es,Hearing loop in the hall\n"
    found = lines(known, read(rows, library=known), language="es")
    assert [(one.kind, [(option.label, option.count) for option in one.options]) for one in found] == [
        ("language", [("Any language", None), ("español", 1)]),
        ("access", [("Any access", None), ("Hearing loop", 1)]),
    ]


def test_a_line_holds_the_choices_with_the_most_events_and_the_one_chosen(library, read):
    topics = [f"subject {number}" for number in range(CHOICES + 5)]
    rows = [f"{number},A,2026-10-{10 + number % 2},10:00,{topic}" for number, topic in enumerate(topics[3:], 3)]
    # What few are about is on after the period that is counted.
    rows += [f"{number},A,2026-12-01,10:00,{topic}" for number, topic in enumerate(topics[:3])]
    reading = read("\n".join(["id,title,date,start,topics", *rows]), foreign=True)
    (topic,) = lines(library, reading, Chosen(kind="topic", id="subject-1"))
    assert len(topic.options) == CHOICES + 1
    assert "subject-1" in [option.id for option in topic.options]
    assert "subject-0" not in [option.id for option in topic.options]
    assert [option.label for option in topic.options if option.current] == ["subject 1"]
    assert topic.more == "events/topic/"
