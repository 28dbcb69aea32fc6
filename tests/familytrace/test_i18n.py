import pytest

from familytrace import i18n
from familytrace.i18n import N_, _, in_language, is_rtl, isolate, isolate_ltr, n_, set_language


def test_english_is_the_source() -> None:
    assert "Who they are" == _("Who they are")
    assert "Any sentence" == N_("Any sentence")
    assert "" == _("")


def test_one_and_many_are_told_apart() -> None:
    assert ["{n} year", "{n} years"] == [n_("{n} year", "{n} years", count) for count in (1, 2)]


def test_an_unknown_language_falls_back_to_english() -> None:
    for code in ("xx", "", "../ug", "ug/../en"):
        set_language(code)
        assert "en" == i18n.language()


def test_uyghur_is_spoken_and_written_from_right_to_left() -> None:
    with in_language("ug"):
        assert "ug" == i18n.language()
        assert is_rtl()
        assert _("Who they are") != "Who they are"
    assert "en" == i18n.language()
    assert not is_rtl()


def test_a_language_for_a_while_ends_even_after_a_failure() -> None:
    with pytest.raises(ValueError, match="x"), in_language("ug"):
        raise ValueError("x")
    assert "en" == i18n.language()


def test_languages_can_be_nested() -> None:
    with in_language("ug"):
        with in_language("en"):
            assert "en" == i18n.language()
        assert "ug" == i18n.language()


def test_the_empty_sentence_never_says_who_made_the_catalogue() -> None:
    with in_language("ug"):
        assert "" == _("")


def test_values_are_kept_together_inside_a_sentence() -> None:
    assert "\u2068Tahir\u2069" == isolate("Tahir")
    assert "\u2066+998\u2069" == isolate_ltr("+998")


def test_a_direction_is_known_for_languages_without_a_catalogue() -> None:
    assert [True, True, True, False, False] == [
        is_rtl(code) for code in ("ar", "fa", "kk_Arab", "kk", "zh")
    ]
