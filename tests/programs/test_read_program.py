"""A program's facts: who, where, what it costs, what people ask, and what is wrong with them."""

from __future__ import annotations

from datetime import date
from pathlib import PurePosixPath

import pytest

from plugins.kernel.languages import Phrase
from plugins.kernel.library import Audience, Branch, Library, Topic
from plugins.programs.model import Deadline, Question
from plugins.programs.read_program import read_program
from plugins.tools.front_matter import split

LIBRARY = Library(
    name="Juniper County Library",
    languages=("en", "es"),
    branches=(Branch(id="central", name=Phrase(default="Central")),),
    audiences=(Audience(id="adults", name=Phrase(default="Adults")),),
    topics=(Topic(id="garden", name=Phrase(default="Garden")),),
)
LEAST = ("title: The Seed Library", "summary: Borrow a packet.")


def read(*lines, name="programs/seed-library.md"):
    return read_program(split("\n".join(["---", *lines, "---"])), name, PurePosixPath(name), LIBRARY)


def test_every_fact_reaches_the_program():
    program, is_draft, problems = read(
        *LEAST,
        "call: 635 SEE",
        "audiences: adults",
        "branches: [central]",
        "topics: garden",
        "cost: Free",
        "join: |",
        "  Come by.",
        "",
        "  * Bring seeds",
        "since: 2019",
        "run_by: Ann",
        "phone: 555 0100",
        "order: 10",
        "questions:",
        "- question: How many?",
        "  answer: Five.",
        "image: images/peas.jpg",
        "image_alt: Peas in a pod",
        "image_credit: Ann",
        "deadlines:",
        "  title: Sow by",
        "  of: From drawer",
        "  dates:",
        "  - {date: 2026-11-01, text: Beans}",
        "  - {date: 2026-10-15, text: Peas}",
    )
    assert (problems, is_draft) == ((), False)
    assert (program.slug, program.key, program.language, program.call) == (
        "seed-library",
        "seed-library",
        "en",
        "635 SEE",
    )
    assert [one.id for one in (*program.audiences, *program.branches, *program.topics)] == [
        "adults",
        "central",
        "garden",
    ]
    assert (program.cost, program.join, program.since) == ("Free", "Come by.\n\n* Bring seeds", "2019")
    assert (program.run_by, program.phone, program.order) == ("Ann", "555 0100", 10)
    assert program.questions == (Question(question="How many?", answer="Five."),)
    assert (program.deadlines.title, program.deadlines.of) == ("Sow by", "From drawer")
    assert (program.image, program.image_alt, program.image_credit) == ("images/peas.jpg", "Peas in a pod", "Ann")
    assert program.deadlines.dates == (
        Deadline(date=date(2026, 10, 15), text="Peas"),
        Deadline(date=date(2026, 11, 1), text="Beans"),
    )


@pytest.mark.parametrize(
    ("name", "lines", "language", "key"),
    [
        ("programs/seed-library.es.md", [], "es", "seed-library"),
        ("programs/semillas.md", ["lang: es", "translation_key: seed-library"], "es", "seed-library"),
    ],
)
def test_translations(name, lines, language, key):
    program, _, problems = read(*LEAST, *lines, name=name)
    assert (program.language, program.key, problems) == (language, key, ())


def test_a_draft_is_known_as_one():
    assert read(*LEAST, "status: draft")[1] is True


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["title: A"], [("facts.missing", 1, "summary", "")]),
        (["summary: a"], [("facts.missing", 1, "title", "")]),
        ([*LEAST, "audience: adlts"], [("facts.unknown-word", 4, "audiences", "adlts")]),
        (
            ["branches: east", "audience: x"],
            [
                ("facts.missing", 1, "title", ""),
                ("facts.missing", 1, "summary", ""),
                ("facts.unknown-word", 3, "audiences", "x"),
                ("facts.unknown-word", 2, "branches", "east"),
            ],
        ),
    ],
)
def test_what_keeps_a_program_out(lines, said):
    program, _, problems = read(*lines)
    assert program is None
    assert [(one.rule, one.line, one.column, one.value) for one in problems] == said


@pytest.mark.parametrize(
    ("lines", "rule", "value"),
    [
        (["questions:", "- question: How many?"], "programs.question", None),
        (["questions: many"], "programs.question", "many"),
        (["questions:", "- How many?"], "programs.question", None),
        (["deadlines:", "  dates:", "  - {date: soon, text: Peas}"], "programs.deadline", None),
        (["deadlines: 2026-10-15"], "programs.deadline", "2026-10-15"),
        (["order: first"], "facts.unused-value", "first"),
        (["order: ²"], "facts.unused-value", "²"),
    ],
)
def test_what_is_left_out_of_a_program(lines, rule, value):
    program, _, problems = read(*LEAST, *lines)
    assert program
    assert [(one.rule, one.severity, one.line) for one in problems] == [(rule, "warning", 4)]
    assert value in (None, problems[0].value)
