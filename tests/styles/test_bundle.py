"""One stylesheet of many, in an order that does not depend on the machine."""

from __future__ import annotations

from plugins.styles.bundle import bundle


def test_the_order_of_layers_comes_first_and_the_hue_last(tmp_path):
    (tmp_path / "components").mkdir()
    for name in ("zebra.css", "components/ant.css", "base.css", "feed.css"):
        (tmp_path / name).write_text(
            f".{name.rpartition('/')[2].removesuffix('.css')} {{ top: 0; }}\n", encoding="utf-8"
        )
    (tmp_path / "site.css").write_text("@layer one, two;\n", encoding="utf-8")
    made = bundle(tmp_path, ":root { --hue: 152; }")
    order = [made.index(part) for part in ("@layer", ".base", ".ant", ".zebra", "--hue")]
    assert order == sorted(order)
    assert ".feed" not in made


def test_the_hue_of_the_library_is_in_the_stylesheet_and_nothing_of_its_content(site):
    one, other = site("newsroom"), site("messy")
    assert one.read("theme/css/site.css") == other.read("theme/css/site.css")
    assert one.read("theme/css/site.css") != site("arabic").read("theme/css/site.css")
