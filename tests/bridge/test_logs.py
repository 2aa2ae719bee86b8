"""What Pelican's log says becomes a problem for an author, or nothing; what we do not know is an error."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from plugins.bridge.logs import Listener, as_problem, listen

TWINS = 'There are 2 items "with translation_id "twins"" with lang es: \n/site/posts/a.md\n/site/posts/b c.md'


def shown(path):
    return str(path.relative_to("/site")) if path.is_relative_to("/site") else str(path)


@pytest.mark.parametrize(
    ("message", "rule", "severity", "file", "words"),
    [
        ("Cannot load plugin `x.y`\nCannot import plugin `x.y`", "pelican.plugin", "error", "pelicanconf.py", "import"),
        ("Cannot register plugin `x`", "pelican.plugin", "error", "pelicanconf.py", "`x`"),
        ("Could not process posts/a b.md", "pelican.file", "error", "posts/a b.md", "Could not process"),
        (
            "Skipping /site/pages/a.md: could not find information about 'title'",
            "pelican.file",
            "error",
            "pages/a.md",
            "'title'",
        ),
        (
            "Skipping /site/pages/a.md: file '/x' would be written outside output path",
            "pelican.file",
            "error",
            "pages/a.md",
            "outside",
        ),
        ("Unable to find '/a.rst', skipping url replacement.", "pelican.link", "warning", "", '"/a.rst"'),
        (TWINS, "site.same-translation", "warning", "posts/a.md", "posts/a.md and posts/b c.md"),
        ("Generator x (y) cannot be loaded", "pelican.said", "error", "", "Generator x"),
        ("Something new\nwith more lines", "pelican.said", "error", "", "Something new"),
        ("", "pelican.said", "error", "", "Pelican says"),
    ],
)
def test_a_message_becomes_a_problem(message, rule, severity, file, words):
    problem = as_problem(message, shown)
    assert (problem.rule, problem.severity, problem.file) == (rule, severity, file)
    assert words in problem.what
    assert problem.cure


@pytest.mark.parametrize(
    "message",
    [
        "Empty alt attribute for image a.png in b.md",
        "Watched path does not exist: /x",
        "No valid files found in content for the active readers:",
        "Docutils has no localization for 'xx'. Using 'en' instead.",
        "Feeds generated without SITEURL set properly may not be valid",
        "Cannot get modification stamp for /x\n\t[Errno 2]",
        'There are 2 original (not translated) items with translation_id "twins": \n/site/a.md\n/site/b.md',
    ],
)
def test_what_we_say_ourselves_is_not_said_again(message):
    assert as_problem(message, shown) is None


def test_the_listener_keeps_warnings_and_forgets_them_when_asked():
    listener = Listener()
    logger = logging.getLogger("pelican.test")
    logger.addHandler(listener)
    logger.info("nothing")
    logger.warning("Could not process %s", "posts/a.md")
    assert [(one.rule, one.file) for one in listener.take(Path.as_posix)] == [("pelican.file", "posts/a.md")]
    assert listener.take() == ()


def test_one_listener_hears_a_process():
    assert listen() is listen()
