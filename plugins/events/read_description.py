"""All there is to say about the event of a row, as Markdown, wherever in the row it stands."""

from __future__ import annotations

from plugins.events import rules
from plugins.events.foreign_text import to_markdown
from plugins.events.row import Row
from plugins.events.words import is_null


def read_description(row: Row, remark: str) -> str:
    """Return the description; `remark` are words about the time that say more than the time, and come first."""
    text = row.text("description")
    if row.sheet.foreign:
        text, removed = to_markdown(text)
        if removed:
            what = f"{', '.join(removed)[:200]} may not be published and was taken out."
            row.report(rules.FOREIGN_CELL, "description", what, "Put a video or a form behind a link.")
    address = row.link("description")
    if address and address not in text:
        text = f"[{text}]({address})"
    return "\n\n".join(part for part in (remark, text) if part and not is_null(part))
