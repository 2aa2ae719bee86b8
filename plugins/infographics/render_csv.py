"""The numbers of a chart as a CSV file, which no spreadsheet program takes for formulas."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from io import StringIO

from plugins.tools.cells import shielded

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def render_csv(numbers: Sequence[Sequence[str]]) -> str:
    """Return rows as RFC 4180 has them; a text that begins with a formula's sign is shielded, a number is not."""
    file = StringIO(newline="")
    csv.writer(file).writerows([one if _NUMBER.fullmatch(one) else shielded(one) for one in row] for row in numbers)
    return file.getvalue()
