"""The end of a form: the statement that was agreed to, and lines to sign on."""

from typing import Any

from reportlab.platypus import Flowable

from familytrace.pdf.columns import WORDING, Block, Column, fill
from familytrace.pdf.para import Para
from familytrace.pdf.tags import decoration
from familytrace.pdf.theme import ACCENT, INK, PAD, SIGNING_ROOM, TICK, TINT, WHITE, Theme

_GUTTER = TICK + 2 * PAD


class Statement(Flowable):  # type: ignore[misc]
    """A ticked sentence in one language or two, in a tinted box."""

    def __init__(self, wording: Column, *, ticked: bool, rtl: bool) -> None:
        super().__init__()
        self.wording, self.ticked, self.rtl = wording, ticked, rtl
        self.spaceBefore = 4

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        self.height = self.wording.measure(width - _GUTTER - PAD) + 12
        return width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Cut a statement longer than a page; the box to tick stays with its beginning."""
        parts = self.wording.split(height - 12)
        if parts is None:
            return []
        first = Statement(parts[0], ticked=self.ticked, rtl=self.rtl)
        return [first, Statement(parts[1], ticked=self.ticked, rtl=self.rtl)]

    def draw(self) -> None:
        """Draw the box to tick at the side where reading begins."""
        fill(self.canv, TINT, (0, 0, self.width, self.height))
        left = self.width - PAD - TICK if self.rtl else PAD
        draw_tick(self.canv, (left, self.height - 8 - TICK), ticked=self.ticked)
        self.wording.draw(self.canv, PAD if self.rtl else _GUTTER, self.height - 5)


def draw_tick(canvas: Any, corner: tuple[float, float], *, ticked: bool) -> None:
    """Draw a box, ticked or empty, as lines: no font is needed."""
    with decoration(canvas):
        canvas.setFillColorRGB(*WHITE)
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(1)
        canvas.rect(*corner, TICK, TICK, stroke=1, fill=1)
        if ticked:
            _draw_hook(canvas, *corner)


def _draw_hook(canvas: Any, left: float, bottom: float) -> None:
    canvas.setStrokeColorRGB(*ACCENT)
    canvas.setLineWidth(1.9)
    path = canvas.beginPath()
    path.moveTo(left + 2, bottom + TICK * 0.5)
    path.lineTo(left + TICK * 0.42, bottom + 2.4)
    path.lineTo(left + TICK - 1.6, bottom + TICK - 2)
    canvas.drawPath(path)


class Signatures(Flowable):  # type: ignore[misc]
    """Lines to sign on, two beside one another, their wording under them."""

    def __init__(self, wordings: list[Column], *, rtl: bool) -> None:
        super().__init__()
        self.wordings, self.rtl = wordings, rtl

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size: room to sign above each line."""
        self.width = width
        self.share = (width - 3 * PAD) / 2 if len(self.wordings) > 1 else width * 0.6
        heights = [wording.measure(self.share) for wording in self.wordings]
        pairs = [max(heights[place : place + 2]) for place in range(0, len(heights), 2)]
        self.rows = [height + SIGNING_ROOM + 6 for height in pairs]
        self.height = sum(self.rows)
        return width, self.height

    def draw(self) -> None:
        """Draw the lines and what stands under them."""
        top = self.height
        for place, wording in enumerate(self.wordings):
            first = place % 2 == 0
            left = 0.0 if first != self.rtl else self.width - self.share
            y = top - SIGNING_ROOM
            fill(self.canv, INK, (left, y, self.share, 0.9))
            wording.draw(self.canv, left, y - 3)
            if not first:
                top -= self.rows[place // 2]


def signature_wording(label: str, second: str, theme: Theme) -> Column:
    """Return what stands under one line."""
    blocks = [Block(Para(label, theme.label, static=True), hugs=WORDING)]
    if second:
        blocks.append(Block(Para(second, theme.second_label, static=True), hugs=WORDING))
    return Column(blocks, theme.side)
