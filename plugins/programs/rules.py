"""What can be wrong with a program's questions and deadlines."""

from __future__ import annotations

from plugins.kernel.problems import warning

QUESTION = warning("programs.question", "A question without an answer, or an answer without a question, was left out.")
DEADLINE = warning("programs.deadline", "A deadline without a date that can be read was left out.")
