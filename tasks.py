"""Everything that can be asked for by name: `python3 tasks.py --list` says what there is.

Python 3.11 and git are enough: the first command makes .venv beside this file, and all of them run in it.
This file must be readable by an old Python, which is told so by the first lines.
"""

import gc
import os
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

# What a build reads and makes it keeps to its end: looking for rubbish among it takes a tenth of its time.
if sys.argv[1:2] in (["build"], ["check"]):
    gc.disable()
# Python keeps its own copy of code that it has read (git ignores it): without one, each command begins a third later.
sys.dont_write_bytecode = False

from plugins.commands import setup, unchanged
from plugins.commands.asked import asked_of, spread
from plugins.commands.plainly import plainly

if __name__ == "__main__":
    with plainly():
        setup.enter(ROOT, sys.argv[1:])
        said = unchanged.answer(ROOT, sys.argv[1:])
        if said is not None:
            print(said, end="")
            sys.exit(0)
        # A build is what people wait for, and Invoke takes a tenth of a second to load: it reads all other commands.
        asked = asked_of(sys.argv[1:])
        if asked is not None:
            with plainly(debug=asked.debug):
                from plugins.commands.quickly import run

                code = run(ROOT, asked, sys.argv[1:])
                sys.stdout.flush()
                sys.stderr.flush()
                # All is written: taking a site apart in memory, object by object, would keep people waiting.
                os._exit(code)
        from plugins.commands.typed import Typed

        # After the name of a task that takes a file, Invoke would look for a file of this name.
        asked = ["--help", sys.argv[1]] if sys.argv[2:] == ["--help"] else spread(sys.argv[1:])
        Typed(name="Broadside", binary="python3 tasks.py").run(["tasks.py", "--search-root", str(ROOT), *asked])
        sys.exit(0)

from invoke import task

from plugins.commands import option_help


def end(code):
    """End with a failure's exit code; after a success the next task of the same command has its turn."""
    if code:
        sys.exit(code)


@task(auto_shortflags=False, help=option_help.BUILD)
@option_help.takes(option_help.BUILD)
def build(c, **asked):
    """Build the site from content/ into output/, and say what was read, made and left out."""
    with plainly(debug=asked["debug"]):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.asked import Asked
        from plugins.commands.build import run

        end(run(ROOT, Asked(**asked), sys.argv[1:]))


@task(auto_shortflags=False, help=option_help.SERVE)
@option_help.takes(option_help.SERVE, port="8000", host="127.0.0.1")
def serve(c, port, host, **asked):
    """Show the site on this computer with its drafts, and build it again at each save."""
    with plainly(debug=asked["debug"]):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.asked import Asked
        from plugins.commands.serve import place_of, run

        run(ROOT, Asked(**asked), place_of(host, port))


@task(auto_shortflags=False, help=option_help.STATUS)
@option_help.takes(option_help.STATUS, days="14")
def status(c, **typed):
    """Say what is coming up, what ends, what waits for its day, and what is missing."""
    with plainly(debug=typed["debug"]):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.status import run

        end(run(ROOT, typed))


@task(auto_shortflags=False, positional=["kind"], help=option_help.NEW)
@option_help.takes(option_help.NEW, "kind")
def new(c, **typed):
    """Begin a post, program, event, infographic or page: asks what it needs, and writes a file that builds."""
    with plainly(debug=typed["debug"]):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.new import run

        end(run(ROOT, typed))


@task(auto_shortflags=False, iterable=["file"], help=option_help.CHECK)
@option_help.takes(option_help.CHECK, file=None, format="text")
def check(c, file, format, strict, online, **asked):
    """Say what is wrong in content/, and what could be better, without building anything."""
    with plainly(debug=asked["debug"], code=2):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.asked import Asked
        from plugins.commands.check import Check, run

        end(run(ROOT, Check(asked=Asked(**asked), files=file, form=format, strict=strict, online=online)))


