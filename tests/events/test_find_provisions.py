"""What a text about access says there is."""

from __future__ import annotations

import pytest

from plugins.events.find_provisions import find_provisions
from plugins.kernel.languages import Phrase
from plugins.kernel.library import Library, Provision

LIBRARY = Library(
    name="A",
    access=(
        Provision(
            id="loop", name=Phrase(default="Hearing loop", by_language={"es": "Bucle auditivo"}), words=("Loop",)
        ),
        Provision(id="asl", name=Phrase(default="ASL")),
        Provision(id="step-free", name=Phrase(default="Step-free"), words=("No steps",)),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Hearing loop", ["loop"]),
        ("hearing  LOOP in the hall. ASL interpreter.", ["loop", "asl"]),
        ("ASL interpreter; hearing loop", ["loop", "asl"]),
        ("Ramp at the side, step-free, loop", ["loop", "step-free"]),
        ("Bucle auditivo en la sala.", ["loop"]),
        ("No steps.", ["step-free"]),
        ("No hearing loop. Not step-free.", []),
        ("Ask for the hearing loop.", []),
        ("Loophole in the fence. ASLan speaks.", []),
        ("Open 3.30 to 4.Loop", []),  # a dot without a space ends nothing
        ("Step-free by the door\nHearing loop", ["loop", "step-free"]),
    ],
)
def test_what_begins_a_part_of_the_text_is_there(text: str, expected: list[str]):
    assert [one.id for one in find_provisions(text, LIBRARY)] == expected


def test_without_a_list_of_provisions_text_stays_text():
    assert find_provisions("Hearing loop", Library(name="A")) == ()
