"""Failures that people meet are one sentence with its cure."""

from __future__ import annotations

import errno

import pytest

from plugins.commands.plainly import PlainError, plainly, sentence_for


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (PlainError("Do this."), "Do this."),
        (OSError(errno.ENOSPC, "x", "f"), "The disk is full: free some space and run the same command again."),
        (OSError(errno.EADDRINUSE, "x"), "The port is taken by another program: stop that one, or name another port"),
        (PermissionError(errno.EACCES, "x", "/a/b"), "Permission denied for /a/b: make the file or folder yours"),
        (OSError(errno.EROFS, "x", "/a/b"), "/a/b is on a read-only disk: copy the project to a folder"),
        (
            BrokenPipeError(errno.EPIPE, "x"),
            "Not all of it was said, because what reads along (after the |) has stopped",
        ),
        (KeyboardInterrupt(), "Stopped; nothing was changed by the unfinished part."),
    ],
)
def test_a_failure_is_a_sentence_and_exit_code_1(capsys, failure, sentence):
    assert sentence_for(failure).startswith(sentence)
    with pytest.raises(SystemExit) as end, plainly():
        raise failure
    assert end.value.code == 1
    assert capsys.readouterr().err.startswith(sentence)


def test_what_nobody_foresaw_asks_for_debug_and_shows_the_traceback_only_then(capsys):
    with pytest.raises(SystemExit), plainly():
        raise ValueError("two\nlines")
    assert capsys.readouterr().err == (
        "Something went wrong that we did not foresee (ValueError: two lines). "
        "Run it again with --debug and report what it says.\n"
    )
    with pytest.raises(SystemExit), plainly(debug=True):
        raise ValueError
    assert "Traceback" in capsys.readouterr().err
