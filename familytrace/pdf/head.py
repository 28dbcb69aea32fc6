"""The top of a form, its notices, its pictures, and what stands on every page's foot."""

from typing import Any

from reportlab.platypus import Flowable

from familytrace.forms.filled import FilledForm
from familytrace.pdf.canvas import Furniture
from familytrace.pdf.columns import Column, fill, rule
from familytrace.pdf.pages import BOTTOM, SIDE
from familytrace.pdf.para import Para, draw_at, draw_lines
from familytrace.pdf.picture import Photo
from familytrace.pdf.theme import ACCENT, PAD, PORTRAIT, RED, RULE, Theme


class Head(Flowable):  # type: ignore[misc]
    """Titles where reading begins, the portrait on the other side."""

    def __init__(self, words: Column, portrait: Photo | None, *, rtl: bool) -> None:
        super().__init__()
        self.words, self.portrait, self.rtl = words, portrait, rtl
        self.spaceAfter = 8

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size of words or portrait, whichever is taller."""
        self.width = width
        room = width
        beside = 0.0
        if self.portrait:
            across, beside = self.portrait.wrap(PORTRAIT[0])
            room -= across + 2 * PAD
        self.height = max(self.words.measure(room), beside) + 8
        return width, self.height

    def draw(self) -> None:
        """Draw the words, the portrait and a line in the form's colour."""
        left = self.width - self.words.width if self.rtl else 0.0
        self.words.draw(self.canv, left, self.height)
        if self.portrait:
            side = 0.0 if self.rtl else self.width - self.portrait.width
            self.portrait.drawOn(self.canv, side, self.height - self.portrait.height)
        fill(self.canv, ACCENT, (0, 0, self.width, 1.4))


class Notice(Flowable):  # type: ignore[misc]
    """A sentence that must be seen first, beside a red edge."""

    def __init__(self, words: Para, *, rtl: bool) -> None:
        super().__init__()
        self.words, self.rtl = words, rtl
        self.spaceAfter = 4

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        self.height: float = self.words.wrap(width - 2 * PAD - 4)[1] + 4
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Cut a notice longer than a page."""
        parts = self.words.split(width, height - 4)
        return [Notice(part, rtl=self.rtl) for part in parts]

    def draw(self) -> None:
        """Draw the edge and the words."""
        fill(self.canv, RED, (self.width - 3 if self.rtl else 0, 0, 3, self.height))
        left = PAD if self.rtl else PAD + 4
        style = self.words.style
        if len(self.words.lines or []) == 1:
            style = style.placed("right" if self.rtl else "left")
        corner = (left, self.height - 2)
        draw_lines(self.canv, self.words.lines or [], style, corner, self.words.width)


class Pictures(Flowable):  # type: ignore[misc]
    """One or two pictures beside one another."""

    def __init__(self, photos: list[Photo], *, rtl: bool) -> None:
        super().__init__()
        self.photos, self.rtl = photos, rtl
        self.spaceBefore = 10

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size of the tallest."""
        self.width = width
        self.height: float = max(photo.wrap(width / 2 - PAD)[1] for photo in self.photos)
        return width, self.height

    def draw(self) -> None:
        """Draw them from the side where reading begins."""
        for place, photo in enumerate(self.photos):
            left = place * (self.width / 2 + PAD)
            if self.rtl:
                left = self.width - left - photo.width
            photo.drawOn(self.canv, left, self.height - photo.height)


def feet(form: FilledForm, theme: Theme) -> Furniture:
    """Return what draws every page's foot: code, first notice, page x of y."""
    notice = form.notices[0] if form.notices else ""

    def draw(canvas: Any, page: int, pages: int) -> None:
        width = canvas._pagesize[0] - 2 * SIDE
        top = BOTTOM - 8
        rule(canvas, RULE, SIDE, top, width)
        words = [form.page_words, form.second_page_words]
        said = (text.format(page=page, pages=pages) for text in words if text)
        told = list(dict.fromkeys(said))
        code = theme.small.placed(theme.side)
        count = theme.small.placed("left" if theme.rtl else "right")
        draw_at(canvas, form.code, code, (SIDE, top - 3), width)
        for line, text in enumerate(told):
            draw_at(canvas, text, count, (SIDE, top - 3 - 13 * line), width)
        if notice:
            middle = (SIDE + width * 0.2, top - 3)
            draw_at(canvas, notice, theme.foot, middle, width * 0.6)

    return draw
