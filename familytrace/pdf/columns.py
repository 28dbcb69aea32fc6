"""Blocks of text one under another, which can be measured, cut in two and drawn."""

from dataclasses import dataclass, replace
from typing import Any

from familytrace.pdf.layout import Colour
from familytrace.pdf.para import Para, draw_lines
from familytrace.pdf.tags import decoration

BAR_WIDTH = 2.0
BAR_ROOM = 9.0
MARKER_ROOM = 26.0


@dataclass(slots=True)
class Block:
    """A paragraph, the gap above it, and the bar beside it if somebody's words need one.

    Up to ``hugs`` lines stand on the page's own side whatever their script, so that a
    short answer is not torn from its question. A ``marker`` is a number that stands in a
    narrow column of its own before the first line. ``room`` is the least height: paper to
    write on by hand.
    """

    para: Para
    gap: float = 0.0
    bar: Colour | None = None
    hugs: int = 1
    role: str = "P"
    marker: Para | None = None
    indent: float = 0.0
    room: float = 0.0


WORDING = 4  # lines of a label or a cell that stay on the page's own side


class Column:
    """Blocks under one another; ``side`` is where the page's lines begin."""

    def __init__(self, blocks: list[Block], side: str) -> None:
        self.blocks = blocks
        self.side = side
        self.width = 0.0

    def measure(self, width: float) -> float:
        """Lay the blocks out for a width and return their height."""
        self.width = width
        return sum(self._height(block, place) for place, block in enumerate(self.blocks))

    def _height(self, block: Block, place: int) -> float:
        if block.marker:
            block.marker.wrap(MARKER_ROOM - 4)
        height: float = block.para.wrap(self.width - _inset(block))[1]
        return max(height, block.room) + (block.gap if place else 0.0)

    def split(self, height: float) -> "tuple[Column, Column] | None":
        """Cut at a height into what fits and what is left; None if nothing fits."""
        used = 0.0
        for place, block in enumerate(self.blocks):
            needed = self._height(block, place)
            if used + needed <= height + 1e-6:
                used += needed
                continue
            gap = block.gap if place else 0.0
            parts = block.para.split(block.para.width, height - used - gap)
            kept, left = self.blocks[:place], self.blocks[place:]
            if parts:
                kept = [*kept, replace(block, para=parts[0], hugs=0)]
                rest = replace(block, para=parts[1], hugs=0, marker=None)
                rest.indent = _inset(block)
                left = [rest, *left[1:]]
            elif kept and _is_heading(kept[-1]):
                kept, left = kept[:-1], [kept[-1], *left]
            if not kept:
                return None
            return self._part(kept), self._part(left)
        return None

    def _part(self, blocks: list[Block]) -> "Column":
        part = Column(blocks, self.side)
        part.measure(self.width)
        return part

    def draw(self, canvas: Any, left: float, top: float) -> None:
        """Draw the blocks from a corner down."""
        for place, block in enumerate(self.blocks):
            top -= block.gap if place else 0.0
            para = block.para
            lines = para.lines or []
            style = para.style
            at_right = self.side == "right" if not block.bar else bool(lines and lines[0].base)
            inset = 0.0 if at_right else _inset(block)
            if block.bar:
                edge = left + self.width - BAR_WIDTH if at_right else left
                fill(canvas, block.bar, (edge, top - para.height + 2, BAR_WIDTH, para.height - 2))
            if block.marker:
                self._mark(canvas, block.marker, left, top)
            if len(lines) <= block.hugs:
                style = style.placed(self.side)
            corner = (left + inset, top)
            draw_lines(canvas, lines, style, corner, para.width, role=block.role)
            top -= max(para.height, block.room)

    def _mark(self, canvas: Any, marker: Para, left: float, top: float) -> None:
        """Draw a block's number on the side where reading begins."""
        if self.side == "right":
            left += self.width - marker.width
        style = marker.style.placed(self.side)
        draw_lines(canvas, marker.lines or [], style, (left, top), marker.width)


def _inset(block: Block) -> float:
    """Return the room beside a block that its bar or its number takes."""
    if block.marker:
        return MARKER_ROOM
    return BAR_ROOM if block.bar else block.indent


def _is_heading(block: Block) -> bool:
    """Tell whether a block is a small label that must not be left behind."""
    return bool(block.para.static)


def fill(canvas: Any, colour: Colour, box: tuple[float, float, float, float]) -> None:
    """Fill a box of left, bottom, width and height."""
    with decoration(canvas):
        canvas.setFillColorRGB(*colour)
        canvas.rect(*box, stroke=0, fill=1)


def rule(canvas: Any, colour: Colour, left: float, y: float, width: float) -> None:
    """Draw a thin level line that lies just above a height."""
    with decoration(canvas):
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(0.5)
        canvas.line(left, y + 0.25, left + width, y + 0.25)
