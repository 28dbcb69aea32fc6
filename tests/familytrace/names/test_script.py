"""The script of a name is guessed from its letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.names.script import guess_name_script, is_script_of_language, script_of

UYGHUR = "\u0645\u06d5\u06be\u0645\u06c7\u062a\u062c\u0627\u0646 \u0633\u0649\u0646\u0627\u0642"
CYRILLIC = "\u041c\u04d9\u04bb\u043c\u0443\u0442\u0497\u0430\u043d \u0421\u0438\u043d\u0430\u049b"
HAN = "\u9ea6\u5408\u6728\u63d0\u6c5f\u00b7\u65af\u7eb3\u514b"


@pytest.mark.parametrize(
    ("name", "script", "choice"),
    [
        (UYGHUR, "uyghur_arabic", "uyghur_arabic"),
        (CYRILLIC, "cyrillic", "uyghur_cyrillic"),
        (HAN, "han", "chinese_hanzi"),
        ("Mehmutjan Sinaq", "latin", "english"),
        ("Mahmutcan S\u0131nak", "latin", "turkish_latin"),
        ("M\u00e9hriban", "latin", "uyghur_latin"),
        ("\u0421\u0435\u0440\u0456\u043a", "cyrillic", "kazakh_cyrillic"),
        ("\u041c\u0430\u043d\u0430\u0441", "cyrillic", "russian_cyrillic"),
        ("\u0674\u06c7\u0631\u0649\u0645\u062c\u0649", "uyghur_arabic", "kazakh_arabic"),
        ("\u0639\u0628\u062f", "arabic", "kazakh_arabic"),
        ("123", "other", "other"),
        ("", "other", "other"),
    ],
)
def test_the_script_of_a_name_is_known(name: str, script: str, choice: str) -> None:
    assert (script, choice) == (script_of(name), guess_name_script(name))


@pytest.mark.parametrize(
    ("text", "language", "fits"),
    [
        (UYGHUR, "ug", True),
        (UYGHUR, "en", False),
        ("My brother Mehmutjan " + UYGHUR[:5], "en", True),
        (HAN, "zh_Hans_CN", True),
        (CYRILLIC, "kk", True),
        (CYRILLIC, "kk_Arab", False),
        ("2017-03-09", "ug", True),
        ("", "fr", True),
        ("\u00c7a va", "fr", True),
    ],
)
def test_an_answer_fits_the_letters_of_a_language_or_not(
    text: str, language: str, fits: bool
) -> None:
    assert fits == is_script_of_language(text, language)


@given(st.text())
def test_any_text_has_a_script(text: str) -> None:
    assert script_of(text)
    assert guess_name_script(text)
