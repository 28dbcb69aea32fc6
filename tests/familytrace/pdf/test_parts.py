"""The parts of a page: rows, signatures, feet, colours, sizes."""

from typing import Any

import pytest
from reportlab.platypus import Flowable

from familytrace.forms.filled import FilledForm
from familytrace.pdf import theme as looks
from familytrace.pdf.canvas import FormCanvas
from familytrace.pdf.columns import Block, Column
from familytrace.pdf.document import Document
from familytrace.pdf.head import feet
from familytrace.pdf.layout import Colour, Style
from familytrace.pdf.pages import MM, SIZES, make_pages
from familytrace.pdf.para import Para
from familytrace.pdf.rows import QuestionRow
from familytrace.pdf.signing import Signatures, signature_wording

STYLE = Style(size=12)


def row(words: int) -> QuestionRow:
    label = Column([Block(Para("Asked", STYLE))], "left")
    return QuestionRow(label, Column([Block(Para("word " * words, STYLE))], "left"), rtl=False)


def test_a_short_answer_moves_to_the_next_page_in_one_piece() -> None:
    short = row(20)
    short.wrap(480, 0)
    assert short.split(480, 40) == []


def test_a_long_answer_is_cut_and_carries_its_question_on() -> None:
    tall = row(500)
    tall.wrap(480, 0)
    first, rest = tall.split(480, 200)
    assert isinstance(first, QuestionRow)
    assert isinstance(rest, QuestionRow)
    assert rest.label is first.label


def test_there_are_sixteen_millimetres_to_sign_in() -> None:
    theme = looks.theme_for("en", None)
    wording = signature_wording("Signature", "", theme)
    lines = Signatures([wording, wording, wording], rtl=False)
    _width, height = lines.wrap(480, 0)
    assert height / 2 - wording.measure(200) >= 16 * MM
    assert looks.SIGNING_ROOM >= 16 * MM


def luminance(colour: Colour) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("ink", [looks.INK, looks.GREY, looks.ACCENT, looks.RED])
@pytest.mark.parametrize("paper", [looks.WHITE, looks.TINT, looks.PALE])
def test_every_ink_is_dark_enough_on_every_paper(ink: Colour, paper: Colour) -> None:
    assert (luminance(paper) + 0.05) / (luminance(ink) + 0.05) >= 4.5


@pytest.mark.parametrize("language", ["en", "ug", "kk_Arab", "zh"])
def test_answers_are_at_least_twelve_points_and_labels_nine(language: str) -> None:
    theme = looks.theme_for(language, "en")
    assert theme.value.size >= 12
    assert min(theme.label.size, theme.second_label.size, theme.small.size) >= 9


def test_a_page_is_mirrored_by_its_language() -> None:
    sides = {code: looks.theme_for(code, "en").side for code in ("en", "ug", "kk-Arab", "ar", "kk")}
    assert sides == {"en": "left", "ug": "right", "kk-Arab": "right", "ar": "right", "kk": "left"}


@pytest.mark.parametrize(("paper", "box"), [("A4", b"595.27"), ("letter", b"0 0 612 792")])
def test_the_paper_is_the_one_asked_for(paper: str, box: bytes) -> None:
    story: list[Flowable] = [Para("a", STYLE)]
    made = make_pages(story, title="T", language="en", paper=paper, furniture=lambda *_told: None)
    assert box in made
    assert paper in SIZES


def test_feet_are_drawn_on_each_page_with_the_count_of_all() -> None:
    seen: list[tuple[int, int]] = []

    def furniture(_canvas: Any, page: int, pages: int) -> None:
        seen.append((page, pages))

    story: list[Flowable] = [Para("word " * 3000, STYLE)]
    make_pages(story, title="T", language="en", paper="A4", furniture=furniture)
    assert len(seen) > 1
    assert seen == [(page, len(seen)) for page in range(1, len(seen) + 1)]


def test_page_words_that_are_the_same_in_both_languages_stand_once(form: FilledForm) -> None:
    counts = []
    for second in ("Page {page} of {pages}", "{page} / {pages}"):
        changed = FilledForm(
            **{
                **{name: getattr(form, name) for name in FilledForm.__slots__},
                "second_page_words": second,
            }
        )
        canvas = FormCanvas(None, SIZES["A4"], Document("T", "en"))
        canvas.furnishing = True
        feet(changed, looks.theme_for("en", "ug"))(canvas, 1, 2)
        counts.append("\n".join(canvas._code).count("BT "))
    assert counts[1] == counts[0] + 1


def test_a_line_put_together_goes_the_way_of_most_of_its_letters() -> None:
    theme = looks.theme_for("en", "ug")
    assert theme.words("\u062e\u0648, Hotan City", None).direction == "ltr"
    assert theme.words("\u062e\u0648 Hotan", None).direction == "auto"
    assert theme.words("\u062e\u0648, Hotan City", "ug").direction == "auto"
