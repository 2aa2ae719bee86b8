"""Refuses to build where a new site would take the place of something that is not a site of ours."""

from __future__ import annotations

from pathlib import Path

from plugins.commands.plainly import PlainError


def refuse_to_lose(output: Path, content: Path, root: Path) -> None:
    """Raise PlainError when the output folder holds anything that a new site must not replace."""
    for kept, name in ((content, "the content"), (root, "the project"), (Path.home(), "your home folder")):
        if kept.resolve().is_relative_to(output):
            raise PlainError(f"The site cannot go to {output}, which holds {name}: name another folder with --output.")
    if output.is_relative_to(content.resolve()):
        raise PlainError(f"The site cannot go to {output}, inside the content: name another folder with --output.")
    if output.exists() and not _is_replaceable(output):
        raise PlainError(
            f"The folder {output} holds something that is not a site of ours, and a build would remove it: "
            "name an empty or a new folder with --output."
        )


def _is_replaceable(output: Path) -> bool:
    if not output.is_dir():
        return False
    names = {entry.name for entry in output.iterdir()}
    return not names or ("index.html" in names and ".git" not in names)
