"""Places are found by any of their names and codes, old ones too."""

import pytest

from familytrace.model import gazetteer
from familytrace.model.gazetteer import by_code, counties_of, find, label, places, present

GHULJA_UG = "\u063a\u06c7\u0644\u062c\u0627"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hotan", "653200"),
        ("xoten", "653200"),
        ("Hoten", "653200"),
        ("\u548c\u7530", "653200"),
        ("\u58a8\u7389\u53bf", "653222"),
        ("Karakax, Hotan", "653222"),
        (GHULJA_UG, "654002"),
        (GHULJA_UG + " \u0634\u06d5\u06be\u0649\u0631\u0649", "654002"),
        ("\u049a\u04b1\u043b\u0436\u0430", "654002"),
        ("Ghulja county", "654002"),
        ("\u00fcr\u00fcm\u00e7i", "650100"),
        ("Kash", "653100"),
        ("652901", "652901"),
        ("\u7c73\u6cc9", "652303"),
    ],
)
def test_a_place_is_found_in_any_script(text: str, code: str) -> None:
    assert code == find(text)[0].code


@pytest.mark.parametrize("text", ["", "   ", "-", "Norway", "0", "\u0640"])
def test_what_is_no_place_here_finds_nothing(text: str) -> None:
    assert () == find(text)


def test_an_old_unit_leads_to_the_unit_of_today() -> None:
    expected = "650402"
    found = present("652101")
    assert found is not None
    assert expected == found.code
    assert all(place.is_current or _leads_to_today(place.code) for place in places())


def _leads_to_today(code: str) -> bool:
    place = present(code)
    return place is not None and place.is_current


def test_a_code_used_twice_is_told_apart_by_year() -> None:
    names = {year: getattr(by_code("650107", year), "zh", "") for year in (1990, 2000, 2010)}
    assert 3 == len(set(names.values()))
    assert by_code("650107") == by_code("650107", 2020)


def test_the_list_has_every_unit_of_the_design_notes() -> None:
    today = [place for place in places() if place.is_current]
    assert 110 == sum(place.level == "county" for place in today)
    assert 14 == sum(place.level == "prefecture" for place in today)
    for code in (place.code for place in today if place.level == "prefecture"):
        assert counties_of(code)


@pytest.mark.parametrize("language", ["en", "ug", "zh", "kk", "kk_Arab", "tr", "ru"])
def test_every_place_has_a_label_in_every_language(language: str) -> None:
    assert all(label(place.code, language).strip() for place in places())
    assert "999999" == label("999999", language)


def test_two_units_of_one_name_have_different_labels() -> None:
    for language in ("en", "ug", "zh"):
        labels = [label(place.code, language) for place in places() if place.is_current]
        twins = {name for name in labels if labels.count(name) > 1}
        assert not twins - {label("653100", "ug")}, (language, twins)


def test_names_from_memory_are_known_as_unchecked() -> None:
    qitai, hotan = by_code("652325"), by_code("653200")
    assert qitai
    assert hotan
    assert (False, True) == (qitai.is_checked("ug"), hotan.is_checked("ug"))


def test_a_county_knows_its_prefecture_of_today() -> None:
    turpan, region = gazetteer.prefecture_of("652101"), gazetteer.prefecture_of("659001")
    assert turpan
    assert ("650400", None) == (turpan.code, region)
