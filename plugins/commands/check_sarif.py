"""What `check` found as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from plugins.commands.check_texts import in_order
from plugins.commands.findings import Finding
from plugins.kernel.problems import Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render_sarif(findings: Sequence[Finding], counts: Mapping[str, Mapping[str, int]]) -> str:
    """Return the log of one run; `$schema` names its form, and nothing is asked of that address."""
    found = in_order(findings)
    rules = {one.problem.rule: one for one in found}
    names = sorted(rules)
    run = {
        "tool": {"driver": {"name": "Broadside", "rules": [_rule(rules[name]) for name in names]}},
        "results": [_result(one, names.index(one.problem.rule)) for one in found],
        "columnKind": "unicodeCodePoints",
        "properties": {"counts": {kind: dict(count) for kind, count in counts.items()}},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(finding: Finding) -> dict[str, Any]:
    problem = finding.problem
    return {
        "id": problem.rule,
        "shortDescription": {"text": problem.rule},
        "fullDescription": {"text": finding.why},
        "help": {"text": f"{finding.why} Every rule is in docs/problems.md."},
        "defaultConfiguration": {"level": _LEVELS[problem.severity]},
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    problem = finding.problem
    place = f"{problem.column}: " if problem.column else ""
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{place}{problem.what} {problem.cure}"},
    }
    if finding.path:
        result["locations"] = [{"physicalLocation": _location(finding)}]
    return result


def _location(finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.shown)}}
    if finding.problem.line:
        columns = {"startColumn": finding.first, "endColumn": finding.last} if finding.first else {}
        location["region"] = {"startLine": finding.problem.line, **columns}
    return location


def _uri(shown: str) -> str:
    """Return a file as a URI: a relative one from the project, or a whole one (RFC 3986)."""
    return f"file://{quote(shown)}" if shown.startswith("/") else quote(shown)
