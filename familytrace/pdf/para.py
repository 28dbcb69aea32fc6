"""A paragraph for ReportLab's page maker, in any script; wraps, splits and draws."""

from typing import Any

from reportlab.platypus import Flowable

from familytrace.pdf.bidi import bidi_class
from familytrace.pdf.embed import number
from familytrace.pdf.faces import forget_characters
from familytrace.pdf.layout import Line, Style, lay_out
from familytrace.pdf.tags import Element, tagged

_KEPT_AT_MOST = 4096
_kept: dict[tuple[str, Style, float], list[Line]] = {}


class Para(Flowable):  # type: ignore[misc]
    """Plain text in one style; markup means nothing in it.

    ``static`` is for wording of the form only: its lines are kept for the next document.
    Nothing a family told is ever kept.
    """

    def __init__(self, text: str, style: Style, *, static: bool = False) -> None:
        super().__init__()
        self.text = text
        self.style = style
        self.static = static
        self.lines: list[Line] | None = None
        self.width = 0.0
        self.height = 0.0

    def wrap(self, available: float, _height: float = 0) -> tuple[float, float]:
        """Break the text for a width in points; return the width and the height."""
        if self.lines is None or (available != self.width and self.text):
            self.lines = self._lay_out(available)
        self.width = available
        self.height = sum(line.above + line.below for line in self.lines)
        return available, self.height

    def _lay_out(self, width: float) -> list[Line]:
        if not self.static:
            return lay_out(self.text, self.style, width)
        key = (self.text, self.style, width)
        found = _kept.get(key)
        if found is None:
            if len(_kept) >= _KEPT_AT_MOST:
                _kept.clear()
            found = _kept[key] = lay_out(self.text, self.style, width)
        return found

    def split(self, available: float, height: float) -> list["Para"]:
        """Return what fits and what is left; nothing if too little fits.

        No single line is left alone on either page.
        """
        if self.lines is None:
            self.wrap(available)
        lines = self.lines or []
        fitting, used = 0, 0.0
        for line in lines:
            used += line.above + line.below
            if used > height + 1e-6:
                break
            fitting += 1
        fitting = min(fitting, len(lines) - 2)
        if fitting < 2:
            return []
        return [self._part(lines[:fitting]), self._part(lines[fitting:])]

    def _part(self, lines: list[Line]) -> "Para":
        part = Para("", self.style)
        part.lines = lines
        part.wrap(self.width)
        return part

    def draw(self) -> None:
        """Draw the lines from the top down."""
        draw_lines(self.canv, self.lines or [], self.style, (0.0, self.height), self.width)


def draw_lines(
    canvas: Any,
    lines: list[Line],
    style: Style,
    corner: tuple[float, float],
    width: float,
    *,
    role: str = "P",
) -> None:
    """Draw lines below and right of a corner (left, top) in points.

    ``role`` is what they are in the structure: P, or H1 and H2 for titles.
    """
    left, top = corner
    red, green, blue = style.colour
    out = [f"BT {number(red)} {number(green)} {number(blue)} rg"]
    document = canvas._doc
    for line in lines:
        top -= line.above
        if line.pieces:
            x = left + (width - line.width) * _side(line, style)
            out.append(f"1 0 0 1 {number(x)} {number(top)} Tm")
            out += [document.face(piece.face).show(piece) for piece in line.pieces]
        top -= line.below
    out.append("ET")
    with tagged(canvas, Element(role, language=style.language)):
        canvas._code.append("\n".join(out))


def _side(line: Line, style: Style) -> float:
    """Return the share of the free room that stands left of the line."""
    if style.align == "center":
        return 0.5
    if style.align in ("left", "right"):
        return 1.0 if style.align == "right" else 0.0
    return float(line.base if style.align == "start" else 1 - line.base)


def draw_at(
    canvas: Any, text: str, style: Style, corner: tuple[float, float], width: float
) -> None:
    """Draw one short text of the form itself (a page's head or foot) at a corner."""
    para = Para(text, style, static=True)
    para.wrap(width)
    draw_lines(canvas, para.lines or [], style, corner, width)


def clear_caches() -> None:
    """Forget the laid-out wording of forms, and which characters were met."""
    _kept.clear()
    forget_characters()
    bidi_class.cache_clear()
