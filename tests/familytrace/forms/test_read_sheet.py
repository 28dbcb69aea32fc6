"""A sheet is read back as it was written, and a stranger's sheet does no harm."""

from hypothesis import given
from hypothesis import strategies as st

from familytrace.forms.filled import Answer, FilledForm, FilledQuestion, FilledSection
from familytrace.forms.read_sheet import read_sheet
from familytrace.forms.sheet import sheet_text

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


def form(*questions: FilledQuestion) -> FilledForm:
    return FilledForm(
        profile="x",
        title="Title",
        second_title="",
        language="en",
        second_language=None,
        recipient="Sinaq group",
        code="FT-AAAAAA",
        date="2026-03-01",
        notices=(),
        sections=(FilledSection("1", "Who", "", questions),),
        pictures=(),
        statement=(),
        signatures=(),
        closing=("The end.",),
        empty_mark="",
        page_words="",
        second_page_words="",
    )


@given(st.lists(TEXT.filter(lambda text: "\\" not in text), max_size=5))
def test_every_answer_comes_back_word_for_word(texts: list[str]) -> None:
    asked = FilledQuestion("1.1", "Name", answers=tuple(Answer(text) for text in texts))
    read = [one.answer for one in read_sheet(sheet_text(form(asked))) if one.number == "1.1"]
    assert (texts or [""]) == read


def test_lines_and_bars_inside_an_answer_come_back() -> None:
    asked = FilledQuestion("1.1", "Name", answers=(Answer("one | two\nthree"),))
    lines = read_sheet(sheet_text(form(asked)))
    assert ("1.1", "Name", "one | two\nthree") == (
        lines[2].number,
        lines[2].question,
        lines[2].answer,
    )
    assert ("1", "Who", "") == (lines[1].number, lines[1].question, lines[1].answer)
    assert "The end." == lines[-1].answer


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert len(read_sheet(text)) <= 5_000
