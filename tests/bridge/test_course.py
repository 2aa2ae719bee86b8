"""A build takes the time of its stages and files, and says on a terminal how much is left of a long one."""

from __future__ import annotations

import io

from plugins.bridge.course import Course, render_profile


def clock(*times):
    return iter(times).__next__


def test_stages_and_files_are_timed():
    course = Course(clock=clock(0.0, 1.5, 2.0, 2.25, 3.0, 4.0))
    with course.stage("reading"):
        pass
    with course.stage("making"):
        pass
    with course.stage("reading"):
        pass
    assert course.stages == {"reading": 2.5, "making": 0.25}
    for file, seconds in {"a": 0.1, "b": 0.3, "c": 0.2}.items():
        course.took("reading", file, seconds)
    assert course.slowest("reading", 2) == [("b", 0.3), ("c", 0.2)]
    assert render_profile(course, slowest=1) == (
        "Where the time went\n  reading    2.500 s\n  making     0.250 s\n\n"
        "The slowest files, reading\n     300.0 ms  b\n"
    )


def test_a_long_stage_says_how_much_is_left_and_clears_its_line():
    terminal = io.StringIO()
    course = Course(clock=clock(0.0, 0.0, 1.9, 2.0, 2.1, 4.0, 5.0), terminal=terminal)
    with course.many("reading posts", 400) as done:
        for count in (95, 100, 101, 200):
            done(count)
    assert terminal.getvalue() == (
        "\r\033[KReading posts: 100 of 400, about 6 s left\r\033[KReading posts: 200 of 400, about 4 s left\r\033[K"
    )


def test_a_short_stage_and_a_build_nobody_watches_are_quiet():
    terminal = io.StringIO()
    with Course(clock=clock(0.0, 0.0, 1.0, 1.0), terminal=terminal).many("reading", 2) as done:
        done(1)
    assert terminal.getvalue() == ""
    with Course(clock=clock(0.0, 0.0, 9.0, 9.0)).many("reading", 2) as done:
        done(1)
