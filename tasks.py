"""Everything that can be asked for by name: `python3 tasks.py --list` says what there is.

Python 3.11 and git are enough: the first command makes .venv beside this file, and all of them run in it.
This file must be readable by an old Python, which is told so by the first lines.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "This needs Python 3.11 or newer, and this is Python {}.{}: install one from https://www.python.org/downloads/ "
        "(on Debian and Ubuntu: sudo apt install python3), then run: python3 tasks.py build".format(*sys.version_info)
    )

from pathlib import Path

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from plugins.commands import setup
from plugins.commands.plainly import plainly

if __name__ == "__main__":
    with plainly():
        setup.enter(ROOT, sys.argv[1:])
        from invoke import Program

        Program(name="Broadside", binary="python3 tasks.py").run(
            ["tasks.py", "--search-root", str(ROOT), *sys.argv[1:]]
        )
        sys.exit(0)

from invoke import task


@task(
    help={
        "content": "the folder that librarians write in (default: content)",
        "posts": "a folder of posts of any depth, in place of content/posts",
        "output": "where the site goes (default: output)",
        "events": "a file of events in place of those that library.toml names",
        "timezone": "the time zone of --events, such as America/New_York",
        "now": "the moment the site is built for, such as 2026-10-08T14:20 (default: the clock)",
        "today": "the same, at the first minute of a day: 2026-10-08",
        "strict": "stop at any error, as publishing does",
        "report": "also write the report to this file, as JSON",
        "notes": "print the notes as well",
        "debug": "show the traceback when something goes wrong",
    },
)
def build(
    c,
    content="",
    posts="",
    output="",
    events="",
    timezone="",
    now="",
    today="",
    strict=False,
    report="",
    notes=False,
    debug=False,
):
    """Build the site from content/ into output/, and say what was read, made and left out."""
    with plainly(debug=debug):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.asked import Asked
        from plugins.commands.build import run

        asked = Asked(
            content=content,
            posts=posts,
            output=output,
            events=events,
            timezone=timezone,
            now=now,
            today=today,
            strict=strict,
            report=report,
            notes=notes,
            debug=debug,
        )
        sys.exit(run(ROOT, asked))
