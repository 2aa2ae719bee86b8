"""Each mistake that library.toml can hold, with its place, what was found, and the cure."""

from __future__ import annotations

import pytest

from plugins.library.read_library import read_library


@pytest.mark.parametrize(
    ("source", "rule", "found", "said"),
    [
        ("x = 1", "unknown-key", "2 x=1", "What may stand here"),
        ("adress = 'a'", "unknown-key", "2 adress=a", 'Did you mean "address"?'),
        ("chroma = 0.1", "unknown-key", "2 chroma=0.1", "It belongs under [brand]."),
        ("[brand]\nlanguages = ['en']", "unknown-key", "3 brand.languages=en", "Move the line to the top"),
        (
            "[[branches]]\nid='a'\nname='A'\n[branches.hours]\nmon='9-5'",
            "unknown-key",
            "6 branches.hours.mon=9-5",
            '"monday"',
        ),
        ("tag_line = 5", "wrong-type", "2 tag_line=5", 'tag_line = "5"'),
        ("tag_line = { en = 5 }", "wrong-type", "2 tag_line=en = 5", "a text in each language"),
        ("tag_line = { de = 'Hallo' }", "unused-language", "2 tag_line=Hallo", 'Add "de" to languages'),
        ("languages = ['en', 'enn']", "unknown-language", "2 languages=enn", 'Write the short tag: "en"'),
        ("time_zone = 'Denver'", "bad-time-zone", "2 time_zone=Denver", 'Did you mean "America/Denver"?'),
        ("time_zone = 'america/denver'", "bad-time-zone", "2 time_zone=america/denver", '"America/Denver"?'),
        ("time_zone = 'nowhere at all'", "bad-time-zone", "2 time_zone=nowhere at all", "Write one such as"),
        ("address = 'juniper.example'", "bad-address", "2 address=juniper.example", '"https://juniper.example"?'),
        ("address = 'http://a.example/'", "insecure-address", "2 address=http://a.example/", '"https://a.example/"'),
        ("address = 'https://a.example/?b'", "bad-address", "2 address=https://a.example/?b", "Leave out the ?"),
        ("calendar_host = 'https://a.example/'", "bad-address", "2 calendar_host=https://a.example/", "the name alone"),
        ("[catalog]\nsearch='https://a.example/'", "bad-address", "3 catalog.search=https://a.example/", "{query}"),
        ("[contact]\nemail = 'ask'", "bad-address", "3 contact.email=ask", "not a mail address"),
        ("[brand]\nhue = 361", "out-of-range", "3 brand.hue=361", "from 0 to 360"),
        ("[brand]\nhue = 'green'", "wrong-type", "3 brand.hue=green", "should be a number, and is a text"),
        ("[brand]\nhue = true", "wrong-type", "3 brand.hue=true", "is true or false"),
        ("brand = 152", "wrong-type", "2 brand=152", "Write [brand] on a line of its own."),
        ("[menu]\naddress = 'events/'", "wrong-type", "2 menu=address = events/", "Write [[menu]]"),
        ("[[menu]]\ntitle = 'A'", "missing-key", "2 menu.address=", 'address = "events/"'),
        ("[[menu]]\naddress = 'about/'", "missing-key", "2 menu.title=", "title ="),
        ("[[menu]]\ntitle='A'\naddress = 'javascript:x'", "bad-address", "4 menu.address=javascript:x", "menu"),
        ("[[social]]\nname = 'A'", "missing-key", "2 social.address=", "address ="),
        ("[[topics]]\nid = 'a'", "missing-key", "2 topics.name=", "name ="),
        ("[[topics]]\nname = 'Big Art'", "missing-id", "2 topics.id=", 'id = "big-art"'),
        ("[[topics]]\nid='Big Art'\nname='A'", "bad-id", "3 topics.id=Big Art", 'Did you mean "big-art"?'),
        (
            "[[topics]]\nid='a'\nname='A'\n[[topics]]\nid='a'\nname='B'",
            "duplicate-id",
            "6 topics.id=a",
            "there already",
        ),
        ("[[audiences]]\nid='a'\nname='A'\nages='young'", "bad-ages", "5 audiences.ages=young", '"18+"'),
        ("[[audiences]]\nid='a'\nname='A'\nband='dot'", "bad-choice", "5 audiences.band=dot", '"dots"?'),
        ("[[branches]]\nid='a'\nname='A'\nlatitude=91", "out-of-range", "5 branches.latitude=91", "from -90 to 90"),
        ("[[branches]]\nid='a'\nname='A'\npostal_code=81401", "wrong-type", "5 branches.postal_code=81401", '"81401"'),
        ("[[branches]]\nid='a'\nname='A'\nrooms=[1]", "wrong-type", "5 branches.rooms=1", "a list of texts"),
        (
            "[[branches]]\nid='a'\nname='A'\nhours.friday='9:00-8:00'",
            "bad-hours",
            "5 branches.hours.friday=9:00-8:00",
            "20:00",
        ),
        ("[[branches]]\nid='a'\nname='A'\nhours.friday=9", "wrong-type", "5 branches.hours.friday=9", "a text"),
        ("[[closures]]\ndate='Christmas'", "bad-date", "3 closures.date=Christmas", "2026-12-24"),
        ("[[closures]]\nreason='Snow'", "missing-key", "2 closures.date=", "date ="),
        ("[[closures]]\ndate='12-25'\nbranches=['x']", "unknown-branch", "4 closures.branches=x", "[[branches]]"),
        ("[notice]\ntext='A'", "missing-key", "2 notice.until=", "until ="),
        ("[notice]\nuntil=2026-01-14", "missing-key", "2 notice.text=", "text ="),
        ("[notice]\ntext='A'\nfrom=2026-01-14\nuntil=2026-01-13", "bad-date", "5 notice.until=2026-01-13", "Swap"),
        ("[notice]\ntext='A'\nuntil='soon'", "bad-date", "4 notice.until=soon", "2026-01-14T11:00"),
        ("[[events]]\nname='A'", "missing-key", "2 events.file=", "file ="),
        ("[[events]]\nfile='../a.csv'", "bad-file", "3 events.file=../a.csv", "content folder"),
        ("[[events]]\nfile='C:/a.csv'", "bad-file", "3 events.file=C:/a.csv", "content folder"),
        ("[[events]]\nfile='a.csv'\nbranch='x'", "unknown-branch", "4 events.branch=x", "[[branches]]"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_cure(tmp_path, source, rule, found, said):
    (tmp_path / "library.toml").write_text(f'name = "Juniper"\n{source}\n', encoding="utf-8")
    _, problems, _ = read_library(tmp_path)
    assert [problem.rule for problem in problems] == [f"library.{rule}"]
    assert f"{problems[0].line} {problems[0].column}={problems[0].value}" == found
    assert said in f"{problems[0].what} {problems[0].cure}"
    assert problems[0].file == "library.toml"
