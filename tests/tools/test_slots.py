"""A copy of a slotted dataclass is what dataclasses.replace makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.kernel.entry import Entry
from plugins.tools.slots import copy_with, filled, values_of

ENTRY = Entry(kind="post", address="news/a/", title="Seeds", language="en", summary="Take five.", body="Text", id="a")


@pytest.mark.parametrize("changes", [{}, {"body": ""}, {"title": "Rakes", "branches": ("central",), "listed": False}])
def test_a_copy_has_other_values_in_the_fields_named(changes):
    assert copy_with(ENTRY, **changes) == replace(ENTRY, **changes)
    assert ENTRY.title == "Seeds"


def test_a_copy_is_made_of_all_its_values():
    assert filled(Entry, *values_of(ENTRY)) == ENTRY
