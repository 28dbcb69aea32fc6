"""Names are compared by sound across scripts, orders and spelling habits."""

import csv
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.names.phones import phones, pinyin_phones, syllable_of
from familytrace.names.skeleton import alike, name_key, similarity

DATA = Path(__file__).parents[2] / "data"
WORTH_SHOWING, NEARLY_SAME = 0.78, 0.86


def _people() -> dict[str, list[str]]:
    people = defaultdict(list)
    with (DATA / "invented_names.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            people[row["person"]].append(row["spelling"])
    return people


PEOPLE = _people()


@pytest.mark.parametrize("person", PEOPLE)
def test_spellings_of_one_name_are_alike(person: str) -> None:
    for one, other in product(PEOPLE[person], repeat=2):
        assert alike(one, other) >= WORTH_SHOWING, (one, other)


def test_different_given_names_are_less_alike_than_spellings_of_one() -> None:
    for one, other in product(PEOPLE, repeat=2):
        if one != other:
            best = max(alike(a, b) for a, b in product(PEOPLE[one], PEOPLE[other]))
            assert best < NEARLY_SAME, (one, other)


def test_the_order_of_the_words_and_a_missing_one_do_not_hide_a_name() -> None:
    assert alike("Zakir Sinaq", "Sinaq Zakir") == pytest.approx(1.0)
    assert alike("Zakir Sinaq", "Zakir") >= WORTH_SHOWING
    assert alike("Abdusalam Sinaq", "Sinaq Abdu Salam") >= WORTH_SHOWING


def test_the_name_key_is_the_same_for_lossless_spellings_in_any_order() -> None:
    uyghur = "\u0645\u06d5\u06be\u0645\u06c7\u062a\u062c\u0627\u0646 \u0633\u0649\u0646\u0627\u0642"
    assert name_key("Mehmutjan Sinaq") == name_key(uyghur)
    assert name_key("Mehmutjan Sinaq") == name_key("Sinaq, MEHMUTJAN")
    assert name_key("Mehmutjan Sinaq") != name_key("Gulnur Sinaq")


def test_an_arabic_spelling_with_the_article_is_heard() -> None:
    arabic = "\u0639\u0628\u062f\u0627\u0644\u0631\u062d\u0645\u0646"
    assert alike("Abdurahman", arabic) >= WORTH_SHOWING


def test_pinyin_is_read_by_syllables() -> None:
    assert "tuRXun" == pinyin_phones("Tuerxun")
    assert phones("\u5410\u5c14\u900a") == pinyin_phones("Tuerxun")
    assert pinyin_phones("Mehmutjan") is None
    assert ("er", "") == (syllable_of("\u5c14"), syllable_of("x"))


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_between_nought_and_one_and_has_no_direction(one: str, other: str) -> None:
    found = alike(one, other)
    assert 0.0 <= found <= 1.0
    assert found == pytest.approx(alike(other, one))


@given(st.text("abeghijklmnoqrstuxz", min_size=1, max_size=9), st.text("aeiklmnrst", max_size=9))
def test_a_wanted_least_never_changes_what_reaches_it(one: str, other: str) -> None:
    full = similarity(one, other)
    assert full == (similarity(one, other, full) if other else 0.0)
    assert similarity(one, other, 0.7) in (0.0, full)


def test_a_long_word_is_read_in_reasonable_time() -> None:
    assert pinyin_phones("xian" * 500 + "q") is None
