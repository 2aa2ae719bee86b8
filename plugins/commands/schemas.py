"""Writes the JSON Schemas by which editors complete and check front matter and library.toml."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import GenericAlias
from typing import Any

from pydantic import BaseModel, Field, TypeAdapter, create_model

from plugins.commands.put import put
from plugins.commands.schema_types import FACTS, Loose, Strict, type_of_key
from plugins.infographics.read_infographic import FIELDS as INFOGRAPHIC
from plugins.library.keys import KEYS
from plugins.pages.read_page import FIELDS as PAGE
from plugins.posts.read_post import FIELDS as POST
from plugins.programs.read_program import FIELDS as PROGRAM

FOLDER = "schemas"
_NEEDED = {"post": ("title",), "infographic": ("title", "date"), "program": ("title", "summary"), "page": ("title",)}
_FIELDS = {"post": POST, "infographic": INFOGRAPHIC, "program": PROGRAM, "page": PAGE}
_ARTICLES = {"infographic": "an"}
_ROW = re.compile(r"^\| *(.+?) *\|$", re.MULTILINE)
# Key, type, default, example, meaning.
_CELLS = 5
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
Row = list[str]


def run(root: Path) -> int:
    """Write each schema that is not what it should be, and say which."""
    changed = [name for name, text in schemas(root).items() if put(root / FOLDER / name, text.encode())]
    print(f"Wrote {', '.join(changed)}." if changed else "All schemas are what they should be.")
    return 0


def schemas(root: Path) -> dict[str, str]:
    """Return each schema by the name of its file."""
    told = dict(_told(root))
    made = {f"{kind}.schema.json": _facts(kind, told) for kind in _FIELDS}
    return {name: _text(model) for name, model in (made | {"library.schema.json": _library(root)}).items()}


def _text(model: type[BaseModel]) -> str:
    made = {"$schema": _DIALECT} | TypeAdapter(model).json_schema()
    return json.dumps(_lean(made), indent=2, ensure_ascii=False) + "\n"


def _lean(made: object) -> object:
    """Return a schema without what no editor shows: names made of names, and defaults that are nothing."""
    if isinstance(made, list):
        return [_lean(one) for one in made]
    if not isinstance(made, dict):
        return made
    kept = made.items() if "type" not in made and "anyOf" not in made else _told_by_people(made)
    return {name: _lean(value) for name, value in kept}


def _told_by_people(made: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in made.items():
        if not (name == "title" and isinstance(value, str)) and (name, value) != ("default", None):
            yield name, value


def _told(root: Path) -> Iterator[tuple[str, str]]:
    """Yield what the handbook says of each fact, the first word on it first."""
    for row in reversed(list(_rows((root / "content/README.md").read_text(encoding="utf-8")))):
        yield from ((name, _plain(row[1])) for name in re.findall(r"`([a-z_]+)`", row[0]))


def _rows(text: str) -> Iterator[Row]:
    for found in _ROW.findall(text):
        yield [cell.strip() for cell in re.split(r"(?<!\\)\|", found)]


def _plain(markdown: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)


def _facts(kind: str, told: Mapping[str, str]) -> type[BaseModel]:
    fields = {
        name: (
            FACTS.get(f"{kind}.{name}", FACTS.get(name, Loose)),
            Field(... if name in _NEEDED[kind] else None, description=told.get(name)),
        )
        for name in sorted(_FIELDS[kind])
    }
    return _model(kind.title(), f"The facts of {_ARTICLES.get(kind, 'a')} {kind}.", fields)


def _library(root: Path) -> type[BaseModel]:
    text = (root / "docs/library-toml.md").read_text(encoding="utf-8")
    documents = text + (root / "content/README.md").read_text(encoding="utf-8")
    rows = {row[0].strip("`"): row for row in _rows(text) if row[0].startswith("`") and len(row) >= _CELLS}
    return _table("", rows, {heading for heading in KEYS if f"[[{heading}]]" in documents})


def _table(heading: str, rows: Mapping[str, Row], repeated: Iterable[str]) -> type[BaseModel]:
    """Return the table of a heading of library.toml, with those below it."""
    fields: dict[str, Any] = {}
    for key in KEYS[heading]:
        dotted = f"{heading}.{key}".lstrip(".")
        if dotted in KEYS:
            below = _table(dotted, rows, repeated)
            fields[key] = (GenericAlias(list, below) if dotted in repeated else below, Field(None))
        else:
            _, said, default, _, meaning = rows[dotted][:_CELLS]
            needed = default == "must be there" or dotted == "name"
            fields[key] = (type_of_key(said), Field(... if needed else None, alias=key, description=_plain(meaning)))
    return _model(heading.replace(".", " ").title() or "Library", f"[{heading}] of library.toml.", fields)


def _model(name: str, about: str, fields: dict[str, Any]) -> type[BaseModel]:
    """Return a table of these fields and no others; `from` is a word of Python, and called otherwise here."""
    renamed: dict[str, Any] = {f"{key}_" if key == "from" else key: one for key, one in fields.items()}
    made: type[BaseModel] = create_model(name.replace(" ", ""), __base__=Strict, __doc__=about, **renamed)
    return made
