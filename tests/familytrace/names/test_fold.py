"""Folding makes spellings one that a searcher would not tell apart."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.names.fold import fold

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u0640\u202e\u2067"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SINAQ", "sinaq"),
        ("S\u0131nak", "sinak"),
        ("\u0130smail", "ismail"),
        ("Meh\u200dmut\u200c", "mehmut"),
        ("M\u00e9hri\u0308ban", "mehriban"),
        ("\uff33\uff49\uff4e\uff41\uff51", "sinaq"),
        ("\u0642\u0640\u0640\u064f\u0631\u0628\u0627\u0646", "\u0642\u0631\u0628\u0627\u0646"),
        ("\u06cc\u06c7\u0633\u06c7\u067e", "\u064a\u06c7\u0633\u06c7\u067e"),
        ("\u0645\u06d5\u06be", "\u0645\u0647\u0647"),
        ("\u0626\u0627\u064a\u0634\u06d5", "\u0627\u0649\u0634\u06d5"),
        ("\u064a\u0654\u0627", "\u0627"),
        ("\ufee3\ufeea\ufee4\ufeea\ufe95", "\u0645\u0647\u0645\u0647\u062a"),
        ("\u049a\u04b1\u043b\u0436\u0430", "\u041a\u0443\u043b\u0436\u0430"),
        ("mes'ud", "mes\u2019ud"),
        ("\u0661\u0662\uff13", "123"),
        ("a \u00a0\n b", "a b"),
    ],
)
def test_spellings_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_chinese_characters_stand_alone() -> None:
    assert "a \u4e0d \u90fd b" == fold("a\u4e0d\u90fdb")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(text) == fold(fold(text))


@given(st.text())
def test_every_normal_form_folds_alike(text: str) -> None:
    assert fold(text) == fold(unicodedata.normalize("NFC", text))
    assert fold(text) == fold(unicodedata.normalize("NFD", text))
    assert fold(text) == fold(unicodedata.normalize("NFKD", text))


@given(
    st.text(), st.sampled_from("\u200b\u200c\u200d\u2060\ufeff\u00ad\u0640\u202e\u2067"), st.data()
)
def test_invisible_signs_change_nothing(text: str, sign: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert fold(text).replace(" ", "") == fold(text[:place] + sign + text[place:]).replace(" ", "")


def test_folding_is_fast() -> None:
    text = "\u0626\u0627\u064a\u0634\u06d5\u0645 Sinaq \u9ea6\u5408\u6728\u63d0 " * 1000
    start = time.perf_counter()
    fold(text)
    assert time.perf_counter() - start < 0.5
