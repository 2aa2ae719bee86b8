"""The rules of the house as questions to the source: each returns the places that break it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FUNCTION_LINES, FILE_LINES, KERNEL_FILES, KERNEL_LINES = 40, 250, 10, 700
SHARED = ("kernel", "tools", "bridge", "commands")
FRAMEWORK = ("pelican", "jinja2", "markupsafe", "blinker")
# An Entry says too little for these (docs/architecture.md).
READ_EVENTS = ("advice", "calendars", "structured_data", "promotion_kit")
_MUTABLE_CALLS = ("list", "dict", "set", "defaultdict", "deque", "Counter", "OrderedDict", "bytearray")
_CHANGES = ("append", "extend", "insert", "add", "update", "setdefault", "pop", "popitem", "remove", "discard", "clear")
_CLOCKS = (".datetime.now", ".datetime.today", ".datetime.utcnow", ".date.today", ".time.time", ".time.localtime")


def modules(root: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Yield each module of plugins/ with its syntax tree."""
    for path in sorted((root / "plugins").rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def package_of(root: Path, path: Path) -> str:
    return path.relative_to(root / "plugins").parts[0]


def plugin_packages(root: Path) -> list[Path]:
    """Return the sources and derivers: every package but the shared ones."""
    folders = [path.parent for path in (root / "plugins").glob("*/__init__.py")]
    return sorted(folder for folder in folders if folder.name not in SHARED)


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def wrong_imports(root: Path) -> list[str]:
    """Find imports against the direction: kernel, tools and bridge, plugins, their plugin.py, commands."""
    return [
        f"{path.relative_to(root).as_posix()}:{line} imports {name}"
        for path, tree in modules(root)
        for line, name in _imports(tree)
        if not _may_import(package_of(root, path), name, is_plugin=path.name == "plugin.py")
    ]


def _may_import(package: str, name: str, *, is_plugin: bool) -> bool:
    top, _, rest = name.partition(".")
    if top in ("", "tests"):
        return False
    if top != "plugins":
        return _may_import_library(package, top, is_plugin=is_plugin)
    target = rest.split(".")[0]
    if target == package == "commands":
        return True
    if target == "commands" or ".plugin." in f"{name}.":
        return False
    if package == "commands":
        return True
    return target in _packages_below(package, is_plugin=is_plugin) or _is_reader_of_events(package, name)


def _may_import_library(package: str, top: str, *, is_plugin: bool) -> bool:
    if top in sys.stdlib_module_names:
        return True
    if package == "kernel":
        return False
    return top not in FRAMEWORK or package in ("bridge", "commands") or is_plugin


def _packages_below(package: str, *, is_plugin: bool) -> tuple[str, ...]:
    below = {
        "kernel": (),
        "tools": ("kernel",),
        "bridge": ("kernel", "tools"),
        "commands": ("kernel", "tools", "bridge"),
    }
    return (package, *below.get(package, ("kernel", "tools", "bridge") if is_plugin else ("kernel", "tools")))


def _is_reader_of_events(package: str, name: str) -> bool:
    return package in READ_EVENTS and name.startswith(("plugins.events.model", "plugins.events.agenda"))


def wrong_shapes(root: Path) -> list[str]:
    """Find plugin packages that do not look like the others."""
    found = []
    for folder in plugin_packages(root):
        plugin = folder / "plugin.py"
        if len(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")).body) > 1:
            found.append(f"{folder.name}/__init__.py holds more than a docstring")
        if not plugin.exists():
            found.append(f"{folder.name} has no plugin.py")
        elif "register" not in _functions(plugin):
            found.append(f"{folder.name}/plugin.py has no register()")
        found += [f"{folder.name}/{path.name} has a register()" for path in folder.glob("*.py") if _registers(path)]
    return found + _wrong_classes(root)


def _functions(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]


def _registers(path: Path) -> bool:
    return path.name != "plugin.py" and "register" in _functions(path)


def _wrong_classes(root: Path) -> list[str]:
    """Find dataclasses of plugins and of the kernel that can be changed after they are made."""
    return [
        f"{path.relative_to(root).as_posix()}:{node.lineno} {node.name} is not frozen, slotted and keyword-only"
        for path, tree in modules(root)
        if package_of(root, path) not in ("bridge", "commands")
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(_is_loose(decorator) for decorator in node.decorator_list)
    ]


def _is_loose(decorator: ast.expr) -> bool:
    said = ast.unparse(decorator)
    return "dataclass" in said and not all(f"{word}=True" in said for word in ("frozen", "slots", "kw_only"))


def wrong_sizes(root: Path) -> list[str]:
    """Find functions and files that are too long to take in, and a kernel that holds too much."""
    found = []
    for path, tree in modules(root):
        name = path.relative_to(root).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        found += [f"{name} has {lines} lines"] if lines > FILE_LINES else []
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                found += [f"{name}:{node.lineno} {node.name} has {length} lines"] if length > FUNCTION_LINES else []
    return found + _wrong_kernel(root)


def _wrong_kernel(root: Path) -> list[str]:
    files = [path for path in (root / "plugins/kernel").glob("*.py") if path.name != "__init__.py"]
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    found = [f"kernel has {len(files)} files"] if len(files) > KERNEL_FILES else []
    return found + ([f"kernel has {lines} lines"] if lines > KERNEL_LINES else [])


def wrong_openings(root: Path) -> list[str]:
    """Find modules that do not open with one sentence."""
    found = []
    for path, tree in modules(root):
        first = (ast.get_docstring(tree) or "").partition("\n")[0]
        if not (first.endswith((".", ":")) and first[:1].isupper() and " " in first):
            found.append(f"{path.relative_to(root).as_posix()} does not open with a sentence")
    return found


def hidden_state(root: Path) -> list[str]:
    """Find things that outlive a build at module level: names that functions fill or rebind."""
    return [
        f"{path.relative_to(root).as_posix()}:{line} {what}"
        for path, tree in modules(root)
        for line, what in _state(tree)
    ]


def _state(tree: ast.Module) -> Iterator[tuple[int, str]]:
    shared = {name for node in tree.body for name in _mutable_names(node)}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            local = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and _is_store(node)}
            local |= {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
            for node in ast.walk(function):
                if isinstance(node, ast.Global):
                    yield node.lineno, f"rebinds {', '.join(node.names)}"
                elif (changed := _changed_name(node)) in shared - local:
                    yield node.lineno, f"changes {changed}"


def _is_store(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)


def _mutable_names(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        value, targets = node.value, node.targets if isinstance(node, ast.Assign) else [node.target]
        is_call = isinstance(value, ast.Call) and ast.unparse(value.func).split(".")[-1] in _MUTABLE_CALLS
        literals = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
        if is_call or isinstance(value, literals):
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _changed_name(node: ast.AST) -> str:
    """Return the name that an expression changes in place, or nothing."""
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        return ast.unparse(node.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGES:
        return ast.unparse(node.func.value)
    return ""


def clocks(root: Path) -> list[str]:
    """Find readings of the clock, which one place does for all (commands wait and tell the time to people)."""
    return [
        f"{path.relative_to(root).as_posix()}:{node.lineno} reads the clock"
        for path, tree in modules(root)
        if package_of(root, path) != "commands"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and f".{ast.unparse(node)}".endswith(_CLOCKS)
    ]
