"""The block by which a new infographic draws a table: of the kind that was chosen, or of one that suits its columns."""

from __future__ import annotations

from pathlib import Path

from plugins.commands.new_answers import Answers
from plugins.infographics.block import Fenced, NoDrawingError, read_block
from plugins.infographics.find_sheet import Sheets
from plugins.infographics.sheet import Sheet
from plugins.tools.content_files import ContentFiles


def block_of(answers: Answers, content: Path) -> str:
    """Return the fenced block; its title is that of the infographic until somebody finds a better one."""
    drawn = answers.get("drawing") or _kind_of(_sheet(answers["table"], content))
    return f"```{drawn}\ntable: {answers['table']}\n```\n"


def _kind_of(sheet: Sheet | None) -> str:
    """Return what shows a table best: columns over time, a line of dates where nothing is counted, else bars."""
    if sheet is None:
        return "bars"
    times = [name for name in sheet.names if sheet.is_time(name)]
    counted = [name for name in sheet.names if name not in times and sheet.is_number(name)]
    if times:
        return "columns" if counted else "timeline"
    return "bars"


def _sheet(table: str, content: Path) -> Sheet | None:
    block = read_block(Fenced(word="bars", text=f"table: {table}", line=1), table, [])
    try:
        return Sheets().find(block, ContentFiles(root=content)) if block else None
    except NoDrawingError:
        return None
