import dataclasses
import tomllib
from datetime import date

import forge
import pytest
from hypothesis import given
from hypothesis import strategies as st

from familytrace.errors import CardError
from familytrace.package import card
from familytrace.package.card import Card

CARD = Card(
    name="An office for the missing",
    age_key=forge.ME.public,
    signing_key=forge.LINE,
    contact="office@example.org",
    keeps="Until the family asks us to delete",
    refuses=("We do not publish", 'We do not "share"'),
    made_on=date(2026, 3, 1),
)
TEXT = card.make_card(CARD, forge.SEED)


def test_a_card_is_read_back() -> None:
    assert CARD == card.read_card(TEXT)
    assert CARD == card.read_card(TEXT.encode())


def test_a_card_is_plain_toml() -> None:
    found = tomllib.loads(TEXT)
    assert "familytrace-card" == found["format"]
    assert ["We do not publish", 'We do not "share"'] == found["refuses"]


@given(
    name=st.text(min_size=1, max_size=60),
    keeps=st.text(max_size=60),
    refuses=st.lists(st.text(max_size=30), max_size=4),
)
def test_any_words_are_read_back_or_refused(name: str, keeps: str, refuses: list[str]) -> None:
    made = dataclasses.replace(CARD, name=name, keeps=keeps, refuses=tuple(refuses))
    try:
        text = card.make_card(made, forge.SEED)
    except CardError:
        return
    assert made == card.read_card(text)


def test_the_digits_are_eight_groups_of_five_and_follow_the_keys() -> None:
    digits = card.card_digits(CARD)
    assert [5] * 8 == [len(group) for group in digits]
    assert all(group.isdecimal() for group in digits)
    renamed = dataclasses.replace(CARD, name="Another name", contact="")
    assert digits == card.card_digits(renamed)
    for changed in (
        dataclasses.replace(CARD, age_key=forge.SOMEBODY.public),
        dataclasses.replace(CARD, signing_key=forge.OTHER_LINE),
    ):
        assert not set(digits) & set(card.card_digits(changed))


def test_the_digits_of_two_known_keys_stay_what_they_are() -> None:
    assert ("74516", "22769", "85248", "76552", "43163", "42725", "62650", "13663") == card.digits(
        "age1" + "q" * 58, forge.LINE
    )


def test_every_changed_letter_is_noticed() -> None:
    for place in range(len(TEXT)):
        changed = TEXT[:place] + chr(ord(TEXT[place]) ^ 1) + TEXT[place + 1 :]
        try:
            found = card.read_card(changed)
        except CardError:
            continue
        assert CARD == found


def test_a_card_signed_by_another_key_is_refused() -> None:
    with pytest.raises(CardError):
        card.make_card(CARD, forge.OTHER_SEED)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a card",
        TEXT + "more = 1\n",
        TEXT + TEXT,
        TEXT.replace("version = 1", "version = true"),
        TEXT.replace("version = 1", "version = 2"),
        TEXT.replace('date = "2026-03-01"', "date = 2026-03-01"),
        TEXT.replace('date = "2026-03-01"', 'date = "20260301"'),
        TEXT.replace("signature = ", "sign = "),
        TEXT[: TEXT.index("signature")],
        TEXT + "x = " + "[" * 9_000 + "\n",
        "a = " + "[" * 5_000 + "]" * 5_000,
        TEXT + "#" * 20_000,
    ],
)
def test_anything_else_is_no_card(text: str) -> None:
    with pytest.raises(CardError):
        card.read_card(text)


@pytest.mark.parametrize("name", ["", "two\nlines", "bell\a", "turned \u202e around", "\ue000"])
def test_a_name_that_deceives_the_eye_is_refused(name: str) -> None:
    with pytest.raises(CardError):
        card.make_card(dataclasses.replace(CARD, name=name), forge.SEED)


def test_a_secret_key_never_gets_onto_a_card() -> None:
    with pytest.raises(CardError):
        card.make_card(dataclasses.replace(CARD, age_key=forge.ME.secret), forge.SEED)
