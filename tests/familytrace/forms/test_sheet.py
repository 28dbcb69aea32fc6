import pytest

from familytrace.forms.filled import Answer, FilledForm, FilledQuestion, FilledSection
from familytrace.forms.sheet import sheet_text
from familytrace.package.content import clean_text

FORGED = "Tahir{}6.1 | Name | somebody else"


def _form(*answers: Answer, rows: tuple[tuple[str, ...], ...] = ()) -> FilledForm:
    columns = ("One", "Two") if rows else ()
    question = FilledQuestion("1.1", "Name", answers=answers, columns=columns, rows=rows)
    return FilledForm(
        profile="mine",
        title="Form",
        second_title="",
        language="en",
        second_language=None,
        recipient="We",
        code="FT-AAAAAA",
        date="2026-11-20",
        notices=(),
        sections=(FilledSection("1", "Who", "", (question,)),),
        pictures=(),
        statement=(),
        signatures=(),
        closing=("The end.",),
        empty_mark="Not known",
        page_words="",
        second_page_words="",
    )


def test_each_answer_is_a_line_under_its_number() -> None:
    expected = (
        "Form | FT-AAAAAA | 2026-11-20\n\n1 | Who |\n"
        "1.1 | Name | On the card: Tahir\n1.1 | Name | Tayir\n\nThe end.\n"
    )
    assert expected == sheet_text(_form(Answer("Tahir", label="On the card"), Answer("Tayir")))


def test_a_question_without_an_answer_stands_there_too() -> None:
    assert "\n1.1 | Name |\n" in sheet_text(_form())


def test_a_row_of_a_table_is_one_line() -> None:
    text = sheet_text(_form(rows=(("a", "b"), ("", "c|d"))))
    assert "1.1 | Name | One: a; Two: b\n1.1 | Name | Two: c\\|d\n" in text


@pytest.mark.parametrize(
    "sign",
    ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"],
    ids=ascii,
)
def test_no_answer_can_forge_a_line_even_after_packing(sign: str) -> None:
    text = clean_text(sheet_text(_form(Answer(FORGED.format(sign))))).decode()
    assert 1 == len([line for line in text.splitlines() if "somebody" in line])
    assert "\n6.1" not in text
    assert "Tahir\\n6.1 \\| Name" in text


@pytest.mark.parametrize(
    ("opened", "closed"),
    [("\u202e", "\u202c"), ("\u202b", "\u202c"), ("\u2067", "\u2069"), ("\u2068", "\u2069")],
    ids=ascii,
)
def test_a_direction_does_not_run_on_into_the_next_cell(opened: str, closed: str) -> None:
    text = sheet_text(_form(Answer(f"@Sinaq {opened}qaniS")))
    assert f"{opened}qaniS{closed}\n" in text
    whole = f"{opened}inside{closed}"
    assert f"{whole}\n" in sheet_text(_form(Answer(whole)))
