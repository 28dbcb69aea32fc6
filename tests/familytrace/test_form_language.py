"""A form speaks its own language, also one that the screen is not offered in."""

from pathlib import Path

import hatch_build
import house_rules
import pytest

from familytrace import i18n
from familytrace.i18n import LANGUAGES, _, in_language, language, n_, set_language

COUNT = ("{count} year", "{count} years")


@pytest.fixture(scope="module", autouse=True)
def compiled() -> list[Path]:
    """Compile the catalogues, as every build does."""
    return hatch_build.compile_catalogues(house_rules.ROOT)


@pytest.mark.parametrize("code", ["zh", "zh_CN", "zh_Hans", "zh_Hans_CN", "zh-Hans", "zh-CN"])
def test_a_form_speaks_chinese_under_each_of_its_names(code: str) -> None:
    with in_language(code):
        assert "zh" == language()
        assert "\u59d3\u540d" == _("Name")
        assert n_(*COUNT, 1) == n_(*COUNT, 5) != COUNT[1]
    assert "en" == language()


def test_the_screen_is_not_offered_in_a_language_made_for_forms() -> None:
    assert "zh" not in LANGUAGES
    set_language("zh")
    try:
        assert "en" == language()
    finally:
        set_language("en")


def test_an_unknown_form_language_is_english() -> None:
    with in_language("tlh"):
        assert ("en", "Name") == (language(), _("Name"))


def test_the_screen_goes_on_in_its_language_after_the_form() -> None:
    set_language("ug")
    try:
        with in_language("zh"):
            assert not i18n.is_rtl()
        assert "ug" == language()
        assert i18n.is_rtl()
        assert _("Name") not in ("Name", "\u59d3\u540d")
    finally:
        set_language("en")


def test_a_list_has_the_comma_of_its_language() -> None:
    from familytrace.i18n import comma, in_language

    found = []
    for code in ("en", "ug", "zh"):
        with in_language(code):
            found.append(comma())
    assert [", ", "\u060c ", "\u3001"] == found
