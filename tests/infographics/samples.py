"""Charts of every kind for tests: kind ones, and those that a drawing is hard to make of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from plugins.infographics.model import (
    Bars,
    BeforeAfter,
    Chart,
    Columns,
    Dot,
    DotMap,
    Drawing,
    Figure,
    Form,
    Hours,
    Label,
    Lines,
    Measure,
    Moment,
    Parts,
    Pictogram,
    Ranked,
    Ranking,
    Series,
    ShownTable,
    Source,
    Stacking,
    Timeline,
)

VISITS = Measure(noun="visits")
MONEY = Measure(form=Form.MONEY, currency="USD", noun="dollars")
SHARE = Measure(form=Form.PERCENT, noun="percent")


def numbers(text: str) -> tuple[Decimal | None, ...]:
    """Return "1 - 3" as one, none and three."""
    return tuple(None if one == "-" else Decimal(one) for one in text.split())


def names(text: str) -> tuple[Label, ...]:
    return tuple(Label(full=one.strip(), short=one.strip()) for one in text.split(","))


def months(first: date, count: int) -> tuple[Label, ...]:
    days = [date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1) for n in range(count)]
    return tuple(Label(full=f"{day:%b %Y}", short=f"{day:%b}"[0], starts=day) for day in days)


def years(first: int, count: int) -> tuple[Label, ...]:
    return tuple(Label(full=str(y), short=f"’{y % 100:02}", starts=date(y, 1, 1)) for y in range(first, first + count))


def chart(name: str, title: str, drawing: Drawing, *, remarks: tuple[str, ...] = (), sentence: str = "") -> Chart:
    return Chart(
        name=name,
        title=title,
        drawing=drawing,
        sentence=sentence or "Central lent the most, 342,900, half of all loans.",
        remarks=remarks,
        source=Source(
            name="Juniper County Library, loan system", dated="1 September 2025 to 31 August 2026", address=""
        ),
        table=ShownTable(
            headings=("Branch", "Loans", "Share"),
            rows=(("Central", "342,900", "49.8%"), ("Northside", "158,420", "23.0%"), ("Mill Street", "–", "")),
            foot=("All branches", "688,140", "100%"),
        ),
        file="loans.csv",
    )


BRANCHES = names("Central, Northside, Riverbend, Mill Street")
LOANS = numbers("342900 158420 121260 65560")
YEAR = numbers("33120 34870 31940 26310 35480 33760 35900 34220 32410 35690 42186 36420")
WEEK = tuple(
    Label(full=full, short=full[:3])
    for full in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
)

EVERY: dict[str, Drawing] = {
    "figure": Figure(
        value=Decimal(688140),
        measure=VISITS,
        says="books, discs and tools went out on loan",
        earlier=Decimal(612300),
        earlier_label="2024",
    ),
    "bars": Bars(labels=BRANCHES, values=LOANS, measure=VISITS, focus=0),
    "bars-many": Bars(
        labels=names(
            "Ashford, Benton, Carver Heights, Dunmore, Eastgate and the Old Market Hall, Fenwick, Gosford, Heaton, Ivy"
        ),
        values=numbers("-1200 3400 800 - 5600 -300 2100 900 12"),
        measure=VISITS,
        focus=4,
    ),
    "columns": Columns(
        labels=months(date(2025, 9, 1), 12),
        series=(Series(name="Visits", values=YEAR),),
        measure=VISITS,
        focus=10,
        focus_says="July: the heat, and the fans",
    ),
    "columns-few": Columns(
        labels=BRANCHES, series=(Series(name="Loans", values=LOANS),), measure=VISITS, focus=2, focus_says="Reopened"
    ),
    "columns-low": Columns(
        labels=months(date(2019, 9, 1), 18),
        series=(
            Series(
                name="Visits",
                values=numbers("3100 3200 3300 2800 3400 3300 1500 0 - - 400 900 1100 1200 1300 900 1400 1500"),
            ),
        ),
        measure=VISITS,
        focus=7,
        focus_says="Closed",
    ),
    "grouped": Columns(
        labels=names("Central, Northside, Riverbend and Ferry Road, Mill Street"),
        series=(
            Series(name="Adults", values=numbers("210 90 60 30")),
            Series(name="Children", values=numbers("132 68 - 35")),
            Series(name="Teens", values=numbers("40 22 17 8")),
        ),
        measure=VISITS,
        stacking=Stacking.GROUPED,
    ),
    "stacked": Columns(
        labels=years(2016, 10),
        series=(
            Series(name="Books", values=numbers("500 490 480 470 300 310 380 390 400 410")),
            Series(name="E-books", values=numbers("40 50 65 80 150 160 150 155 160 170")),
            Series(name="Audiobooks", values=numbers("20 25 30 40 70 80 85 90 100 120")),
            Series(name="Things", values=numbers("1 2 4 6 3 8 12 15 20 24")),
        ),
        measure=VISITS,
        stacking=Stacking.STACKED,
    ),
    "lines": Lines(
        labels=years(2010, 16),
        series=(
            Series(name="Central", values=numbers("50 49 47 48 46 44 45 43 44 41 12 20 35 44 52 57")),
            Series(name="Northside", values=numbers("30 29 28 27 - - 26 26 25 24 8 10 18 22 24 25")),
            Series(name="Mill Street", values=numbers("28 28 27 26 25 25 24 24 24 23 7 9 16 21 22 24")),
        ),
        measure=VISITS,
        focus=15,
        focus_says="The highest",
    ),
    "area": Lines(
        labels=months(date(2009, 5, 1), 195),
        series=(
            Series(
                name="Visits",
                values=tuple(
                    None if 130 < n < 137 else Decimal(30000 + (n * 7919) % 9000 + (n % 12) * 500) for n in range(195)
                ),
            ),
        ),
        measure=VISITS,
        is_area=True,
        focus=60,
        focus_says="May 2014",
    ),
    "truncated": Lines(
        labels=years(2015, 8),
        series=(Series(name="Members", values=numbers("90 91 92 91 93 94 96 97")),),
        measure=SHARE,
        from_zero=False,
    ),
    "parts": Parts(
        labels=names(
            "Children’s books, Novels, Non-fiction, Films and music, Tools and everything else that is not read"
        ),
        values=tuple(map(Decimal, (280, 210, 120, 60, 8))),
        whole=Decimal(678),
        measure=VISITS,
        focus=0,
    ),
    "pictogram": Pictogram(
        labels=names("Children, Adults"),
        values=(Decimal(14500), Decimal(9300)),
        each=Decimal(1000),
        icon="book",
        measure=VISITS,
        focus=0,
    ),
    "timeline": Timeline(
        moments=(
            Moment(when="Oct", when_full="October 2025", what="Fines end", detail="for everyone, for good"),
            Moment(when="Jan", when_full="January 2026", what="Tool Library opens", detail="at Mill Street, 340 tools"),
            Moment(when="Apr", when_full="April 2026", what="Riverbend reopens", detail="with a workshop"),
            Moment(
                when="Aug",
                when_full="August 2026",
                what="1,200 large-print books, which nobody had thought of before",
                detail="now at Northside",
                is_focus=True,
            ),
        )
    ),
    "before-after": BeforeAfter(
        labels=BRANCHES,
        before=Series(name="2019", values=numbers("41200 18800 22000 9000")),
        after=Series(name="2025", values=numbers("56700 17300 22000 -")),
        measure=VISITS,
        focus=0,
    ),
    "hours": Hours(
        days=WEEK,
        open_places=tuple(
            (0,) * 2 + (1,) * 2 + (3,) * 6 + (4,) * 10 + (2,) * (4 if day < 5 else 0) + (0,) * (4 if day < 5 else 8)
            if day < 6
            else (0,) * 28
            for day in range(7)
        ),
        first_minute=7 * 60,
        slot_minutes=30,
        places=4,
    ),
    "map": DotMap(
        dots=(
            Dot(label="Central", latitude=39.74, longitude=-104.99, value=Decimal(342900), is_focus=True),
            Dot(label="Northside", latitude=39.80, longitude=-104.98, value=Decimal(158420)),
            Dot(label="Riverbend", latitude=39.75, longitude=-104.93, value=Decimal(121260)),
            Dot(label="Mill Street", latitude=39.735, longitude=-104.97, value=Decimal(65560)),
            Dot(label="Ferry Road", latitude=39.70, longitude=-105.05, value=None),
        ),
        measure=VISITS,
    ),
    "ranking": Ranking(
        rows=(
            Ranked(place="1", label="Central", value=Decimal(342900), further="+12%", is_focus=True),
            Ranked(place="2=", label="Northside", value=Decimal(121260), further="−3%"),
            Ranked(place="2=", label="Riverbend and the old ferry house", value=Decimal(121260), further="0%"),
            Ranked(place="4", label="Mill Street", value=Decimal(65560), further="+140%"),
        ),
        measure=VISITS,
        further_heading="Change",
    ),
}
CHARTS = tuple(chart(name, f"Loans by branch: {name}", drawing) for name, drawing in EVERY.items())

LONG = "The Old Market Hall and Ferry House of Saint Bartholomew"
WORD = "Donaudampfschifffahrtsgesellschaftsbibliothek"


def _named(count: int) -> tuple[Label, ...]:
    return names(", ".join([LONG, WORD, *(f"Branch {number}" for number in range(2, count))][:count]))


def _huge(count: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(10) ** 9 + Decimal(7919) ** 2 * n for n in range(count))


_NONE = (None,) * 4
# What a drawing is hard to make of: long names, huge, tiny, equal and missing values, one, and many.
HARD: dict[str, Drawing] = {
    "bars of one": Bars(labels=_named(1), values=numbers("5"), measure=VISITS),
    "bars of long names": Bars(labels=_named(5), values=_huge(5), measure=VISITS, focus=1),
    "bars of thirty": Bars(labels=_named(30), values=_huge(30), measure=VISITS, focus=29),
    "bars of nothing known": Bars(labels=BRANCHES, values=_NONE, measure=VISITS),
    "bars of zeros": Bars(labels=BRANCHES, values=numbers("0 0 0 0"), measure=VISITS, focus=0),
    "bars below zero": Bars(labels=BRANCHES, values=numbers("-5 -2 -9 -1"), measure=SHARE),
    "columns of one": Columns(labels=_named(1), series=(Series(name="Loans", values=numbers("5")),), measure=VISITS),
    "columns of long names": Columns(
        labels=_named(8), series=(Series(name="Loans", values=_huge(8)),), measure=MONEY, focus=0, focus_says=LONG
    ),
    "columns of equal values": Columns(
        labels=BRANCHES, series=(Series(name="Loans", values=numbers("7 7 7 7")),), measure=VISITS
    ),
    "columns of nothing known": Columns(labels=BRANCHES, series=(Series(name="Loans", values=_NONE),), measure=VISITS),
    "columns below zero": Columns(
        labels=months(date(2025, 1, 1), 12),
        series=(Series(name="Change", values=numbers("-5 3 8 -2 - 4 0 1 -9 2 3 4")),),
        measure=SHARE,
        focus=8,
        focus_says="the flood",
    ),
    "columns of many months": Columns(
        labels=months(date(2009, 5, 1), 195),
        series=(Series(name="Visits", values=tuple(map(Decimal, range(195)))),),
        measure=VISITS,
        focus=194,
        focus_says="the highest",
    ),
    "seven series": Columns(
        labels=BRANCHES,
        series=tuple(Series(name=f"Kind {n} of things", values=_huge(4)) for n in range(7)),
        measure=VISITS,
        stacking=Stacking.GROUPED,
    ),
    "lines that end together": Lines(
        labels=years(2019, 5),
        series=tuple(Series(name=f"Branch {n}", values=numbers("1 2 3 4 5")) for n in range(6)),
        measure=VISITS,
    ),
    "a line of one": Lines(labels=years(2019, 1), series=(Series(name="A", values=numbers("3")),), measure=VISITS),
    "a line of gaps": Lines(
        labels=years(2015, 7), series=(Series(name="A", values=numbers("- 3 - 4 - 5 -")),), measure=VISITS, focus=1
    ),
    "a line of tiny values": Lines(
        labels=years(2015, 4),
        series=(Series(name="A", values=numbers("0.0012 0.0049 0.003 0.002")),),
        measure=Measure(decimals=4),
        focus=3,
        focus_says=LONG,
    ),
    "parts of long names": Parts(
        labels=_named(7), values=tuple(map(Decimal, (90, 4, 3, 1, 1, 1, 0))), whole=Decimal(100), measure=SHARE
    ),
    "parts of money": Parts(labels=_named(3), values=_huge(3), whole=sum(_huge(3), Decimal(0)), measure=MONEY),
    "pictogram of many": Pictogram(
        labels=_named(2), values=(Decimal(99), Decimal("0.2")), each=Decimal(1), icon="person", measure=VISITS
    ),
    "timeline of long words": Timeline(
        moments=tuple(
            Moment(when=when, when_full=when, what=LONG * 2, detail=WORD) for when in ("12 September", "2019", "Spring")
        )
    ),
    "before and after far apart": BeforeAfter(
        labels=_named(4),
        before=Series(name=LONG, values=(Decimal(0), Decimal(10) ** 9, None, Decimal(5))),
        after=Series(name=WORD, values=(Decimal(10) ** 9, Decimal(0), Decimal(5), Decimal(5))),
        measure=VISITS,
    ),
    "hours around the clock": Hours(
        days=WEEK, open_places=((11,) * 48,) * 7, first_minute=0, slot_minutes=30, places=11
    ),
    "hours of one branch": Hours(days=WEEK, open_places=((1,) * 16,) * 7, first_minute=540, slot_minutes=30, places=1),
    "map of one": DotMap(dots=(Dot(label=LONG, latitude=0, longitude=0, value=Decimal(5)),), measure=VISITS),
    "map in a line": DotMap(
        dots=tuple(Dot(label=f"Branch {n}", latitude=52.5, longitude=13 + n / 10, value=Decimal(n)) for n in range(8)),
        measure=VISITS,
    ),
    "map of eleven": DotMap(
        dots=tuple(
            Dot(label=f"Branch {n}", latitude=54.9 + (n * 37 % 11) / 100, longitude=-1.6 + n / 60, value=Decimal(9 + n))
            for n in range(11)
        ),
        measure=VISITS,
    ),
    "ranking of long names": Ranking(
        rows=tuple(
            Ranked(place=f"{n}=", label=label.full, value=value, further="+1,240.5%")
            for n, (label, value) in enumerate(zip(_named(12), _huge(12), strict=True), 1)
        ),
        measure=MONEY,
    ),
}
DRAWN = {name: drawing for name, drawing in (EVERY | HARD).items() if not isinstance(drawing, Figure)}
