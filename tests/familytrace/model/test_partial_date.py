"""Partial dates keep the words as told and know their first and last possible day."""

from datetime import date

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from familytrace.model.partial_date import (
    OPEN,
    PartialDate,
    PartialDateError,
    check,
    read_typed,
    write_interval,
    write_point,
)

MEANINGS = [
    ("2017-03-09", date(2017, 3, 9), date(2017, 3, 9)),
    ("2017-03", date(2017, 3, 1), date(2017, 3, 31)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2017", date(2017, 1, 1), date(2017, 12, 31)),
    ("201X", date(2010, 1, 1), date(2019, 12, 31)),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31)),
    ("2017-XX", date(2017, 1, 1), date(2017, 12, 31)),
    ("2017-XX-XX", date(2017, 1, 1), date(2017, 12, 31)),
    ("2017-03-XX", date(2017, 3, 1), date(2017, 3, 31)),
    ("2017?", date(2017, 1, 1), date(2017, 12, 31)),
    ("2017-03~", date(2017, 3, 1), date(2017, 3, 31)),
    ("2016-21", date(2016, 3, 1), date(2016, 5, 31)),
    ("2016-22", date(2016, 6, 1), date(2016, 8, 31)),
    ("2016-23", date(2016, 9, 1), date(2016, 11, 30)),
    ("2016-24", date(2016, 12, 1), date(2017, 2, 28)),
    ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
    ("9999-24", date(9999, 12, 1), date(9999, 12, 31)),
    ("2016/2018", date(2016, 1, 1), date(2018, 12, 31)),
    ("2017-06/2017-07", date(2017, 6, 1), date(2017, 7, 31)),
    ("2016-01/2016-04~", date(2016, 1, 1), date(2016, 4, 30)),
    ("../2017-05", None, date(2017, 5, 31)),
    ("2015/..", date(2015, 1, 1), None),
    ("2015/", date(2015, 1, 1), None),
    ("/2015", None, date(2015, 12, 31)),
]

REFUSED = [
    *("", " ", "2017-3", "1989-02-30", "2017-13", "2017-00", "2017-01-00", "2017-01-32", "17"),
    *("0000", "0999", "2X17", "XXXX", "201X-03", "2017-XX-05", "2017-24-01", "2017-25", "-2017"),
    *(
        "2017~?",
        "~2017",
        "2017-03-09T10:00",
        "2017/2016",
        "../..",
        "/",
        "../",
        "a/b",
        "2017/2018/2019",
    ),
    *("2017\n", " 2017", "2017 ", "\u0662\u0660\u0661\u0667", "2017-\uff10\uff13", "2017" * 20),
]


@pytest.mark.parametrize(("edtf", "first", "last"), MEANINGS)
def test_a_date_knows_its_first_and_last_possible_day(
    edtf: str, first: date | None, last: date | None
) -> None:
    told = PartialDate(edtf)
    assert (first, last) == (told.earliest, told.latest)


@pytest.mark.parametrize("edtf", REFUSED)
def test_what_is_not_a_date_is_refused_and_never_repeated(edtf: str) -> None:
    with pytest.raises(PartialDateError) as caught:
        PartialDate(edtf)
    assert len(edtf.strip()) < 3 or edtf not in str(caught.value)


def test_words_alone_are_a_date_too() -> None:
    told = PartialDate(None, "when the apricots were ripe")
    assert (told.earliest, told.latest, told.has_month, told.has_day) == (None, None, False, False)


def test_typed_words_are_kept_and_understood_only_when_plain() -> None:
    assert PartialDate("2017-03", " 2017-03 ") == read_typed(" 2017-03 ")
    assert PartialDate(None, "spring of 2017") == read_typed("spring of 2017")


@pytest.mark.parametrize(
    ("edtf", "month", "day"),
    [
        ("2017", False, False),
        ("2017-XX", False, False),
        ("2017-23", False, False),
        ("2017-03", True, False),
        ("2017-03-XX", True, False),
        ("2017-03-09", True, True),
        ("2017-03/2017-05", True, False),
        ("2017-03-01/2017-05-02", True, True),
        ("2017-03/2018", False, False),
        ("2017-03-09/..", False, False),
    ],
)
def test_a_date_knows_whether_month_and_day_are_there(edtf: str, month: bool, day: bool) -> None:
    told = PartialDate(edtf)
    assert (month, day) == (told.has_month, told.has_day)


@pytest.mark.parametrize(
    ("edtf", "about", "doubted"),
    [
        ("2017", False, False),
        ("2017~", True, False),
        ("2017?", False, True),
        ("2017%", True, True),
        ("2016~/2018", True, False),
        ("2016/2018?", False, True),
    ],
)
def test_marks_for_about_and_doubted_are_told_apart(edtf: str, about: bool, doubted: bool) -> None:
    told = PartialDate(edtf)
    assert (about, doubted) == (told.is_approximate, told.is_uncertain)


def test_dates_sort_by_first_possible_day_and_words_come_last() -> None:
    ordered = ["../2016-12", "2017", "2017-01-01/2018", "2017-03", "2017-03-09/.."]
    dates = [PartialDate(None, "long ago"), *map(PartialDate, reversed(ordered))]
    found = [told.edtf for told in sorted(dates, key=lambda told: told.sort_key)]
    assert [*ordered, None] == found


@given(
    st.integers(1000, 9999), st.integers(0, 14), st.integers(0, 33), st.sampled_from(["", "?", "~"])
)
def test_our_writer_and_the_calendar_agree(year: int, month: int, day: int, mark: str) -> None:
    try:
        expected = date(year, month, day)
    except ValueError:
        with pytest.raises(PartialDateError):
            write_point(year, month, day, mark)
        return
    written = PartialDate(write_point(year, month, day, mark))
    assert (expected, expected) == (written.earliest, written.latest)


def test_an_interval_is_written_with_an_open_end() -> None:
    assert write_interval("2015", OPEN) == "2015/.."
    with pytest.raises(PartialDateError):
        write_interval("2015-05-06", "2015-05-05")
    with pytest.raises(PartialDateError):
        write_point(2015, None, 3)


points = st.from_regex(
    r"[12][0-9]{3}(-(0[0-9]|1[0-4]|2[1-3])(-[0-3][0-9])?)?[?~%]?|[12][0-9]{2}X|[12][0-9]XX",
    fullmatch=True,
)


@given(points | st.tuples(points, points).map("/".join))
def test_another_reader_of_the_standard_agrees(text: str) -> None:
    """The edtf package is the oracle, save for winter, ``../b`` and fuzzy bounds (design notes)."""
    try:
        oracle = parse_edtf(text)
        first, last = oracle.lower_strict(), oracle.upper_strict()
    except (EDTFParseException, ValueError, AttributeError):
        return
    try:
        check(text)
    except PartialDateError:
        expected_refusal = first > last or _no_such_day(text)
        assert expected_refusal, text
        return
    ours = PartialDate(text)
    assert ours.earliest is not None
    assert ours.latest is not None
    assert tuple(first)[:3] == ours.earliest.timetuple()[:3]
    assert tuple(last)[:3] == ours.latest.timetuple()[:3]


def _no_such_day(text: str) -> bool:
    for end in text.split("/"):
        parts = [int(part) for part in end.rstrip("?~%").split("-") if part.isdigit()]
        try:
            date(parts[0], parts[1] % 20 if len(parts) == 2 else parts[1], (*parts, 1)[2])
        except (ValueError, IndexError):
            return True
    return False