@task(auto_shortflags=False, help=option_help.PUBLISH)
@option_help.takes(option_help.PUBLISH)
def publish(c, last, **asked):
    """Build the site as it goes out, check all of it, and put it into output/ in one step, if nothing is wrong."""
    with plainly(debug=asked["debug"]):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.asked import Asked
        from plugins.commands.publish import run

        end(run(ROOT, Asked(**asked), last))


@task(auto_shortflags=False, help=option_help.PREVIEW)
@option_help.takes(option_help.PREVIEW, port="8000", host="127.0.0.1")
def preview(c, port, host, **asked):
    """Show the site on this computer exactly as it would be published, with what a web server says along with it."""
    with plainly(debug=asked["debug"]):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.asked import Asked
        from plugins.commands.preview import run
        from plugins.commands.serve import place_of

        run(ROOT, Asked(**asked), place_of(host, port))


@task(auto_shortflags=False, iterable=["accept"], help=option_help.FETCH_EVENTS)
@option_help.takes(option_help.FETCH_EVENTS, accept=None, keep_days="30")
def fetch_events(c, accept, keep_days, dry_run, **asked):
    """Fetch the web sources of events, keep a good copy of each, and put what is over into the archive."""
    with plainly(debug=asked["debug"]):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.asked import Asked
        from plugins.commands.fetch_events import run

        end(run(ROOT, Asked(**asked), accepted=accept, days=keep_days, is_dry=dry_run))


@task(auto_shortflags=False, help={"all": "the slow ones too, which take minutes and may need the network"})
def test(c, all=False):
    """Install what the tests need and run them; after -- come options of pytest, such as -- tests/kernel -k color."""
    with plainly():
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.test import run

        selection = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
        end(run(ROOT, everything=all, selection=selection))


@task(auto_shortflags=False, help=option_help.BENCH)
@option_help.takes(option_help.BENCH)
def bench(c, debug, **wanted):
    """Compare the time and memory that building takes with those of other generators, on made-up content."""
    with plainly(debug=debug):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.bench import Wanted, run

        run(ROOT, Wanted(**{name: typed for name, typed in wanted.items() if typed}))


@task(auto_shortflags=False, positional=["file"], help=option_help.IMPORT_EVENTS)
@option_help.takes(option_help.IMPORT_EVENTS, "file")
def import_events(c, debug, **asked):
    """Turn a spreadsheet of another system into one of our own, with ids, for good."""
    with plainly(debug=debug):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.import_events import Import, run

        end(run(ROOT, Import(**asked)))


@task(auto_shortflags=False, help={"remove": "no longer ask"})
def hook(c, remove=False):
    """Let git ask check before each commit, and stop at an error."""
    with plainly():
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.hook import run

        end(run(ROOT, remove=remove))


@task
def schemas(c):
    """Write the JSON Schemas by which editors complete and check front matter and library.toml."""
    with plainly():
        setup.enter(ROOT, sys.argv[1:])
        setup.prepare(setup.Home(root=ROOT), setup.TESTS)
        from plugins.commands.schemas import run

        end(run(ROOT))


@task(auto_shortflags=False, help=option_help.DEPLOY)
@option_help.takes(option_help.DEPLOY)
def deploy(c, debug, **wanted):
    """Bring the published site to where it is shown: only what has changed, and deletions last."""
    with plainly(debug=debug):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.deploy import Wanted, run

        end(run(ROOT, Wanted(**wanted)))


@task(auto_shortflags=False, help=option_help.HOSTING)
@option_help.takes(option_help.HOSTING)
def hosting(c, debug, **wanted):
    """Write configurations for nginx, Caddy and object storage, all from the one table of headers."""
    with plainly(debug=debug):
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.hosting import Wanted, run

        end(run(ROOT, Wanted(**wanted)))


@task(auto_shortflags=False, help={"newest": "take the newest versions instead of keeping those that still fit"})
def lock(c, newest=False):
    """Write requirements*.txt anew from requirements*.in; needs uv."""
    with plainly():
        setup.enter(ROOT, sys.argv[1:])
        from plugins.commands.lock import run

        run(ROOT, newest=newest)
