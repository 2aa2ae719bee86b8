"""What one build knows: which problems stop publishing, and which are somebody else's to mend."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.bridge.build import Build
from plugins.kernel.library import Library
from plugins.kernel.problems import Severity, error

BAD_ROW = error("events.bad", "A row is bad.")


@pytest.mark.parametrize(
    ("file", "line", "rules", "severity"),
    [
        ("events/fetched/vendor.csv", 3, [""], Severity.WARNING),
        ("events/fetched/vendor.csv", 3, ["text.", "events.bad"], Severity.WARNING),
        ("events/fetched/vendor.csv", 3, ["text."], Severity.ERROR),
        ("events/fetched/vendor.csv", 3, [], Severity.ERROR),
        ("events/fetched/vendor.csv", None, [""], Severity.ERROR),
        ("events/ours.csv", 3, [""], Severity.ERROR),
    ],
)
def test_one_line_of_a_file_that_is_not_ours_does_not_stop_publishing(file, line, rules, severity):
    build = Build(library=Library(name="Mini"), now=datetime(2026, 10, 8, tzinfo=UTC), content=Path(), convert=str)
    build.problems.append(BAD_ROW.at(file, line=line, what="It is bad.", cure="Mend it."))
    build.be_lenient("events/fetched/vendor.csv", *rules)
    assert [problem.severity for problem in build.sorted_problems()] == [severity]
    assert build.has_errors is (severity is Severity.ERROR)
