"""Uyghur alphabets turn into one another without loss; Chinese has one pinyin."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.names import suggest as module
from familytrace.names.suggest import Suggestion, from_arabic, pinyin, suggest, to_arabic

LETTERS = tomllib.loads(
    (Path(module.__file__).parent / "data" / "uyghur_letters.toml").read_text(encoding="utf-8")
)
VOWELS, CONSONANTS = list(LETTERS["vowels"]), list(LETTERS["consonants"])
SEAT = LETTERS["seat"]
MEHMUTJAN = "\u0645\u06d5\u06be\u0645\u06c7\u062a\u062c\u0627\u0646"
SINAQ = "\u0633\u0649\u0646\u0627\u0642"


@st.composite
def uyghur_words(draw: st.DrawFn) -> str:
    """Draw a well-formed word: each vowel without a consonant before it has its seat."""
    kinds = draw(st.lists(st.sampled_from("vcs"), min_size=1, max_size=9))
    word = ""
    for kind in kinds:
        if kind == "c":
            word += draw(st.sampled_from(CONSONANTS))
        else:
            needs_seat = not word or word[-1] in VOWELS or kind == "s"
            word += (SEAT if needs_seat else "") + draw(st.sampled_from(VOWELS))
    return word


@given(st.lists(uyghur_words(), min_size=1, max_size=3).map(" ".join))
def test_latin_and_cyrillic_turn_back_into_the_same_arabic(text: str) -> None:
    for script in ("latin", "cyrillic"):
        assert text == to_arabic(from_arabic(text, script), script)


def test_all_letters_are_there_once() -> None:
    rows = [*LETTERS["vowels"].values(), *LETTERS["consonants"].values()]
    assert (32, 32, 32) == (len(rows), len({r[0] for r in rows}), len({r[1] for r in rows}))


@pytest.mark.parametrize(
    ("typed", "script", "made"),
    [
        (f"{MEHMUTJAN} {SINAQ}", "uyghur_latin", "Mehmutjan Sinaq"),
        ("Mehmutjan Sinaq", "uyghur_arabic", f"{MEHMUTJAN} {SINAQ}"),
        ("mehmutjan", "uyghur_cyrillic", "\u041c\u04d9\u04bb\u043c\u0443\u0442\u0497\u0430\u043d"),
        ("Mes'ud", "uyghur_arabic", "\u0645\u06d5\u0633\u0626\u06c7\u062f"),
        ("Ayshe", "uyghur_arabic", "\u0626\u0627\u064a\u0634\u06d5"),
        ("\u041c\u04d9\u04bb\u043c\u0443\u0442", "uyghur_latin", "Mehmut"),
        (
            "\u9ea6\u5408\u6728\u63d0\u6c5f\u00b7\u65af\u7eb3\u514b",
            "pinyin",
            "Maihemutijiang Sinake",
        ),
    ],
)
def test_a_name_is_suggested_in_other_letters(typed: str, script: str, made: str) -> None:
    assert Suggestion(script, made) in suggest(typed)


def test_nothing_is_suggested_in_chinese_and_nothing_from_nothing() -> None:
    assert "chinese_hanzi" not in {found.script for found in suggest("Mehmutjan")}
    assert () == suggest("123")
    assert () == suggest("Mahmutcan S\u0131nak")
    assert "" == pinyin("abc")


@given(st.text(max_size=30))
def test_any_text_may_be_asked_about(text: str) -> None:
    assert all(found.text for found in suggest(text))
