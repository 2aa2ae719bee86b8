"""Makes random edits to a small site, and compares what an incremental build makes of each with a build from nothing.

Run by test_incremental.py as a module, with FOLDER SEED EDITS; prints what differs and exits 1.
"""

from __future__ import annotations

import contextlib
import filecmp
import hashlib
import io
import json
import multiprocessing
import os
import random
import shutil
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from PIL import Image

from plugins.bridge import template_use
from plugins.bridge.memory import Memory
from plugins.commands.asked import Asked
from plugins.commands.build import build
from plugins.commands.warm import load
from plugins.infographics import export_files
from plugins.social_cards import make_card
from plugins.social_cards.model import Colors, Drawing
from plugins.tools.typesetting import Press

ROOT = Path(__file__).resolve().parents[2]
WORDS = "river lantern kettle map seed book chair story garden zine bridge quilt song clock".split()
PLAY = "\n\n![A tour](videos/tour.mp4)"
SHOW, LEAD = "\n\n![The hall from above](images/hall.jpg)", "\n\n[The yard](images/yard.jpg)"
HEADER = "title,date,start,end,branch,room,audience,topics,program,description,status,id,repeat,occurrence,updated,note"


class Site:
    """A small site in a folder, and the edits that people make to it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.content, self.theme, self.chance = folder / "content", folder / "theme", chance
        self.now = datetime(2026, 10, 8, 14, 20)  # noqa: DTZ001 - wall time of the library
        self.count = 0
        shutil.copytree(ROOT / "theme", self.theme)
        for name in ("posts", "pages", "programs", "events", "images", "audio", "data", "infographics"):
            (self.content / name).mkdir(parents=True)
        self._write("library.toml", _library())
        for _ in range(5):
            self.add_post()
        for name in ("about", "visit"):
            self._write(f"pages/{name}.md", f"---\ntitle: {name.title()}\n---\n\n## More\n\n{self._text()}\n")
        for name in ("seeds", "mending"):
            facts = f"title: {name.title()}\nsummary: {self._words(6)}\nbranches: [central]\naudiences: [adults]"
            self._write(f"programs/{name}.md", f"---\n{facts}\n---\n\n{self._text()}\n")
        self.rows = [self._row() for _ in range(5)]
        self.change_row()
        self.change_picture()
        self.record()
        self.change_photograph()
        self.change_cell()
        self.change_infographic()

    def edit(self) -> str:
        """Make one random edit, and say which."""
        edits: list[Callable[[], object]] = [
            self.add_post, self.edit_post, self.delete_post, self.rename_post, self.retitle_post, self.retag_post,
            self.redate_post, self.translate_post, self.change_row, self.add_row, self.delete_row, self.change_picture,
            self.change_photograph, self.show_photograph, self.break_photograph, self.change_video,
            self.change_day, self.change_template, self.change_words, self.change_style, self.change_library,
            self.edit_program, self.share_picture, self.record, self.write_in_other_letters, self.let_time_pass,
            self.let_days_pass, self.break_post, self.do_nothing, self.change_cell, self.change_infographic,
            self.draw_in_post, self.lose_table,
            self.move_page,
        ]  # fmt: skip
        chosen = self.chance.choice(edits)
        said = chosen()
        return f"{chosen.__name__} {said or ''}"

    def add_post(self) -> str:
        self.count += 1
        day = date(2026, 1, 1) + timedelta(days=self.chance.randrange(300))
        facts = f"title: {self._words(4).title()}\ndate: {day}\ntags: [{self._words(1)}]\ntopics: [making]"
        facts += self.chance.choice(["", "\nprogram: seeds", "\nauthors: [Central]", "\nbranches: [central]"])
        picture = self.chance.choice(["", "", "\n\n![A square here](images/square.svg)", SHOW, LEAD, PLAY])
        link = f"\n\n[Other]({{filename}}/posts/{self._post().name})" if self._posts() else ""
        return self._write(f"posts/post-{self.count}.md", f"---\n{facts}\n---\n\n{self._text()}{picture}{link}\n")

    def edit_post(self) -> str:
        return self._change(self._post(), lambda text: f"{text}\n{self._text()}\n")

    def delete_post(self) -> str:
        if len(self._posts()) < 3:
            return self.add_post()
        post = self._post()
        post.unlink()
        return post.name

    def rename_post(self) -> str:
        self.count += 1
        post = self._post()
        post.rename(post.with_name(f"renamed-{self.count}{''.join(post.suffixes)}"))
        return post.name

    def retitle_post(self) -> str:
        return self._fact("title", self._words(3).title())

    def move_page(self) -> str:
        """Say that a post had another address, and that one of another site leads to a page, or to none."""
        fact = f"\nold_addresses: [/{self._words(1)}/]\ndate:"
        self._change(self._post(), lambda text: text if "old_addresses" in text else text.replace("\ndate:", fact, 1))
        return self._write(
            "redirects.csv", f"from,to\n/old-{self._words(1)},/{self.chance.choice(['about', 'gone'])}/\n"
        )

    def retag_post(self) -> str:
        return self._fact("tags", f"[{self._words(1)}, {self._words(1)}]")

    def redate_post(self) -> str:
        return self._fact("date", str(date(2026, 1, 1) + timedelta(days=self.chance.randrange(400))))

    def translate_post(self) -> str:
        post = self._post()
        name = post.name.split(".")[0] + ".es.md"
        return self._write(f"posts/{name}", f"---\ntitle: {self._words(3)}\ndate: 2026-05-05\n---\n\n{self._text()}\n")

    def share_picture(self) -> str:
        """Let a post show a picture where it is shared, with another one under that name each time."""
        size = self.chance.choice([(1300, 700), (300, 500)])
        Image.new("RGB", size, self.chance.randrange(1 << 24)).save(self.content / "images" / "boats.png")
        shared = "image: images/boats.png\nimage_alt: Two boats\ncard: picture"
        return self._change(self._post(), lambda text: text.replace("\ndate:", f"\n{shared}\ndate:", 1))

    def write_in_other_letters(self) -> str:
        return self._fact("title", self.chance.choice(["ساعة القصة", "Łódź 🎉", "Giờ kể chuyện"]))

    def break_post(self) -> str:
        return self._write(
            "posts/broken.md", self.chance.choice(["---\ntitle: [\n---\n", "---\ntitle: No date\n---\n\nx\n"])
        )

    def edit_program(self) -> str:
        return self._change(self.content / "programs" / "seeds.md", lambda text: f"{text}\n{self._text()}\n")

    def record(self) -> str:
        """Save a recording, of another length each time, or one that cannot be read; the first post is about it."""
        frame = b"\xff\xfb\x10\xc4" + bytes(100)
        sound = self.chance.choice([frame * self.chance.randrange(40, 400), b"nothing"])
        (self.content / "audio" / "one.mp3").write_bytes(sound)
        facts = "audio: audio/one.mp3\nprogram: seeds\nimage: images/square.svg\nimage_alt: A square"
        post = self._posts()[0]
        text = post.read_text("utf-8")
        if text.startswith("---\ntitle: ") and "program:" not in text:
            post.write_text(text.replace("---\n", f"---\n{facts}\n", 1), "utf-8")
        return post.name

    def change_cell(self) -> str:
        """Change a table: most of its numbers stay, one is another, is blank, or is no number at all."""
        years = [f"{year},{year % 100},{900 - year % 100}" for year in range(2019, 2025)]
        other = self.chance.choice(["", "many", str(self.chance.randrange(900))])
        years[self.chance.randrange(6)] = f"{self.chance.randrange(2019, 2024)},{other},7"
        return self._write(f"data/{self._table()}", "\n".join(["Year,Visits,Loans", *years]) + "\n")

    def change_infographic(self) -> str:
        facts = (
            f"title: {self._words(3).title()}\ndate: 2026-05-0{self.chance.randrange(1, 9)}\nsource: Us\ndated: 2024"
        )
        name = self.chance.choice(["numbers", "numbers.es", "more"])
        return self._write(f"infographics/{name}.md", f"---\n{facts}\n---\n\n{self._block()}\n{self._text()}\n")

    def draw_in_post(self) -> str:
        return self._change(self._post(), lambda text: f"{text}\n{self._block()}")

    def lose_table(self) -> str:
        (self.content / "data" / "one.csv").unlink(missing_ok=True)
        return "one.csv"

    def _table(self) -> str:
        return self.chance.choice(["one.csv", "two.csv"])

    def _block(self) -> str:
        kind = self.chance.choice(["bars", "line", "columns", "ranking", "figure", "hours"])
        if kind == "hours":
            return f"```hours\ntitle: {self._words(2)}\n```\n"
        counted = self.chance.choice(["Visits", "Loans"])
        said = f"table: {self._table()}\nvalue: {counted}\ntitle: {self._words(2)}\nsource: Us\ndated: {self._words(1)}"
        return f"```{kind}\n{said}\n```\n"

    def add_row(self) -> None:
        self.rows.append(self._row())
        self._sheet()

    def delete_row(self) -> None:
        self.rows = self.rows[1:] or [self._row()]
        self._sheet()

    def change_row(self) -> None:
        self.rows[self.chance.randrange(len(self.rows))] = self._row()
        self._sheet()

    def change_day(self) -> str:
        """Cancel or move one day of a series, as calendars must say of that day alone."""
        row = self.chance.choice(self.rows).split(",")
        if row[12] != "weekly":
            return "no series"
        day = date.fromisoformat(row[1]) + timedelta(weeks=self.chance.randrange(1, 4))
        start, status = self.chance.choice([("12:00", ""), ("", "cancelled")])
        self.rows.append(f",,{start},,,,,,,,{status},{row[11]},,{day},{day - timedelta(days=9)},{self._words(2)}")
        self._sheet()
        return row[11]

    def change_picture(self) -> str:
        size = self.chance.randrange(10, 90)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}"><path d="M0 0h9v9z"/></svg>'
        return self._write("images/square.svg", svg)

    def change_photograph(self) -> str:
        name = self.chance.choice(["hall.jpg", "yard.jpg"])
        (self.content / "images" / name).write_bytes(self._square_photograph())
        return name

    def _square_photograph(self) -> bytes:
        from PIL import Image

        color, written = tuple(self.chance.randrange(256) for _ in range(3)), io.BytesIO()
        Image.new("RGB", (self.chance.randrange(9, 60), 30), color).save(written, "JPEG")
        return written.getvalue()

    def break_photograph(self) -> str:
        name = self.chance.choice(["hall.jpg", "yard.jpg"])
        path = self.content / "images" / name
        if path.exists():
            path.write_bytes(path.read_bytes()[: self.chance.randrange(400)])
        return name

    def change_video(self) -> str:
        """Give the video captions, a transcript or a poster, or take one of its files away."""
        videos = self.content / "videos"
        videos.mkdir(exist_ok=True)
        path = videos / self.chance.choice(["tour.mp4", "tour.vtt", "tour.es.vtt", "tour.txt", "tour.jpg"])
        if path.exists() and self.chance.random() < 0.4:
            path.unlink()
        elif path.suffix == ".jpg":
            path.write_bytes(self._square_photograph())
        else:
            head = {".mp4": "    ftypisom", ".vtt": "WEBVTT\n\n"}.get(path.suffix, "")
            path.write_text(f"{head}{self._words(3)}", "utf-8")
        return path.name

    def show_photograph(self) -> str:
        """Show a photograph at the head of a post, whether there is one or not."""
        image = f"image: images/{self.chance.choice(['hall', 'yard'])}.jpg\nimage_alt: A {self._words(1)} and a wall"
        return self._change(self._post(), lambda text: text.replace("\ndate:", f"\n{image}\ndate:", 1))

    def change_template(self) -> str:
        name = self.chance.choice(["components/news.html", "posts/detail.html", "partials/footer.html", "page.html"])
        return self._change(
            self.theme / "templates" / name, lambda text: f"{text}{{# {self._words(1)} #}}<!-- {self.count} -->"
        )

    def change_words(self) -> str:
        path = self.theme / "translations" / "en.toml"
        return self._change(path, lambda text: text.replace('home = "Home"', f'home = "Home{self._words(1)}"', 1))

    def change_style(self) -> str:
        path = self.theme / "static" / "css" / "base.css"
        return self._change(path, lambda text: f"{text}\n/* {self._words(2)} */\n")

    def change_library(self) -> str:
        """Let the library say something else of itself: of each kind of thing there are a few, which come again."""
        said = {
            "hue": self.chance.choice([152, 20, 300]),
            "name": self.chance.choice(["Small Library", "Large Library"]),
            "branch": self.chance.choice(["Central", "Main Street"]),
            "opens": self.chance.choice(["9:00", "10:30"]),
            "topic": self.chance.choice(["making", "making", "reading"]),
            "time_zone": self.chance.choice(["America/Denver", "Europe/London"]),
            "languages": self.chance.choice(['"en", "es"', '"en"', '"es", "en"']),
        }
        changed = dict(self.chance.sample(sorted(said.items()), 2))
        self._write("library.toml", _library(**changed))
        return str(changed)

    def let_time_pass(self) -> None:
        self.now += timedelta(minutes=self.chance.randrange(1, 300))

    def let_days_pass(self) -> None:
        self.now += timedelta(days=self.chance.randrange(1, 40))

    def do_nothing(self) -> None:
        """Leave all as it is: then nothing may be made again that does not look at the clock."""

    def _posts(self) -> list[Path]:
        return sorted((self.content / "posts").glob("*.md"))

    def _post(self) -> Path:
        return self.chance.choice(self._posts())

    def _fact(self, name: str, value: str) -> str:
        def change(text: str) -> str:
            lines = text.split("\n")
            return "\n".join(f"{name}: {value}" if line.startswith(f"{name}:") else line for line in lines)

        return self._change(self._post(), change)

    def _change(self, path: Path, how: Callable[[str], str]) -> str:
        path.write_text(how(path.read_text("utf-8")), "utf-8")
        return path.name

    def _write(self, name: str, text: str) -> str:
        (self.content / name).write_text(text, "utf-8")
        return name

    def _row(self) -> str:
        self.count += 1
        day = date(2026, 10, 1) + timedelta(days=self.chance.randrange(60))
        repeat = self.chance.choice(["", "weekly"])
        status = self.chance.choice(["", "", "cancelled", "full"])
        title = self._words(2).title()
        about = f"{self._words(5)}.,{status},e-{self.count},{repeat},,,"
        return f"{title},{day},10:00,11:30,central,,adults,making,seeds,{about}"

    def _sheet(self) -> None:
        self._write("events/all.csv", "\n".join([HEADER, *self.rows]) + "\n")

    def _words(self, count: int) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(count))

    def _text(self) -> str:
        return f"{self._words(12).capitalize()}. **{self._words(2)}** and [what is on](/events/)."


def _library(
    *,
    hue: int = 152,
    name: str = "Small Library",
    branch: str = "Central",
    opens: str = "9:00",
    topic: str = "making",
    time_zone: str = "America/Denver",
    languages: str = '"en", "es"',
) -> str:
    return (
        f'name = "{name}"\naddress = "https://small.example/"\ntime_zone = "{time_zone}"\n'
        f'languages = [{languages}]\n[brand]\nhue = {hue}\n[icon]\nletter = "{chr(65 + hue % 26)}"\n'
        f'[[branches]]\nid = "central"\nname = "{branch}"\nstreet = "1 Square"\n[branches.hours]\n'
        f'monday = "{opens}-17:00"\nthursday = "{opens}-20:00"\n[[audiences]]\nid = "adults"\nname = "Adults"\n'
        f'[[topics]]\nid = "{topic}"\nname = "{topic.title()}"\n'
    )


def paint_once(folder: Path) -> None:
    """Let the same drawing be painted once: whether it is the same one is what is tried here, and painting takes long.

    (That typst paints the same twice is for tests/social_cards and tests/bridge/test_same_bytes.py.)
    """
    paint = make_card.paint_card

    def painted(drawing: Drawing, colors: Colors, press: Press) -> bytes:
        said = repr((drawing, colors, press.source)).encode()
        kept = folder / hashlib.blake2b(said, digest_size=16).hexdigest()
        if not kept.exists():
            staged = kept.with_suffix(f".{os.getpid()}")
            staged.write_bytes(paint(drawing, colors, press))
            staged.replace(kept)
        return kept.read_bytes()

    def drawn(svg: str, fonts: tuple[Path, ...], zoom: float) -> bytes:
        kept = folder / hashlib.blake2b(f"{zoom} {svg}".encode(), digest_size=16).hexdigest()
        if not kept.exists():
            staged = kept.with_suffix(f".{os.getpid()}")
            staged.write_bytes(draw(svg, fonts, zoom))
            staged.replace(kept)
        return kept.read_bytes()

    folder.mkdir(parents=True)
    make_card.paint_card = painted
    draw, export_files.paint_svg = export_files.paint_svg, drawn


def compile_once(folder: Path) -> None:
    """Let all builds keep what Jinja makes of a template, and what that uses: both follow from its text alone."""
    folder.mkdir(parents=True)
    Memory.compiled = property(lambda _: FileSystemBytecodeCache(str(folder)))
    parse = template_use._parsed

    def parsed(env: Environment, source: str, digest: bytes) -> object:
        kept = folder / f"{digest.hex()}.use"
        if not kept.exists():
            found = parse(env, source, digest)
            staged = kept.with_suffix(f".{os.getpid()}")
            staged.write_text(json.dumps([sorted(found.names), found.needs]), "utf-8")
            staged.replace(kept)
        names, needs = json.loads(kept.read_text("utf-8"))
        return template_use._File(digest=digest, names=frozenset(names), needs=None if needs is None else tuple(needs))

    template_use._parsed = parsed


def make(site: Site, output: Path, *, no_cache: bool) -> None:
    """Build in a process of its own, as a command would."""

    def run() -> None:
        with contextlib.redirect_stdout(io.StringIO()):
            asked = {"content": str(site.content), "theme": str(site.theme), "output": str(output)}
            build(ROOT, Asked(now=site.now.isoformat(), no_cache=no_cache, **asked))

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"The build of {output.name} stopped with {process.exitcode}.")


def differences(one: Path, other: Path) -> list[str]:
    """Return every file that is not the same in both folders, byte for byte."""
    names = {path.relative_to(folder) for folder in (one, other) for path in folder.rglob("*") if path.is_file()}
    pairs = ((name, one / name, other / name) for name in sorted(names))
    return [
        str(name)
        for name, first, second in pairs
        if not (first.is_file() and second.is_file() and filecmp.cmp(first, second, shallow=False))
    ]


def main(folder: Path, seed: int, edits: int) -> int:
    """Edit, build twice and compare, as often as asked."""
    # Before the processes that build: so each begins with all code in memory.
    load(ROOT)
    site = Site(folder, random.Random(seed))  # noqa: S311 - the edits are to be the same again
    paint_once(folder / "painted")
    compile_once(folder / "compiled")
    said = "nothing yet"
    for number in range(edits + 1):
        make(site, folder / "incremental", no_cache=False)
        make(site, folder / "whole", no_cache=True)
        found = differences(folder / "incremental", folder / "whole")
        if found:
            sys.stdout.write(f"seed {seed}, edit {number} ({said}): {found}\n")
            return 1
        said = site.edit()
    sys.stdout.write(f"{edits} edits, seed {seed}: the same bytes each time\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
