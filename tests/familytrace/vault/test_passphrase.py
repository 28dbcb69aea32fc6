import json
import unicodedata
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from familytrace.vault import passphrase

LIST = files("familytrace.vault").joinpath("words", "en.txt").read_text("utf-8").split()
LAYOUTS = json.loads(
    files("familytrace.vault").joinpath("words", "layouts.json").read_text("utf-8")
)
SIX = "abandon zoo river stone orange apple"


def test_the_list_has_2048_words_each_known_by_its_first_four_letters() -> None:
    assert len(LIST) == 2048
    assert len({word[:4] for word in LIST}) == 2048
    assert all(word.isascii() and word.islower() for word in LIST)


def test_six_words_of_the_list_are_offered() -> None:
    offered = passphrase.offer()
    assert len(offered.split()) == 6
    assert passphrase.word_list_of(offered) == "en"


def test_offers_differ() -> None:
    assert len({passphrase.offer() for _ in range(50)}) == 50


def test_case_spaces_and_invisible_marks_do_not_matter() -> None:
    assert passphrase.canonical("  Alim\u200f  SINAQ\n2018", None) == b"alim sinaq 2018"


def test_arabic_letter_variants_and_digits_are_one() -> None:
    farsi = "\u06a9\u062a\u0627\u0628\u06cc \u06f1"
    arabic = "\u0643\u062a\u0627\u0628\u064a \u0661"
    assert passphrase.normalise(farsi) == passphrase.normalise(arabic)
    assert passphrase.normalise("\ufe8b\ufe8e\ufe91") == passphrase.normalise("\u0626\u0627\u0628")


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = passphrase.normalise(text)
    assert passphrase.normalise(once) == once


@given(st.text(max_size=40))
def test_both_unicode_forms_of_a_text_are_one(text: str) -> None:
    forms = {
        passphrase.normalise(unicodedata.normalize(form, text))
        for form in ("NFC", "NFD", "NFKC", "NFKD")
    }
    assert len(forms) == 1


def test_offered_words_are_known_by_their_first_four_letters() -> None:
    short = " ".join(word[:4] for word in SIX.split())
    assert passphrase.canonical(short, "en") == SIX.encode()
    assert passphrase.canonical("Abandoned zoo rivers stones oranges apples", "en") == SIX.encode()


def test_offered_words_are_known_on_a_keyboard_left_in_another_script() -> None:
    for layout in LAYOUTS.values():
        keys = {latin: other for other, latin in layout.items()}
        typed = "".join(keys.get(char, char) for char in SIX if char in keys or char == " ")
        if len(keys) == 26:
            assert passphrase.canonical(typed, "en") == SIX.encode()


def test_own_words_are_never_exchanged_for_words_of_the_list() -> None:
    assert passphrase.word_list_of("abandoned") is None
    assert passphrase.canonical("abandoned houses", None) == b"abandoned houses"
