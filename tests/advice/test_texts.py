"""Advice on texts: what triggers each remark and how it reads, word for word; and what is left alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from plugins.advice.compare_dates import compare_dates
from plugins.advice.find_behind import find_behind
from plugins.advice.find_dead_links import find_dead_links
from plugins.advice.find_gone import find_gone, outside
from plugins.advice.find_over import find_over
from plugins.advice.find_untouched import find_untouched
from plugins.advice.find_words import find_words
from plugins.advice.judge_pictures import judge_picture
from plugins.advice.judge_programs import judge_program
from plugins.advice.measure_reading import MEASURES, measure_reading, reading_ease, syllables_en, syllables_es
from plugins.advice.model import AvoidedWord, Whole
from plugins.advice.plain import blocks, prose, sentences
from plugins.advice.read_words import read_words
from plugins.advice.say_links import say_links
from tests.advice.texts import TODAY, agenda, events, piece, row_piece, told

NOW = datetime(2026, 10, 8, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "language", "remark"),
    [
        (
            "Read it [here](/a/).",
            "en",
            (
                'pages/kettles.md:5: A link says only "here". '
                "Let the link be the words for where it leads, such as [the minutes of May](files/minutes.pdf). "
                "[advice.link-words]"
            ),
        ),
        (
            "One.\n\nTwo: [**Click here!**](/a/)",
            "en",
            (
                'pages/kettles.md:7: A link says only "Click here!". '
                "Let the link be the words for where it leads, such as [the minutes of May](files/minutes.pdf). "
                "[advice.link-words]"
            ),
        ),
        (
            "El acta está [aquí](/a/).",
            "es",
            (
                'pages/kettles.md:5: A link says only "aquí". '
                "Let the link be the words for where it leads, such as [el acta de mayo](files/acta.pdf). "
                "[advice.link-words]"
            ),
        ),
    ],
)
def test_links_that_say_nothing(written: str, language: str, remark: str):
    assert [told(one) for one in say_links(piece(written, language=language))] == [remark]


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("[Here are the minutes](/a/)", "en"),
        ("[More about kettles](/a/)", "en"),
        ("`[here](/a/)`", "en"),
        ("[here](/a/)", "fr"),
        ("[555 0100](tel:5550100)", "en"),
        ("[![A kettle](images/a.png)](/a/)", "en"),
    ],
)
def test_links_that_say_enough(written: str, language: str):
    assert [*say_links(piece(written, language=language))] == []


def test_how_to_join_a_program_and_its_answers_are_looked_at_too():
    facts = "join: Book [here](/a/).\nquestions:\n  - question: When?\n    answer: See [more](/b/)."
    written = f"---\ntitle: Kettles\n{facts}\n---\n\nText.\n"
    assert [(one.value, one.line) for one in say_links(piece(written, "program"))] == [("here", 3), ("more", 6)]


def _whole() -> Whole:
    target = piece("## What to bring\n\nA mug.", address="about/", file="pages/about.md")
    there = {"about/", "events/", "news/"}
    return Whole(
        by_address={"about/": target},
        home="https://juniper.example/",
        has=there.__contains__,
        frame_ids=frozenset({"questions"}),
    )


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        (
            "See [what is on](/evnts/).",
            (
                'pages/kettles.md:5: This link leads to "/evnts/" on this site, and nothing is there. '
                "Check the address; a page of ours is best named by its file, such as {filename}/pages/get-a-card.md. "
                "[advice.dead-link]"
            ),
        ),
        (
            "One.\n\nSee [what is on](events/).",
            (
                'pages/kettles.md:7: This link leads to "/kettles/events/" on this site, and nothing is there. '
                "Begin it with a slash: /events/ [advice.dead-link]"
            ),
        ),
        (
            "See [our address](https://juniper.example/branch/).",
            (
                'pages/kettles.md:5: This link leads to "/branch/" on this site, and nothing is there. '
                "Check the address; a page of ours is best named by its file, such as {filename}/pages/get-a-card.md. "
                "[advice.dead-link]"
            ),
        ),
        (
            "See [what to take](/about/#what-to-take).",
            (
                'pages/kettles.md:5: This link leads to the part "#what-to-take" of a page, and the page has no such '
                "part. Write the heading as it stands on that page, in small letters and with hyphens; or leave #... "
                "out. [advice.dead-anchor]"
            ),
        ),
    ],
)
def test_links_that_lead_nowhere(written: str, remark: str):
    assert [told(one) for one in find_dead_links(piece(written), _whole())] == [remark]


@pytest.mark.parametrize(
    "written",
    [
        "[what is on](/events/)",
        "[what is on](../events/)",
        "[what is on](/events)",
        "[what to bring](/about/#what-to-bring)",
        "[asked before](/about/#questions)",
        "[elsewhere](https://library.example/nothing/)",
        "[write](mailto:ask@juniper.example)",
        "[a calendar](/calendars/all.ics)",
        "[home](/)",
        "[home](https://juniper.example/)",
    ],
)
def test_links_that_lead_somewhere(written: str):
    assert [*find_dead_links(piece(written), _whole())] == []


@pytest.mark.parametrize(
    ("written", "language", "remark"),
    [
        (
            "Come on Saturday 16 October.",
            "en",
            (
                'posts/kettles.md:6: "Saturday 16 October": 2026-10-16 is a Friday. '
                "Write Friday if the date is right, or mend the date if the day of the week is. [advice.wrong-weekday]"
            ),
        ),
        (
            "Come on Tuesday, October 13th, 2027!",
            "en",
            (
                'posts/kettles.md:6: "Tuesday, October 13th, 2027": 2027-10-13 is a Wednesday. '
                "Write Wednesday if the date is right, or mend the date if the day of the week is. "
                "[advice.wrong-weekday]"
            ),
        ),
        (
            "Es el **sábado 16 de octubre**.",
            "es",
            (
                'posts/kettles.md:6: "sábado 16 de octubre": 2026-10-16 is a Friday. '
                "Write viernes if the date is right, or mend the date if the day of the week is. [advice.wrong-weekday]"
            ),
        ),
    ],
)
def test_days_of_the_week_that_are_others(written: str, language: str, remark: str):
    text = f"---\ntitle: Kettles\ndate: 2026-10-08\n---\n\n{written}\n"
    assert [told(one) for one in compare_dates(piece(text, "post", language))] == [remark]


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("Saturday 17 October", "en"),
        ("Sat. Oct 17th", "en"),
        ("Saturday, the 30th of January", "en"),  # of the year to come
        ("Friday to Sunday 17 October", "en"),  # whose day it is cannot be told
        ("Monday through Friday, October 12-16", "en"),
        ("Tuesday 8 April", "en"),  # six months off: of which year cannot be told
        ("Saturday 31 June", "en"),  # no day at all: another matter
        ("They sat 16 October evenings", "en"),
        ("`Saturday 16 October`", "en"),
        ("sábado 17 de octubre de 2026", "es"),
        ("Saturday 16 October", "fr"),
    ],
)
def test_days_of_the_week_that_are_left_alone(written: str, language: str):
    text = f"---\ntitle: Kettles\ndate: 2026-10-08\n---\n\n{written}\n"
    assert [*compare_dates(piece(text, "post", language))] == []


def test_a_title_and_a_summary_are_looked_at_too():
    text = "---\ntitle: Open on Saturday 16 October\nsummary: On Monday 6 July 2026\ndate: 2026-10-08\n---\n\nText.\n"
    lines = [one.line for one in compare_dates(piece(text, "post"))]
    assert lines == [2]


HARD = (
    "The utilization of interdepartmental organizational methodologies necessitates considerable administrative "
    "coordination. Participating constituencies will subsequently communicate their respective informational "
    "requirements. Prospective applicants are encouraged to familiarize themselves with applicable regulations "
    "regarding eligibility. Documentation demonstrating residential qualifications constitutes an indispensable "
    "prerequisite. "
) * 3
EASY = "We have tea. You can sit down. Talk to us if you like, or read a book by the fire. Bring a friend. " * 8


def test_a_text_that_is_hard_to_read_and_its_hardest_sentences():
    (remark,) = map(told, measure_reading(piece(f"Hello.\n\n{HARD}")))
    assert remark.startswith("pages/kettles.md:7: This text has ")
    assert " on Flesch’s scale; plain text has 60 or more. Make two of a long sentence, and take short words." in remark
    assert remark.count("“") == 3
    assert "“Documentation demonstrating residential qualifications" in remark


@pytest.mark.parametrize(
    ("written", "language"),
    [(EASY, "en"), (HARD, "fr"), (HARD[:300], "en"), (f"```\n{HARD}\n```", "en"), (HARD.replace(". ", "\n\n"), "en")],
)
def test_texts_that_are_easy_short_code_or_in_another_language(written: str, language: str):
    assert [*measure_reading(piece(written, language=language))] == []


@pytest.mark.parametrize(
    ("sentence", "language", "ease"),
    [
        # 6 words of one syllable each: 206.835 - 1.015 * 6 - 84.6.
        ("The cat sat on the mat.", "en", 116.145),
        # 4 words, 6 syllables: 206.835 - 4 - 62.3 * 1.5.
        ("El gato come pan.", "es", 109.385),
    ],
)
def test_the_formulas(sentence: str, language: str, ease: float):
    assert reading_ease([sentence] * 30, MEASURES[language]) == pytest.approx(ease)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("book", 1),
        ("library", 3),
        ("reading", 2),
        ("the", 1),
        ("take", 1),
        ("table", 2),
        ("opened", 2),
        ("wanted", 2),
        ("houses", 2),
        ("times", 1),
        ("lovely", 2),
        ("eligibility", 6),
        ("tables", 2),
        ("scale", 1),
        ("pages", 2),
        ("being", 2),
    ],
)
def test_english_syllables(word: str, count: int):
    assert syllables_en(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("biblioteca", 4),
        ("día", 2),
        ("país", 2),
        ("ciudad", 2),
        ("aéreo", 4),
        ("leer", 2),
        ("guerra", 2),
        ("pingüino", 3),
        ("ahí", 2),
        ("hoy", 1),
        ("y", 1),
        ("muy", 1),
        ("construir", 2),
        ("que", 1),
        ("chimenea", 4),
        ("prohíbe", 3),
    ],
)
def test_spanish_syllables(word: str, count: int):
    assert syllables_es(word) == count


AVOIDED = (
    AvoidedWord(word="utilize", use="use", why="It is longer and says no more.", language="en"),
    AvoidedWord(word="OPAC"),
)


def test_words_to_avoid():
    remarks = [told(one) for one in find_words(piece("One.\n\nUtilize the opac. Reutilize it."), AVOIDED)]
    assert remarks == [
        (
            'pages/kettles.md:7: The list of words to avoid has "utilize": It is longer and says no more. Write "use". '
            "[advice.word]"
        ),
        'pages/kettles.md:7: The list of words to avoid has "OPAC". Say it in another way. [advice.word]',
    ]
    assert [*find_words(piece("Reutilize it. Hay que utilize."), AVOIDED)][1:] == []
    assert [*find_words(piece("Utilize.", language="es"), AVOIDED)] == []


@pytest.mark.parametrize(
    ("list_", "words", "remarks"),
    [
        ('[[avoid]]\nword = "patron"\nuse = "reader"\n', ["patron"], []),
        ("", [], []),
        (
            '[[avoid]]\nuse = "reader"\n[[avoid]]\nword = "OPAC"\n',
            ["OPAC"],
            ["words.toml: Word 1 of the list has no word. Write it as [[avoid]], and below it word"],
        ),
        (
            '[[avoid]]\nword = "OPAC"\ninstead = "catalog"\n',
            [],
            ['words.toml: "OPAC" has a key "instead" that nothing reads. Known: word, use, why, language.'],
        ),
        ('[[avoid]]\nword = "OPAC"\nuse = 3\n', [], ["words.toml: The use of word 1 is no text. Put it between"]),
        ('avoid = "OPAC"\n', [], ['words.toml: "avoid" is no list of words. Write each word as [[avoid]]']),
        ("[[avoid]\n", [], ["words.toml: This file is not TOML: "]),
    ],
)
def test_the_list_of_words(list_: str, words: list[str], remarks: list[str]):
    found, problems = read_words(list_)
    assert [one.word for one in found] == words
    assert [told(one)[: len(start)] for one, start in zip(problems, remarks, strict=True)] == remarks


def test_a_post_whose_event_is_over():
    days = agenda({"id": "walk", "title": "The Walk", "date": "2026-10-01"})
    text = "---\ntitle: Come and walk\ndate: 2026-09-20\nevent: walk\n---\n\nCome.\n"
    assert [told(one) for one in find_over(piece(text, "post"), days, NOW)] == [
        (
            'posts/kettles.md:4, event: "The Walk", which this post announces, was over on 2026-10-01. '
            "Say at its head how it went, and put the day into updated; or let it stand as news of its day. "
            "[advice.event-over]"
        )
    ]
    after = text.replace("2026-09-20", "2026-10-03")
    assert [*find_over(piece(after, "post"), days, NOW)] == []
    changed = text.replace("event:", "updated: 2026-10-02\nevent:")
    assert [*find_over(piece(changed, "post"), days, NOW)] == []
    coming = agenda({"id": "walk", "date": "2026-10-20"})
    assert [*find_over(piece(text, "post"), coming, NOW)] == []


@pytest.mark.parametrize(
    ("facts", "remarks"),
    [
        (
            "title: Fees",
            [
                (
                    "pages/kettles.md:1, reviewed: This page does not say when somebody last looked whether it is "
                    "still true. When you have read it through, add the line reviewed: 2026-10-08 "
                    "[advice.never-reviewed]"
                )
            ],
        ),
        (
            "title: Fees\nupdated: 2025-03-01\nreviewed: 2025-05-01",
            [
                (
                    "pages/kettles.md:4, reviewed: Nobody has looked at this page since 2025-05-01, by what it says "
                    "itself. Read it through; if all is true, write reviewed: 2026-10-08 [advice.untouched]"
                )
            ],
        ),
        ("title: Fees\nupdated: 2024-03-01\nreviewed: 2026-05-01", []),
        ("title: Fees\nreviewed: not a day\nupdated: 2026-01-01", []),
    ],
)
def test_pages_that_nobody_has_looked_at(facts: str, remarks: list[str]):
    written = f"---\n{facts}\n---\n\nTen cents.\n"
    assert [told(one) for one in find_untouched(piece(written), TODAY)] == remarks
    assert [*find_untouched(piece(written, "post"), TODAY)] == []


def test_a_program_without_a_meeting_to_come():
    over = agenda({"date": "2026-10-01", "program": "kettles"}, {"id": "other", "date": "2026-10-20"})
    assert [told(one) for one in judge_program(piece("Text.", "program"), "kettles", over, NOW)] == [
        (
            'programs/kettles.md:2, title: "Kettles" has no meeting to come in the calendar. '
            "Put the next one into events/, with program kettles; or say on its page when it goes on. "
            "[advice.no-next-meeting]"
        )
    ]
    coming = agenda({"date": "2026-10-20", "program": "kettles"})
    assert [*judge_program(piece("Text.", "program"), "kettles", coming, NOW)] == []
    assert [*judge_program(piece("Text.", "program"), "books-on-wheels", over, NOW)] == []


def test_a_translation_that_fell_behind():
    original = piece("---\ntitle: Fees\nupdated: 2026-09-01\n---\n\nTen.\n", file="pages/fees.md")
    old = "---\ntitle: Tarifas\nupdated: 2026-02-01\n---\n\nDiez.\n"
    translation = piece(old, language="es", file="pages/fees.es.md")
    assert [told(one) for one in find_behind([original, translation], "en")] == [
        (
            "pages/fees.es.md:3, updated: pages/fees.md was changed on 2026-09-01, and this translation is of "
            "2026-02-01. Carry the change over, and write updated: 2026-09-01 [advice.translation-behind]"
        )
    ]
    undated = piece("---\ntitle: Tarifas\n---\n\nDiez.\n", language="es", file="pages/fees.es.md")
    assert [told(one) for one in find_behind([original, undated], "en")] == [
        (
            "pages/fees.es.md:1, updated: pages/fees.md was changed on 2026-09-01, and this translation says no day. "
            "Carry the change over, and write updated: 2026-09-01 [advice.translation-behind]"
        )
    ]
    fresh = piece(old.replace("2026-02-01", "2026-09-01"), language="es", file="pages/fees.es.md")
    assert [*find_behind([original, fresh], "en")] == []
    assert [*find_behind([translation], "en")] == []


def test_links_to_other_sites_that_are_gone():
    text = piece("One.\n\n[A guide](https://old.example/guide), [ours](https://juniper.example/x/), [b](mailto:a@b.c).")
    assert outside([text, text], "https://juniper.example/") == ["https://old.example/guide"]
    (event,) = events({"registration_link": "https://old.example/book"})
    row = row_piece(event)
    assert outside([row], "https://juniper.example/") == ["https://old.example/book"]
    gone = {"https://old.example/guide": "it answers 404", "https://old.example/book": "there is no host of that name"}
    assert [told(one) for one in (*find_gone(text, gone), *find_gone(row, gone))] == [
        (
            "pages/kettles.md:7: This link leads to https://old.example/guide, and it answers 404. "
            "Look for where it went and lead the link there, or take it out. [advice.gone-elsewhere]"
        ),
        (
            "events/all.csv:2, registration_link: This link leads to https://old.example/book, and there is no host "
            "of that name. Look for where it went and lead the link there, or take it out. [advice.gone-elsewhere]"
        ),
    ]
    assert [*find_gone(text, {})] == []


def test_pictures_too_small_and_too_large():
    assert [told(one) for one in judge_picture("images/a.jpg", 320, 240, 40_000)] == [
        (
            "images/a.jpg: This photograph has 320 by 240 dots, too few for a page: it looks blurred, or small. "
            "Take the file from the camera itself, not from an email or a website: 1600 dots across are good. "
            "[advice.small-picture]"
        )
    ]
    assert [told(one) for one in judge_picture("images/a.jpg", 6000, 4000, 20 * 1024 * 1024)] == [
        (
            "images/a.jpg: The file of this photograph has 20 MB, and every colleague has to fetch it. "
            "Save it as a JPEG with at most 4000 dots across. [advice.large-picture]"
        )
    ]
    assert [*judge_picture("images/a.jpg", 600, 900, 8 * 1024 * 1024)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Brandt came at 2 p.m. with a map.", ["Dr. Brandt came at 2 p.m. with a map."]),
        ("He said “Go.” She went.", ["He said “Go.", "She went."]),
        ("¿Viene? ¡Sí! Venga.", ["¿Viene?", "¡Sí!", "Venga."]),
    ],
)
def test_sentences(text: str, found: list[str]):
    assert sentences(text) == found


def test_prose_is_without_headings_tables_and_what_is_drawn():
    html = "<h2>A</h2><p>One.</p><figure><p>Two.</p></figure><table><tr><td>3</td></tr></table><ul><li>Four</li></ul>"
    assert prose(html) == ["One.", "Four"]


def test_an_infographic_is_not_measured():
    assert [*measure_reading(piece(HARD, "infographic"))] == []


def test_blocks_are_without_code_and_markup():
    assert blocks("<h2>A</h2><p>b <em>c</em>&amp; <code>x</code></p><pre>y</pre>") == ["A", "b c&"]
