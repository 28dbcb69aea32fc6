"""Resident numbers are read softly: hints and warnings, never a refusal."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.model import resident_id
from familytrace.model.resident_id import check_sign, read_resident_id

INVENTED = {
    "659999198001010013": (date(1980, 1, 1), "male"),
    "659999198001010021": (date(1980, 1, 1), "female"),
    "659999195511121043": (date(1955, 11, 12), "female"),
    "659999200903050110": (date(2009, 3, 5), "male"),
    "659999199107180330": (date(1991, 7, 18), "male"),
}


@pytest.mark.parametrize("number", INVENTED)
def test_an_invented_number_says_birth_date_and_sex(number: str) -> None:
    read = read_resident_id(number)
    assert INVENTED[number] == (read.birth_date, read.sex)
    assert read.checksum_ok
    assert (resident_id.COUNTY,) == read.warnings


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002X",
        "11010519491231002x",
        " 110105 1949 1231 002x ",
        "11010519491231002\u0425",
        "\uff11\uff11\uff10\uff11\uff10\uff15\uff11\uff19\uff14\uff19\uff11\uff12\uff13\uff11\uff10\uff10\uff12\uff38",
        "\u0661\u0661\u0660\u0661\u0660\u0665\u0661\u0669\u0664\u0669\u0661\u0662\u0663\u0661\u0660\u0660\u0662X",
        "110105\u200b19491231-002X\u200e",
    ],
)
def test_a_number_is_read_however_it_was_copied(typed: str) -> None:
    read = read_resident_id(typed)
    assert ("11010519491231002X", True, ()) == (read.normalised, read.checksum_ok, read.warnings)


def test_the_letter_o_is_read_as_nought_with_a_warning() -> None:
    read = read_resident_id("11O1O519491231OO2X")
    assert ("11010519491231002X", (resident_id.LETTER_O,)) == (read.normalised, read.warnings)


def test_an_old_number_of_fifteen_digits_is_lengthened() -> None:
    read = read_resident_id("110105491231002")
    assert "11010519491231002X" == read.as_18
    assert (None, date(1949, 12, 31)) == (read.checksum_ok, read.birth_date)


def test_no_birth_year_makes_an_old_county_code_wrong() -> None:
    for code in ("652901", "650105", "653201", "654002", "652101", "652222"):
        first_17 = f"{code}19551112104"
        assert () == read_resident_id(first_17 + check_sign(first_17)).warnings


@pytest.mark.parametrize(
    ("typed", "warning"),
    [
        ("", resident_id.LENGTH),
        ("12345", resident_id.LENGTH),
        ("11010519491231002Y", resident_id.SIGNS),
        ("not known", resident_id.SIGNS),
        ("110105194912310021", resident_id.CHECK_SIGN),
        ("110105194902310021", resident_id.BIRTH_DATE),
        ("110105299912310021", resident_id.BIRTH_DATE),
        ("650999194912310021", resident_id.COUNTY),
    ],
)
def test_a_fault_is_a_warning(typed: str, warning: str) -> None:
    assert warning in read_resident_id(typed).warnings


@given(st.text(max_size=30))
def test_nothing_is_refused(text: str) -> None:
    assert isinstance(read_resident_id(text).warnings, tuple)


@given(
    st.from_regex(r"[0-9]{17}", fullmatch=True), st.integers(0, 16), st.integers(1, 9), st.data()
)
def test_one_wrong_digit_or_two_swapped_never_pass_the_check(
    first_17: str, place: int, shift: int, data: st.DataObject
) -> None:
    first_17 = "".join(char for char in first_17 if char.isascii()).ljust(17, "1")
    right = first_17 + check_sign(first_17)
    wrong_digit = str((int(right[place]) + shift) % 10)
    assert not read_resident_id(right[:place] + wrong_digit + right[place + 1 :]).checksum_ok
    left = data.draw(st.integers(0, 15))
    if right[left] != right[left + 1]:
        swapped = right[:left] + right[left + 1] + right[left] + right[left + 2 :]
        assert not read_resident_id(swapped).checksum_ok
