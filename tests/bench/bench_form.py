"""A form of three pages against the same boxes and plain Latin text by ReportLab's Paragraph.

Ours carries English, Uyghur and Chinese, embeds its fonts and is a different case each round;
between rounds only label caches are kept, as when a case is closed. The baseline has the same
boxes with as many letters, all Latin, in a font that is not even embedded.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from harness import Figure
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

from familytrace.forms.filled import (
    Answer,
    FilledForm,
    FilledQuestion,
    FilledSection,
    SignatureLine,
)
from familytrace.pdf.form_pdf import form_pdf

_SECTIONS, _QUESTIONS = 5, 5
_UYGHUR = "\u0626\u0648\u064a\u063a\u06c7\u0631 \u0626\u0627\u0626\u0649\u0644\u0649\u0633\u0649"
_CHINESE = "\u9ea6\u5408\u6728\u63d0\u6c5f"


def _answers(number: int, place: int) -> tuple[Answer, ...]:
    plain = Answer(f"Told in round {number}: a grey coat, about {50 + place} years old.")
    if place % 3 == 0:
        return plain, Answer(f"{_UYGHUR} {number} {place}", "own_words", "ug")
    if place % 3 == 1:
        return plain, Answer(f"{_CHINESE} {number}", "name", "zh-Hans", "As on the ID card")
    return (plain,)


def _form(number: int) -> FilledForm:
    sections = tuple(
        FilledSection(
            str(part + 1),
            f"Part {part + 1} of the form",
            _UYGHUR,
            tuple(
                FilledQuestion(
                    f"{part + 1}.{place + 1}",
                    f"Question {place + 1} that a body asks",
                    f"{_UYGHUR} {_UYGHUR}",
                    _answers(number, part * _QUESTIONS + place),
                )
                for place in range(_QUESTIONS)
            ),
        )
        for part in range(_SECTIONS)
    )
    return FilledForm(
        profile="bench",
        title="A case form",
        second_title=_UYGHUR,
        language="en",
        second_language="ug",
        recipient="An invented group",
        code=f"B-{number}",
        date="2026-03-01",
        notices=("Confidential",),
        sections=sections,
        pictures=(),
        statement=(),
        signatures=(SignatureLine("Place and date", _UYGHUR),),
        closing=(),
        empty_mark="\u2014",
        page_words="Page {page} of {pages}",
        second_page_words="{page} / {pages}",
    )


class _Box(Flowable):  # type: ignore[misc]
    """A label and a value beside it in one frame, as plainly as ReportLab can."""

    def __init__(self, label: list[Paragraph], value: list[Paragraph]) -> None:
        super().__init__()
        self.sides = (label, value)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give each side half of the width."""
        self.width = width
        sums = [sum(one.wrap(width / 2 - 8, height)[1] for one in side) for side in self.sides]
        self.height = max(sums) + 8
        return width, self.height

    def draw(self) -> None:
        """Draw the frame and both sides."""
        self.canv.rect(0, 0, self.width, self.height)
        for left, side in zip((4, self.width / 2 + 4), self.sides, strict=True):
            top = self.height - 4
            for one in side:
                top -= one.height
                one.drawOn(self.canv, left, top)


def _plain(form: FilledForm) -> bytes:
    small, large = ParagraphStyle("small", fontSize=10), ParagraphStyle("large", fontSize=12.5)
    story: list[Flowable] = [Paragraph(form.title, large)]
    for section in form.sections:
        story.append(_Box([Paragraph(section.title, large)], []))
        for asked in section.questions:
            label = [Paragraph(asked.label, small), Paragraph("u" * 10 + " " + "v" * 9, small)]
            value = [
                Paragraph(answer.text if answer.text.isascii() else "Latin letters 1", large)
                for answer in asked.answers
            ]
            story.append(_Box(label, value))
    target = BytesIO()
    SimpleDocTemplate(target).build(story)
    return target.getvalue()


def figures(_folder: Path) -> Iterator[Figure]:
    """Yield the one figure."""

    def ours(number: int) -> None:
        form_pdf(_form(number), {})

    def baseline(number: int) -> None:
        _plain(_form(number))

    yield Figure(
        "a form of three pages", ours, baseline, "the same boxes, Latin, by Paragraph", aim=4
    )
