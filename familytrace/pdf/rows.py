"""The parts of a form's page: section bars, questions with answers, long texts."""

from reportlab.platypus import Flowable

from familytrace.pdf.columns import Column, fill, rule
from familytrace.pdf.para import Para, draw_lines
from familytrace.pdf.theme import ACCENT, PAD, PALE, RULE, TINT

LABEL_SHARE = 0.345
SEAM = 0.8  # a tint leaves the line above it free


class SectionBar(Flowable):  # type: ignore[misc]
    """A section's number and title, with its second title on the other side."""

    def __init__(self, title: Para, second: Para | None, *, rtl: bool) -> None:
        super().__init__()
        self.title, self.second, self.rtl = title, second, rtl
        self.spaceBefore, self.spaceAfter = 12, 0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size; each title has its share of the width."""
        self.width = width
        share = 0.58 if self.second else 1.0
        heights = [self.title.wrap((width - 2 * PAD) * share)[1]]
        if self.second:
            heights.append(self.second.wrap((width - 2 * PAD) * (1 - share))[1])
        self.height = max(heights) + 7
        return width, self.height

    def draw(self) -> None:
        """Draw the bar, its thick edge on the side where reading begins."""
        fill(self.canv, PALE, (0, 0, self.width, self.height))
        fill(self.canv, ACCENT, (self.width - 3 if self.rtl else 0, 0, 3, self.height))
        for para, starts in ((self.title, True), (self.second, False)):
            if para is None:
                continue
            at_left = starts != self.rtl
            left = PAD + 2 if at_left else self.width - PAD - 2 - para.width
            top = (self.height + para.height) / 2
            style = para.style.placed("left" if at_left else "right")
            draw_lines(self.canv, para.lines or [], style, (left, top), para.width)


class QuestionRow(Flowable):  # type: ignore[misc]
    """A question on the reader's side, its answers beside it; breaks across pages."""

    def __init__(self, label: Column, answers: Column, *, rtl: bool) -> None:
        super().__init__()
        self.label, self.answers, self.rtl = label, answers, rtl

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size of the taller side."""
        self.width = width
        self.edge = width * LABEL_SHARE
        self.label_height = self.label.measure(self.edge - 2 * PAD)
        self.answer_height = self.answers.measure(width - self.edge - 2 * PAD)
        self.height = max(self.label_height, self.answer_height) + 8
        return width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Cut the answers in two; the label stays with the first part."""
        if self.label_height + 8 > height:
            return []
        parts = self.answers.split(height - 8)
        if parts is None:
            return []
        rest = Column([], self.label.side)
        return [
            QuestionRow(self.label, parts[0], rtl=self.rtl),
            QuestionRow(rest, parts[1], rtl=self.rtl),
        ]

    def draw(self) -> None:
        """Draw the tinted label, the answers and the line beneath."""
        label_left = self.width - self.edge if self.rtl else 0
        answer_left = 0 if self.rtl else self.edge
        fill(self.canv, TINT, (label_left, 0, self.edge, self.height - SEAM))
        rule(self.canv, RULE, 0, 0, self.width)
        top = self.height - 3
        self.label.draw(self.canv, label_left + PAD, top)
        self.answers.draw(self.canv, answer_left + PAD, top)


class Strip(Flowable):  # type: ignore[misc]
    """A question over the whole width, before a long answer or a table."""

    def __init__(self, label: Column) -> None:
        super().__init__()
        self.label = label

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        self.height = self.label.measure(width - 2 * PAD) + 7
        return width, self.height

    def draw(self) -> None:
        """Draw the tinted label."""
        fill(self.canv, TINT, (0, 0, self.width, self.height - SEAM))
        self.label.draw(self.canv, PAD, self.height - 3)


class LongAnswer(Flowable):  # type: ignore[misc]
    """Answers over the whole width; they run on from page to page."""

    def __init__(self, answers: Column, *, closes: bool = True) -> None:
        super().__init__()
        self.answers, self.closes = answers, closes

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        self.height = self.answers.measure(width - 2 * PAD) + 10
        return width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Cut the text in two."""
        parts = self.answers.split(height - 10)
        if parts is None:
            return []
        return [LongAnswer(parts[0], closes=False), LongAnswer(parts[1], closes=self.closes)]

    def draw(self) -> None:
        """Draw the text, and the line that closes it."""
        self.answers.draw(self.canv, PAD, self.height - 4)
        if self.closes:
            rule(self.canv, RULE, 0, 0, self.width)
