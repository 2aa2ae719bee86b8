"""`_headers` says the same as the table, read as Netlify reads it and as Cloudflare does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plugins.hosting.render_headers_file import LINE_LIMIT, RULES_LIMIT, render_headers_file
from plugins.hosting.table import headers_of
from tests.conftest import Built
from tests.hosting.test_table import LIBRARY

MANY = ("", "es/", "fr/", "de/", "it/", "pt/", "zh/", "vi/", "so/")


def rules(text: str) -> list[tuple[str, list[str]]]:
    """Return each path of a file with the lines below it."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((line, []))
        elif line.strip() and not line.startswith("#"):
            found[-1][1].append(line.strip())
    return found


def matches(glob: str, path: str) -> bool:
    return bool(re.fullmatch("(.*)".join(map(re.escape, glob.split("*"))), f"/{path}"))


def as_netlify(text: str, path: str) -> dict[str, str]:
    """Let the later rule count, as Netlify's own parser does; it knows no line that takes back."""
    headers: dict[str, str] = {}
    for glob, lines in rules(text):
        if matches(glob, path):
            assert not any(line.startswith("!") for line in lines)
            headers |= {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return {name: value for name, value in headers.items() if value != "ALLOWALL"}


def as_cloudflare(text: str, path: str) -> dict[str, str]:
    """Join what several rules give, after what a rule takes back, as Cloudflare does."""
    headers: dict[str, str] = {}
    for glob, lines in rules(text):
        if not matches(glob, path):
            continue
        for line in lines:
            if line.startswith("! "):
                headers.pop(line[2:], None)
        for name, _, value in (line.partition(": ") for line in lines if not line.startswith("!")):
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def files_of(demo: Built) -> list[str]:
    """Return the files of the demo as they are published, those of theme/ with a digest in their names."""
    files = [path.relative_to(demo.output).as_posix() for path in demo.output.rglob("*") if path.is_file()]
    named = [re.sub(r"^(theme/.*)(\.[a-z0-9]+)$", r"\1.3fa9c2b1d0\2", file) for file in files]
    return [file for file in named if file not in ("_headers", "_redirects")] + ["files/dates.ics", "search/index.html"]


@pytest.mark.parametrize(("host", "read"), [("", as_netlify), ("cloudflare", as_cloudflare)])
def test_hosts_are_told_for_every_file_of_the_demo_what_the_table_says(demo: Built, host, read):
    files = files_of(demo)
    text = render_headers_file(LIBRARY, files, host)
    for file in files:
        for path in {file, file.removesuffix("index.html")}:
            said = headers_of(path, LIBRARY)
            del said["Content-Type"]
            assert read(text, path) == said, path


def test_names_with_a_digest_are_kept_for_ever_by_one_rule_for_each_kind():
    text = render_headers_file(LIBRARY, ["theme/css/site.3fa9c2b1d0.css", "theme/js/a.js"])
    assert [glob for glob, lines in rules(text) if any("immutable" in line for line in lines)] == ["/theme/*.css"]


@pytest.mark.parametrize("host", ["", "cloudflare"])
def test_the_file_stays_below_the_limits_with_nine_languages(host):
    text = render_headers_file(replace(LIBRARY, languages=("en", *(one.strip("/") for one in MANY[1:]))), [], host)
    assert len(rules(text)) <= RULES_LIMIT
    assert all(len(line) <= LINE_LIMIT for line in text.splitlines())
    assert all(glob.count("*") <= 1 for glob, _ in rules(text))
