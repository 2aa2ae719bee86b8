"""Lets a table that is wider than a phone scroll by itself, and be reached by the keyboard while it does."""

from __future__ import annotations

import re
from html import escape

from plugins.tools.html import as_text

_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_HEADER_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
# A header cell with nothing in it is no header, and screen readers stumble over it (the corner of a table).
_EMPTY_HEADER = re.compile(r"<th\b[^>]*>\s*</th>")


def mend(markup: str) -> str:
    """Return the HTML with each table in a region that is named by its columns."""
    return _TABLE.sub(_region, markup)


def _region(found: re.Match[str]) -> str:
    table = _EMPTY_HEADER.sub("<td></td>", found[0])
    row = _HEADER_ROW.search(table)
    columns = [as_text(cell) for cell in _CELL.findall(row[1])] if row else []
    name = escape(", ".join(column for column in columns if column), quote=True)
    if not name:
        return f'<div class="scrollx wide">{table}</div>'
    return f'<div class="scrollx wide" tabindex="0" role="region" aria-label="{name}">{table}</div>'
