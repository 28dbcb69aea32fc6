import pytest
from cases import document

from familytrace.forms.show import language_name, place_text, short, show, telling_in_form_language
from familytrace.i18n import in_language
from familytrace.model.facts import facts_of
from familytrace.model.partial_date import PartialDate
from familytrace.model.person import Person
from familytrace.model.place import Place
from familytrace.model.telling import Telling

FACTS = facts_of(Person)
UYGHUR = document("T01").case.names[0].text


@pytest.mark.parametrize("value", [None, "", (), False])
def test_what_is_not_known_shows_nothing(value: object) -> None:
    assert () == show(value, FACTS["father_name"])
    assert "" == short(value, FACTS["father_name"])


def test_no_children_is_an_answer() -> None:
    assert "0" == short(0, FACTS["children"])
    assert ["0"] == [one.text for one in show(0, FACTS["children"])]


@pytest.mark.parametrize(
    ("expected", "value", "name"),
    [
        ("Female", "female", "sex"),
        ("a_code_of_2031", "a_code_of_2031", "sex"),
        ("Uyghur, Tatar", ("uyghur", "tatar"), "ethnicity"),
        ("Yes", True, "sex"),
        ("autumn 2016", PartialDate("2016-23", "when it got cold"), "birth_date"),
        ("when it got cold", PartialDate(None, "when it got cold"), "birth_date"),
    ],
)
def test_a_value_reads_as_people_say_it(expected: str, value: object, name: str) -> None:
    assert expected == short(value, FACTS[name])


def test_words_as_told_stand_beside_a_date_when_they_add_something() -> None:
    told = show(PartialDate("2016-23", "when it got cold"), FACTS["birth_date"])
    assert [("", "autumn 2016"), ("As told", "when it got cold")] == [
        (one.label, one.text) for one in told
    ]
    for same in ("2016-23", "autumn 2016", ""):
        assert 1 == len(show(PartialDate("2016-23", same), FACTS["birth_date"]))


def test_a_date_is_said_in_the_language_of_the_form() -> None:
    date = PartialDate("2018-03")
    english = short(date, FACTS["birth_date"])
    with in_language("ug"):
        assert english != short(date, FACTS["birth_date"])


@pytest.mark.parametrize(
    ("expected", "place"),
    [
        ("", Place()),
        ("Almaty, Kazakhstan", Place("Almaty", "", "Kazakhstan")),
        (
            "Hotan City, Hotan (Khotan), Xinjiang Uyghur Autonomous Region, China",
            Place("", "653201"),
        ),
        ("Shihezi, Xinjiang Uyghur Autonomous Region, China", Place("", "659001")),
        ("Village 8, Lop, 999999", Place("Lop", "999999", "", "Village 8")),
    ],
)
def test_a_place_goes_from_the_small_to_the_large(expected: str, place: Place) -> None:
    assert expected == place_text(place)


def test_own_words_come_first_and_their_translation_is_marked() -> None:
    own, translated = show(Telling(UYGHUR, "ug", "Gone", "en"), FACTS["description"])
    assert ("own_words", "ug") == (own.role, own.language)
    assert ("translation", "en", "Translation") == (
        translated.role,
        translated.language,
        translated.label,
    )
    (plain,) = show(Telling("Gone", "en"), FACTS["description"])
    assert "answer" == plain.role


def test_a_table_takes_the_words_in_the_language_of_the_form() -> None:
    told = Telling(UYGHUR, "ug", "Gone", "en")
    assert "Gone" == telling_in_form_language(told)
    with in_language("ug"):
        assert UYGHUR == telling_in_form_language(told)
    assert UYGHUR == telling_in_form_language(Telling(UYGHUR, "ug"))


@pytest.mark.parametrize(
    ("expected", "code"),
    [("Kazakh", "kk"), ("Kazakh", "kk_Arab"), ("Chinese", "zh-Hans"), ("Salar", "Salar")],
)
def test_a_language_is_named_and_not_coded(expected: str, code: str) -> None:
    assert expected == language_name(code)
