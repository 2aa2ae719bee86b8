"""Takes the slash out of a zero, so that 10:00 in a list of times has no bars through it.

Atkinson's zero has no contour for its slash: the white inside is two halves, and the slash is what lies between them.
The halves keep their round sides; the two corners that the slash took are drawn after the outside of the same figure,
scaled to the inside. Every weight of a variable font is done in the same way, so the weights still blend.
"""

from __future__ import annotations

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.ttProgram import Program

Point = tuple[float, float]


def take_slash_out(font: TTFont) -> None:
    """Replace the two half counters of the glyph named zero by one whole counter."""
    glyph = font["glyf"]["zero"]
    plan = counter_plan(list(glyph.coordinates), [flag & 1 for flag in glyph.flags], list(glyph.endPtsOfContours))
    old = [(float(x), float(y)) for x, y in glyph.coordinates]
    outside = glyph.endPtsOfContours[0] + 1
    on_curve = [flag & 1 for flag in glyph.flags[:outside]] + [int(step[0] == "on") for step in plan]
    for variation in font["gvar"].variations["zero"] if "gvar" in font else ():
        vary(variation, old, plan, outside)
    points = old[:outside] + draw(plan, old)
    glyph.coordinates = type(glyph.coordinates)([(round(x), round(y)) for x, y in points])
    glyph.flags = bytearray(on_curve)
    glyph.endPtsOfContours = [outside - 1, len(points) - 1]
    glyph.numberOfContours = 2
    glyph.program = Program()
    glyph.program.fromBytecode(b"")
    glyph.recalcBounds(font["glyf"])


Step = tuple[str, tuple[int, ...]]  # ("on"|"off", (point,)) kept; ("off", (point, a, b, A, B)) scaled from box AB to ab


def counter_plan(points: list[Point], on_curve: list[int], ends: list[int]) -> list[Step]:
    """Plan the new counter, left, bottom, right, top, as steps that name points of the old figure."""
    outer = range(ends[0] + 1)
    halves = [range(ends[0] + 1, ends[1] + 1), range(ends[1] + 1, ends[2] + 1)]
    lower, upper = sorted(halves, key=lambda half: min(points[i][1] for i in half))

    def extreme(half: range, axis: int, sign: int) -> int:
        return max((i for i in half if on_curve[i]), key=lambda i: sign * points[i][axis])

    def between(contour: range, first: int, last: int) -> list[int]:
        span = (last - first) % len(contour)
        return [contour[(first - contour.start + step) % len(contour)] for step in range(1, span)]

    left, bottom = extreme(lower, 0, -1), extreme(lower, 1, -1)
    right, top = extreme(upper, 0, 1), extreme(upper, 1, 1)
    box = {"left": extreme(outer, 0, -1), "bottom": extreme(outer, 1, -1)}
    box |= {"right": extreme(outer, 0, 1), "top": extreme(outer, 1, 1)}

    def kept(indices: list[int]) -> list[Step]:
        return [("off", (i,)) for i in indices]

    def scaled(indices: list[int], a: int, b: int, outer_a: int, outer_b: int) -> list[Step]:
        return [("off", (i, a, b, outer_a, outer_b)) for i in reversed(indices)]

    lower_right, upper_left = between(outer, box["right"], box["bottom"]), between(outer, box["left"], box["top"])
    return [
        ("on", (left,)), *kept(between(lower, left, bottom)),
        ("on", (bottom,)), *scaled(lower_right, bottom, right, box["bottom"], box["right"]),
        ("on", (right,)), *kept(between(upper, right, top)),
        ("on", (top,)), *scaled(upper_left, left, top, box["left"], box["top"]),
    ]  # fmt: skip


def draw(plan: list[Step], points: list[Point]) -> list[Point]:
    drawn = []
    for _, (point, *corners) in plan:
        here = points[point]
        if corners:
            a, b, outer_a, outer_b = (points[i] for i in corners)
            share = [(here[k] - outer_a[k]) / (outer_b[k] - outer_a[k]) for k in (0, 1)]
            here = (a[0] + share[0] * (b[0] - a[0]), a[1] + share[1] * (b[1] - a[1]))
        drawn.append(here)
    return drawn


def vary(variation: object, old: list[Point], plan: list[Step], outside: int) -> None:
    """Make the deltas of one weight fit the new points; each weight's own figure is drawn, then compared."""
    deltas = [delta or (0, 0) for delta in variation.coordinates]  # type: ignore[attr-defined]  # fontTools has no types
    weight = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(old, deltas, strict=False)]
    moved = [(x - X, y - Y) for (x, y), (X, Y) in zip(draw(plan, weight), draw(plan, old), strict=True)]
    phantom = deltas[len(old) :]
    variation.coordinates = [*deltas[:outside], *[(round(x), round(y)) for x, y in moved], *phantom]  # type: ignore[attr-defined]
