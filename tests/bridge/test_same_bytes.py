"""The same content gives the same bytes: in any folder, in any process, with posts of ours or from elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.mark.parametrize("seed", ["1", pytest.param("2", marks=pytest.mark.slow)])
def test_the_demo_in_another_folder_and_process(demo, root, build_into, tmp_path, assert_same, seed):
    content = tmp_path / f"a folder {seed}" / "content"
    shutil.copytree(root / "content", content)
    built = build_into(tmp_path / "deep/er/site", "--content", str(content), env={"PYTHONHASHSEED": seed})
    assert built.code == 0
    assert_same(demo.output, built.output)


@pytest.mark.parametrize("name", ["newsroom", "hostile", "messy", "arabic"])
def test_small_sites(site, root, build_into, tmp_path, assert_same, name):
    content = tmp_path / "copy"
    shutil.copytree(root / "tests/sites" / name / "content", content)
    built = build_into(tmp_path / "deep/er/site", "--content", str(content), env={"PYTHONHASHSEED": "3"})
    assert_same(site(name).output, built.output)


def test_posts_from_elsewhere_wherever_they_lie(root, build_into, tmp_path, assert_same):
    posts, content = root / "tests/sites/foreign/posts", root / "tests/sites/newsroom/content"
    shutil.copytree(posts, tmp_path / "one/two/three/posts")
    first, second = (
        build_into(
            tmp_path / f"site-{seed}", "--content", str(content), "--posts", str(folder), env={"PYTHONHASHSEED": seed}
        )
        for seed, folder in (("1", posts), ("2", tmp_path / "one/two/three/posts"))
    )
    assert (first.code, second.code) == (0, 0)
    assert_same(first.output, second.output)


def test_file_times_are_never_read(root, build_into, tmp_path, site, assert_same):
    content = tmp_path / "content"
    shutil.copytree(root / "tests/sites/newsroom/content", content, copy_function=shutil.copy)
    assert_same(site("newsroom").output, build_into(tmp_path / "site", "--content", str(content)).output)


def test_nothing_but_the_site_is_in_its_folder(demo, tree):
    assert not [
        name for name in tree(demo.output) if Path(name).name.startswith(".") or name.endswith((".md", ".toml"))
    ]
