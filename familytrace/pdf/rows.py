"""The parts of a form's page: section bars, questions with answers, long texts."""

from reportlab.platypus import Flowable

from familytrace.pdf.columns import Column, fill, rule
from familytrace.pdf.theme import ACCENT, PAD, PALE, RULE, TINT

LABEL_SHARE = 0.345
WHOLE = 110.0  # a row lower than this moves to the next page in one piece
SEAM = 0.8  # a tint leaves the line above it free


class SectionBar(Flowable):  # type: ignore[misc]
    """A section's number and title, the second title beneath: one script a line."""

    def __init__(self, titles: Column, *, rtl: bool) -> None:
        super().__init__()
        self.titles, self.rtl = titles, rtl
        self.spaceBefore, self.spaceAfter = 12, 0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = width
        self.height = self.titles.measure(width - 2 * PAD - 4) + 8
        return width, self.height

    def draw(self) -> None:
        """Draw the bar, its thick edge on the side where reading begins."""
        fill(self.canv, PALE, (0, 0, self.width, self.height))
        fill(self.canv, ACCENT, (self.width - 3 if self.rtl else 0, 0, 3, self.height))
        self.titles.draw(self.canv, PAD if self.rtl else PAD + 4, self.height - 3)


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
        """Cut long answers in two; each part carries the label."""
        if self.label_height + 8 > height or self.height < WHOLE:
            return []
        parts = self.answers.split(height - 8)
        if parts is None:
            return []
        return [
            QuestionRow(self.label, parts[0], rtl=self.rtl),
            QuestionRow(self.label, parts[1], rtl=self.rtl),
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

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Cut a question longer than a page."""
        parts = self.label.split(height - 7)
        return [Strip(parts[0]), Strip(parts[1])] if parts else []

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
