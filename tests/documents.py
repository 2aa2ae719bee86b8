"""What the documents say and what the code says, each as a set of names, so that a test can compare them."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables

from plugins.bridge.template_words import install
from plugins.kernel.problems import Rule
from plugins.kernel.text import slug

FENCED = re.compile(r"^( *)(```|~~~).*?^ *\2 *$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
KEY = re.compile(r"[a-z_]+\.[a-z0-9_]*")


def documents(root: Path) -> list[Path]:
    """Return the project's own Markdown; what librarians write is tried with the site."""
    found = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), root / "content" / "README.md"]
    return sorted([*found, root / "theme" / "README.md"])


def section(text: str, heading: str) -> str:
    """Return what stands below a heading, up to the next of its rank or above."""
    rank = len(heading) - len(heading.lstrip("#"))
    found = re.search(
        rf"^{re.escape(heading)}\b.*?(?=^#{{1,{rank}}} |\Z)", FENCED.sub("", text), re.MULTILINE | re.DOTALL
    )
    assert found, f"there is no heading {heading}"
    return found[0]


def rows(text: str) -> list[list[str]]:
    """Return the rows of all tables in a text, without their heads, as cells."""
    found: list[list[str]] = []
    for table in re.findall(r"(?:^\|.*\|$\n?)+", text, re.MULTILINE):
        lines = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table.splitlines()]
        found += lines[2:]
    return found


def quoted(text: str) -> list[str]:
    """Return what stands between backticks."""
    return [found[1:-1] for found in CODE.findall(text)]


def anchors(path: Path) -> set[str]:
    return {
        slug(CODE.sub(lambda found: found[0][1:-1], heading)) for heading in HEADING.findall(path.read_text("utf-8"))
    }


def broken_links(path: Path) -> list[str]:
    """Return the links of a document to a file or heading that is not there; links to the web are left alone."""
    text = CODE.sub("", FENCED.sub("", path.read_text("utf-8")))
    return [target for target in LINK.findall(text) if ":" not in target and not _is_there(path, target)]


def _is_there(path: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    file = (path.parent / name).resolve() if name else path
    return file.exists() and (not anchor or anchor in anchors(file))


def rules(root: Path) -> list[Rule]:
    """Return every rule of every package."""
    files = sorted((root / "plugins").glob("*/rules.py"))
    modules = [importlib.import_module(f"plugins.{file.parent.name}.rules") for file in files]
    return [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]


def rules_nobody_raises(root: Path) -> list[str]:
    """Return rules whose constant stands in no module but the one that makes it."""
    found = []
    for file in sorted((root / "plugins").glob("*/rules.py")):
        package = f"plugins.{file.parent.name}"
        others = [path.read_text("utf-8") for path in (root / "plugins").rglob("*.py") if path != file]
        users = "\n".join(text for text in others if f"from {package}" in text)
        constants = vars(importlib.import_module(f"{package}.rules"))
        named = [name for name, value in constants.items() if isinstance(value, Rule)]
        found += [f"{package}.{name}" for name in named if not re.search(rf"\b{name}\b", users)]
    return found


def environment(root: Path) -> Environment:
    """Return Jinja as templates see it, with our filters and functions."""
    made = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True)
    install(made, root / "theme", SimpleNamespace(library=SimpleNamespace(hue=152, chroma=0.065), now=None))
    return made


def templates(root: Path) -> Iterator[tuple[str, nodes.Template]]:
    """Yield each template by its name, with its syntax tree."""
    made, folder = environment(root), root / "theme" / "templates"
    for path in sorted(folder.rglob("*.html")):
        yield path.relative_to(folder).as_posix(), made.parse(path.read_text("utf-8"))


def names_used(tree: nodes.Template) -> set[str]:
    """Return the names that a template takes from outside; what it imports or sets for its blocks is its own."""
    imported = {
        name[1] if isinstance(name, tuple) else name for one in tree.find_all(nodes.FromImport) for name in one.names
    }
    assigned = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    return find_undeclared_variables(tree) - imported - assigned


def strings_of(path: Path) -> set[str]:
    """Return the names of arguments and the texts of a module: what it may hand to a template stands among them."""
    tree = ast.walk(ast.parse(path.read_text("utf-8")))
    found: set[str] = set()
    for node in tree:
        if isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found


def keys_used(root: Path) -> tuple[set[str], set[str]]:
    """Return the keys of the interface's words that templates and code ask for: whole, and by their beginning."""
    asked = [*_asked_by_templates(root), *_asked_by_code(root)]
    return {key for key, is_whole in asked if is_whole}, {key for key, is_whole in asked if not is_whole}


def _asked_by_templates(root: Path) -> Iterator[tuple[str, bool]]:
    """Yield each key that a template asks w() for, or the beginning of one that it puts together."""
    for _, tree in templates(root):
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "w":
                key = call.args[0]
                first = key.nodes[0] if isinstance(key, nodes.Concat) else key
                if isinstance(first, nodes.Const):
                    yield first.value, first is key


def _asked_by_code(root: Path) -> Iterator[tuple[str, bool]]:
    for path in (root / "plugins").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func).split(".")[-1] in {"say", "word"}:
                yield from (found for argument in call.args for found in _key(argument))


def _key(argument: ast.expr) -> Iterator[tuple[str, bool]]:
    """Yield the key that an argument is, or its beginning where it is put together (f"facets.{kind}")."""
    first = argument.values[0] if isinstance(argument, ast.JoinedStr) else argument
    if isinstance(first, ast.Constant) and KEY.fullmatch(str(first.value)):
        yield str(first.value), first is argument
