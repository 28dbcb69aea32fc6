"""Dates are said in each language as people write them."""

import string

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from familytrace.model import date_words
from familytrace.model.date_words import in_words, languages
from familytrace.model.partial_date import PartialDate

ENGLISH = {
    "2017-03-09": "9 March 2017",
    "2017-03": "March 2017",
    "2017": "2017",
    "201X": "2010s",
    "20XX": "some time from 2000 to 2099",
    "2017-XX": "2017 (month not known)",
    "2017-03-XX": "March 2017 (day not known)",
    "2016-23": "autumn 2016",
    "2016-24": "winter 2016\u20132017",
    "2017~": "about 2017",
    "2017-03?": "March 2017 (not certain)",
    "2017%": "about 2017 (not certain)",
    "2016-01/2016-04~": "between January 2016 and about April 2016",
    "../2017-05": "May 2017 or earlier",
    "2015/..": "2015 or later",
    "2015/": "from 2015, end not known",
    "/2015": "until 2015, beginning not known",
}
PARTS = {"day", "month", "year", "first", "last", "season", "next", "date", "start", "end"}


@pytest.mark.parametrize(("edtf", "said"), ENGLISH.items())
def test_every_kind_of_date_is_said_in_english(edtf: str, said: str) -> None:
    assert said == in_words(PartialDate(edtf), "en")


def test_uyghur_and_chinese_months_are_numbers() -> None:
    uyghur = in_words(PartialDate("1989-03"), "ug")
    assert uyghur == "1989-\u064a\u0649\u0644\u0649 3-\u0626\u0627\u064a"
    assert in_words(PartialDate("2017-03-09"), "zh_Hans_CN") == "2017\u5e743\u67089\u65e5"


def test_words_alone_are_said_as_told_and_unknown_languages_fall_back_to_english() -> None:
    assert in_words(PartialDate(None, "long ago"), "ug") == "long ago"
    assert in_words(PartialDate("2017-03"), "xx") == "March 2017"


def test_all_languages_have_the_same_patterns() -> None:
    tables = date_words._tables()
    expected = set(tables["en"]) - {"months"}
    for language, words in tables.items():
        assert expected == set(words) - {"months", "months_with_day"}, language
        assert len(words["seasons"]) == 4
        for kind in expected - {"seasons", "decade"}:
            assert _parts(tables["en"][kind]) <= _parts(words[kind]) <= PARTS, (language, kind)


def _parts(pattern: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(pattern) if name}


@pytest.mark.parametrize("language", ["en", "ru", "tr", "kk", "ky", "fr", "es", "de"])
def test_month_names_are_those_of_the_common_locale_data(language: str) -> None:
    words = date_words._tables()[language]
    theirs = Locale.parse(language).months["format"]["wide"]
    ours = words.get("months_with_day") or words["months"]
    assert [theirs[month] for month in range(1, 13)] == ours


@given(
    st.sampled_from(sorted(languages())),
    st.integers(1000, 9998),
    st.sampled_from(["", "-03", "-24", "-22", "-XX", "-12-31", "-11-XX"]),
    st.sampled_from(["", "?", "~", "%"]),
)
def test_every_date_is_said_in_every_language_with_its_year(
    language: str, year: int, rest: str, mark: str
) -> None:
    for edtf in (f"{year}{rest}{mark}", f"{year}{rest}{mark}/..", f"/{year}{rest}{mark}"):
        said = in_words(PartialDate(edtf), language)
        assert str(year) in said
        assert "{" not in said
