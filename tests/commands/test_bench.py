"""The benchmark makes the same content each time, builds it, and writes honest tables; no time decides a test."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from plugins.commands import bench_content as content
from plugins.commands.bench import Wanted, heading, run, write
from plugins.commands.bench_clock import Cell, Taken, take_all
from plugins.commands.bench_peers import find_peers, ours
from plugins.commands.bench_saves import Saves, take_saves
from plugins.commands.bench_sites import BUILDS, MODES, SAVES, Site, make_site
from plugins.commands.bench_tables import TITLES, render
from plugins.commands.plainly import PlainError


def test_every_page_of_ours_is_built_in_every_mode_and_the_tables_say_so(root: Path, tmp_path: Path):
    site = make_site(root, ours(root), tmp_path / "site", posts=20, events=6)
    cells = take_all([site], BUILDS, 1, lambda _: None)
    assert site.missing_pages() == []
    assert [cell.mode for cell in cells] == list(BUILDS)
    assert (site.output / "sitemap.xml").read_text(encoding="utf-8").count("<loc>") == 26
    tables = render(cells, ())
    for mode in BUILDS:
        assert f"### {TITLES[mode]}, 20 posts and 6 events" in tables
    assert f"| {cells[0].pages} |" in tables
    # The project's own site and caches are not the benchmark's.
    assert not (root / "output/news" / content.slug_of(0)).exists()


def test_a_build_that_misses_a_change_is_not_timed(root: Path, tmp_path: Path):
    site = make_site(root, ours(root), tmp_path / "site", posts=2, events=0)
    with pytest.raises(PlainError, match=r"news/post-00001/index\.html does not show what was changed"):
        site.check(site.change("post"))


def test_cold_forgets_whatever_a_build_has_left(root: Path, tmp_path: Path):
    site = make_site(root, ours(root), tmp_path / "site", posts=2, events=0)
    before = sorted(tmp_path.joinpath("site").iterdir())
    (site.output / "news").mkdir(parents=True)
    (site.folder / ".cache").write_text("old", encoding="utf-8")
    site.change("cold")
    assert sorted(site.folder.iterdir()) == before


def test_content_is_the_same_each_time_and_a_larger_site_holds_the_smaller():
    assert list(content.make_posts(3)) == list(islice(content.make_posts(10), 3))
    assert content.events_csv(9).startswith(content.events_csv(4))


@pytest.mark.parametrize(
    ("post", "line"),
    [
        (content.for_ours, 'date: "2010-01-01 '),
        (content.for_hugo, 'years: ["2010"]'),
        (content.for_eleventy, "date: 2010-01-01T"),
        (content.for_pelican, "Category: "),
    ],
)
def test_every_generator_gets_the_same_text_in_its_own_format(post, line):
    made = next(content.make_posts(1))
    assert line in post(made)
    assert post(made).endswith(made.body)


def cell(root: Path, name: str, walls: list[float], *, posts: int = 1000, pages: int = 1200, peak: float = 50) -> Cell:
    peer = ours(root) if name == "broadside" else find_peers(root, [name]).peers[0]
    site = Site(peer=peer, folder=Path(), posts=posts, events=0, given=frozenset())
    runs = tuple(Taken(wall=wall, cpu=wall, peak=peak) for wall in walls)
    return Cell(site=site, mode="cold", runs=runs, pages=pages)


def test_ratios_are_of_medians_and_their_spread_is_of_rounds(root: Path):
    tables = render([cell(root, "broadside", [1, 2, 6]), cell(root, "pelican", [4, 4, 8])], ())
    assert "| Broadside | 2.00 (1.00–6.00) | 2.00 | 50 | 1,200 | 0.50 (0.25–0.75) |" in tables
    assert "| Cold, 1,000 posts | stock Pelican | 0.45 | 0.50 (0.25–0.75) |" in tables


def test_growth_is_compared_with_a_straight_line(root: Path):
    sizes = [cell(root, "broadside", [2]), cell(root, "broadside", [30], posts=10_000, pages=12_000, peak=250)]
    assert "| Broadside | 1,200 → 12,000 | 2.00 → 30.00 | 1.50 | 19.4 |" in render(sizes, ())


def test_saves_stand_in_a_table_of_their_own(root: Path):
    saves = [Saves(site=cell(root, "broadside", [1]).site, mode="post", seconds=(0.2, 0.4, 0.3))]
    assert "| Broadside, a post | 1,000 | 0.30 (0.20–0.40) |  |" in render((), saves)


def test_every_save_is_seen_in_the_file_that_shows_it_while_its_page_is_open(root: Path, tmp_path: Path):
    site = make_site(root, ours(root), tmp_path / "site", posts=4, events=2)
    saves = take_saves([site], MODES, 1, lambda _: None)
    assert [one.mode for one in saves] == list(SAVES)
    assert all(0 < seconds < 60 for one in saves for seconds in one.seconds)


def test_a_run_takes_the_place_of_an_earlier_one_of_the_same_size(tmp_path: Path):
    document = tmp_path / "benchmarks.md"
    document.write_text("# Benchmarks\n\nWhat is measured.\n", encoding="utf-8")
    write(document, "## 10 posts\n\nold\n")
    write(document, "## 20 posts\n\nother\n")
    write(document, "## 10 posts\n\nnew\n")
    said = document.read_text(encoding="utf-8")
    assert said == "# Benchmarks\n\nWhat is measured.\n\n## 10 posts\n\nnew\n\n## 20 posts\n\nother\n"
    assert heading([1000, 10_000], 5) == "## 1,000 and 10,000 posts, 5 events"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Wanted(posts="many"), "--posts many cannot be meant"),
        (Wanted(posts="1000,1"), "--posts 1 cannot be meant"),
        (Wanted(events="-1"), "--events -1 cannot be meant"),
        (Wanted(runs="0"), "--runs 0 cannot be meant"),
        (Wanted(modes="warm"), "--modes names warm, which is not one of cold, nothing, post, event, template"),
        (Wanted(pictures="0"), "--pictures 0 cannot be meant"),
        (Wanted(peers="zola"), "--peers names zola, which is not one of broadside, pelican, pelican-cached"),
    ],
)
def test_an_option_that_cannot_be_meant_is_one_sentence(root: Path, wanted: Wanted, said: str):
    with pytest.raises(PlainError, match=said):
        run(root, wanted)


def test_a_generator_that_cannot_be_installed_is_named_and_left_out(root: Path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    found = find_peers(root, ["broadside", "eleventy"])
    assert [peer.name for peer in found.peers] == ["broadside"]
    assert found.missing == ("Eleventy was left out: it needs node and npm, which are not installed.",)
