"""What publishing checks is true of every site here: the demo, hostile content, very little, and another script."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.commands.checks.check_site import Wanted, check_site
from plugins.kernel.problems import Severity
from tests.site.kinds import SITES
from tests.site.reading import Reading
from tests.site.test_links import address_of

Readings = Callable[[str], dict[str, Reading]]


@pytest.mark.parametrize("name", SITES)
def test_nothing_but_its_weight_before_packing_stands_against_a_site(
    folder: Callable[[str], Path], readings: Readings, name: str
):
    checked = check_site(folder(name), Wanted(address=address_of(readings(name))))
    found = [one for one in checked.problems if one.rule not in ("publish.heavy", "publish.too-heavy")]
    assert [f"{one.place}: {one.what}" for one in found] == []
    assert len(checked.site.pages) == len(readings(name))


# What is done to the demo, and which rule sees it.
BROKEN = {
    "publish.link": ("about/index.html", 'href="../"', 'href="../nowhere/"'),
    "publish.page": ("about/index.html", '<meta name="description"', "<meta"),
    "publish.inline": ("about/index.html", "<main", '<main style="color: red"'),
    "publish.other-host": ("about/index.html", "</main>", '<img src="https://cdn.example/a.png" alt=""></main>'),
    "publish.feed": ("feeds/news.atom.xml", "</feed>", ""),
    "publish.calendar": ("events/mending-morning/mending-morning.ics", "\r\nUID:", "\r\nUIDS:"),
    "publish.structured-data": ("events/mending-morning/index.html", '"startDate":', '"starts":'),
    "publish.redirect": ("_redirects", "/hours.html /branches/", "/hours.html /branched/"),
}


def test_whatever_is_broken_in_the_finished_demo_is_seen_at_once(
    folder: Callable[[str], Path], readings: Readings, tmp_path: Path
):
    site = shutil.copytree(folder("demo"), tmp_path / "site", copy_function=shutil.copyfile)
    for file, old, new in BROKEN.values():
        text = (site / file).read_bytes()
        assert old.encode() in text
        (site / file).write_bytes(text.replace(old.encode(), new.encode()))
    last = {"news/gone/index.html": "", "index.html": ""}
    wanted = Wanted(address=address_of(readings("demo")), last=last, secrets={"a key": b"Juniper County Library"})
    found = {one.rule for one in check_site(site, wanted).problems if one.severity is Severity.ERROR}
    assert found - {"publish.too-heavy"} == {*BROKEN, "publish.vanished", "publish.secret"}
