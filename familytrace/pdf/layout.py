"""Breaks text into lines of a width and puts each line's glyphs in visual order."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from familytrace.pdf import bidi
from familytrace.pdf.breaks import forced_break, opportunities
from familytrace.pdf.faces import Face, is_covered, is_invisible, stack
from familytrace.pdf.itemise import JOINERS, Run, runs_of
from familytrace.pdf.shape import Glyph, shape, spoken

Colour = tuple[float, float, float]
# A phone, date or code: kept on one line, and whole in the text layer of pdfium's viewers.
_ISOLATED = re.compile("\u2066[^\u2066-\u2069\\n]{1,28}\u2069")
_BLANK = " \u3000"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks; sizes in points, ``language`` a BCP 47 tag.

    ``start`` is the side a line begins on by its own direction, ``end`` the other one.
    """

    size: float = 10.0
    bold: bool = False
    colour: Colour = (0.1, 0.1, 0.1)
    align: Literal["start", "end", "left", "right", "center"] = "start"
    direction: Literal["auto", "rtl", "ltr"] = "auto"
    language: str = "und"
    spacing: float = 1.0

    def placed(self, side: str) -> "Style":
        """Return this style with its lines on one side, "left" or "right"."""
        return replace(self, align="right" if side == "right" else "left")


class Piece(NamedTuple):
    """Glyphs of one face and size, left to right."""

    face: Face
    size: float
    glyphs: list[Glyph]


class Line(NamedTuple):
    """One line: its pieces from left to right, lengths in points, base direction."""

    pieces: list[Piece]
    width: float
    above: float
    below: float
    base: int
    text: str


class _Prepared(NamedTuple):
    """A paragraph without line breaks yet: its runs with their glyphs, and its widths."""

    text: str
    base: int
    runs: list[tuple[Run, list[Glyph]]]
    starts: list[int]
    reach: list[float]
    breaks: list[int]


def lay_out(text: str, style: Style, width: float) -> list[Line]:
    """Return the lines of a text; each of its own lines keeps its own direction."""
    fixed = {"rtl": 1, "ltr": 0}.get(style.direction)
    cleaned = clean(text)
    around = bidi.base_level(cleaned) if fixed is None else fixed
    lines: list[Line] = []
    for part in cleaned.split("\n"):
        base = bidi.base_level(part, around) if fixed is None else fixed
        prepared = _prepare(part, style, base)
        lines += [_line(prepared, start, end, style) for start, end in _cut(prepared, width)]
    return lines


def measure(text: str, style: Style) -> tuple[float, float]:
    """Return the width of a text without line breaks, and that of its longest part."""
    whole = longest = 0.0
    for part in clean(text).split("\n"):
        prepared = _prepare(part, style, 0)
        places = [0, *prepared.breaks, len(part)]
        for start, end in pairwise(places):
            shown = prepared.reach[_visible_end(part, start, end)] - prepared.reach[start]
            longest = max(longest, shown)
        whole = max(whole, prepared.reach[-1])
    return whole, longest


def clean(text: str) -> str:
    """Return a text without control characters; what no face covers is spelled as a code."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\u0085", "\n")
    if "\u2066" in text:
        text = _ISOLATED.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    return "".join(_drawable(char) for char in text)


def _drawable(char: str) -> str:
    if char < " " and char != "\n":
        return ""
    return char if is_covered(char) else f"[U+{ord(char):04X}]"


def _prepare(text: str, style: Style, base: int) -> _Prepared:
    order = bidi.resolve(text, base)
    widths = [0.0] * len(text)
    told = spoken(text)
    shaped = []
    for run in runs_of(text, stack(bold=style.bold), order):
        glyphs = shape(run, text, told, style.language)
        size = style.size * run.face.scale / 1000
        for glyph in glyphs:
            widths[glyph.place] += glyph.advance * size
        shaped.append((run, glyphs))
    reach = list(accumulate(widths, initial=0.0))
    starts = [run.start for run, _glyphs in shaped]
    return _Prepared(text, base, shaped, starts, reach, opportunities(text))


def _cut(prepared: _Prepared, width: float) -> list[tuple[int, int]]:
    """Return start and end of each line, blanks at the end cut off."""
    text, reach = prepared.text, prepared.reach
    cuts: list[tuple[int, int]] = []
    start = 0
    whole = _visible_end(text, 0, len(text))
    while start < whole and reach[whole] - reach[start] > width + 1e-6:
        limit = bisect_right(reach, reach[start] + width + 1e-6) - 1
        end = _last_fitting(prepared, start, limit, width)
        if end <= start:
            end = forced_break(text, start, max(limit, start + 1))
        cuts.append((start, _visible_end(text, start, end)))
        start = end
    if start < whole or not cuts:
        cuts.append((start, max(start, whole)))
    return cuts


def _last_fitting(prepared: _Prepared, start: int, limit: int, width: float) -> int:
    """Return the last place where the line may end; blanks may hang over the edge."""
    breaks, reach = prepared.breaks, prepared.reach
    index = bisect_right(breaks, limit)
    if index < len(breaks):
        hanging = _visible_end(prepared.text, start, breaks[index])
        if reach[hanging] - reach[start] <= width + 1e-6:
            return breaks[index]
    return breaks[index - 1] if index else start


def _visible_end(text: str, start: int, end: int) -> int:
    """Return the end of a line without the blanks and directions it ends with (as L1)."""
    while end > start and (text[end - 1] in _BLANK or _hidden(text[end - 1])):
        end -= 1
    return end


def _hidden(char: str) -> bool:
    return is_invisible(char) and char not in JOINERS


def _between(run: Run, glyphs: list[Glyph], start: int, end: int) -> list[Glyph]:
    """Return a run's glyphs of the places from start to end; they lie in order either way."""
    if start <= run.start and run.end <= end:
        return glyphs
    if run.level & 1:
        first = bisect_left(glyphs, 1 - end, key=lambda glyph: -glyph.place)
        last = bisect_right(glyphs, -start, key=lambda glyph: -glyph.place)
    else:
        first = bisect_left(glyphs, start, key=lambda glyph: glyph.place)
        last = bisect_left(glyphs, end, key=lambda glyph: glyph.place)
    return glyphs[first:last]


def _line(prepared: _Prepared, start: int, end: int, style: Style) -> Line:
    pieces: list[Piece] = []
    levels: list[int] = []
    first = max(0, bisect_right(prepared.starts, start) - 1)
    for place in range(first, len(prepared.runs)):
        run, glyphs = prepared.runs[place]
        if run.start >= end:
            break
        kept = _between(run, glyphs, start, end)
        if kept:
            pieces.append(Piece(run.face, style.size * run.face.scale, kept))
            levels.append(run.level)
    faces = {piece.face for piece in pieces} or {stack(bold=style.bold).latin}
    room = style.size * style.spacing
    return Line(
        [pieces[place] for place in bidi.visual_order(levels)],
        prepared.reach[end] - prepared.reach[start],
        max(face.above for face in faces) * room,
        max(face.below for face in faces) * room,
        prepared.base,
        prepared.text[start:end],
    )
