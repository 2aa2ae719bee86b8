"""What `check` found, in words for people, as JSON for programs, and as the remarks of a pull request on GitHub."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import groupby

from plugins.commands.findings import Finding
from plugins.commands.report import many
from plugins.kernel.problems import Severity

Counts = Mapping[str, Mapping[str, int]]
_HEADINGS = {
    Severity.ERROR: ("To mend", "error"),
    Severity.WARNING: ("Worth a look", "warning"),
    Severity.NOTE: ("Could be better", "note"),
}
# Programs are told of each; people who have seen ten know what to look for.
_LINES_NAMED = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def of(findings: Sequence[Finding], severity: Severity) -> list[Finding]:
    """Return the findings of one severity, by file and line."""
    found = [one for one in findings if one.problem.severity is severity]
    return sorted(found, key=lambda one: (one.problem.file, one.problem.line or 0, one.problem.rule, one.problem.value))


def in_order(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, the worst first."""
    return [one for severity in Severity for one in of(findings, severity)]


def render_text(findings: Sequence[Finding], counts: Counts, *, notes: bool) -> str:
    """Return what was found for people; the notes are only counted unless they are asked for."""
    sections = [_section(of(findings, severity), severity, notes=notes) for severity in Severity]
    return "\n\n".join([*filter(None, sections), _outcome(findings, counts)]) + "\n"


def _section(found: list[Finding], severity: Severity, *, notes: bool) -> str:
    heading, word = _HEADINGS[severity]
    if not found:
        return ""
    if severity is Severity.NOTE and not notes:
        return f"{many(len(found), 'note')} on what could be better: add --notes to read them."
    lines = [f"{heading} ({many(len(found), word)})"]
    for file, of_file in groupby(found, key=lambda one: one.problem.file):
        lines.append(f"  {file or 'the site as a whole'}")
        alike: dict[tuple[str, ...], list[Finding]] = {}
        for one in of_file:
            problem = one.problem
            alike.setdefault((problem.rule, problem.column or "", problem.what, problem.cure), []).append(one)
        lines += [line for same in alike.values() for line in _lines(same)]
    return "\n".join(lines)


def _lines(same: list[Finding]) -> list[str]:
    """Return a remark, once for all lines of a file that it is about."""
    problem, numbers = same[0].problem, sorted({one.problem.line for one in same if one.problem.line})
    rest = f" and {len(numbers) - _LINES_NAMED} more" if len(numbers) > _LINES_NAMED else ""
    shown = ", ".join(map(str, numbers[:_LINES_NAMED]))
    named = f"line{'s' * (len(numbers) > 1)} {shown}{rest}" if numbers else ""
    place = ", ".join(filter(None, (named, problem.column)))
    return [
        f"    {f'{place}: ' if place else ''}{problem.what}",
        f"      {same[0].why}",
        f"      {problem.cure}  [{problem.rule}]",
    ]


def _outcome(findings: Sequence[Finding], counts: Counts) -> str:
    read = ", ".join(many(count["read"], _one(kind)) for kind, count in counts.items() if count["read"])
    begin = f"Read {read}." if read else "Nothing was read."
    errors, warnings = len(of(findings, Severity.ERROR)), len(of(findings, Severity.WARNING))
    if errors:
        return f"{begin} {many(errors, 'error')} to mend before this can be published."
    if warnings:
        return f"{begin} Nothing stops publishing; {many(warnings, 'thing')} to look at."
    return f"{begin} All is well."


def _one(kind: str) -> str:
    return "recording" if kind == "audio" else kind.removesuffix("s")


def render_json(findings: Sequence[Finding], counts: Counts) -> str:
    """Return what was found for programs (docs/check.md)."""
    record = {
        "counts": {kind: dict(count) for kind, count in counts.items()},
        "problems": [_record(one) for one in in_order(findings)],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _record(finding: Finding) -> dict[str, str | int | None]:
    more = {"why": finding.why, "path": finding.shown if finding.path else None}
    return {**finding.problem.as_record(), **more, "first": finding.first or None, "last": finding.last or None}


def render_github(findings: Sequence[Finding], counts: Counts, *, notes: bool) -> str:
    """Return what was found as workflow commands, which GitHub shows beside the lines of a pull request."""
    severities = [severity for severity in Severity if notes or severity is not Severity.NOTE]
    commands = [_command(one) for severity in severities for one in of(findings, severity)]
    return "".join(f"{line}\n" for line in [*commands, _outcome(findings, counts)])


def _command(finding: Finding) -> str:
    problem = finding.problem
    given = {
        "file": finding.shown if finding.path else "",
        "line": problem.line or "",
        "col": finding.first or "",
        "endColumn": finding.last or "",
        "title": problem.rule,
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in given.items() if value)
    place = f"{problem.column}: " if problem.column else ""
    said = _data(f"{place}{problem.what}\n{finding.why}\n{problem.cure}")
    return f"::{_COMMANDS[problem.severity]} {properties}::{said}"


def _data(text: str) -> str:
    """Return text as the runner reads it back (actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
