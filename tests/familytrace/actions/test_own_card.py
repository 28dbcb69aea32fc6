"""A group's card is remembered, and its digits stay those of its key."""

from pathlib import Path

import pytest

from familytrace.actions.group_keys import list_keys, withdraw_key
from familytrace.actions.own_card import make_own_card, own_card
from familytrace.errors import CardError
from familytrace.vault.keys_sealing import Cost
from familytrace.vault.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.create(tmp_path / "v.familytrace", "a b c d e f", cost=Cost(64 << 20, 3))[0]


def test_before_it_was_made_there_is_no_card(vault: Vault) -> None:
    assert own_card(vault) is None


def test_a_card_is_remembered_as_it_was_made(vault: Vault) -> None:
    made = make_own_card(vault, "Sinaq Rights Group", keeps="Five years.", refuses=("None.",))
    found = own_card(vault)
    assert found is not None
    assert ("Sinaq Rights Group", "Five years.", ("None.",)) == (
        found[0].name,
        found[0].keeps,
        found[0].refuses,
    )
    assert made == found[1]


def test_other_words_keep_the_key_and_the_digits(vault: Vault) -> None:
    first = make_own_card(vault, "Sinaq Rights Group")
    second = make_own_card(vault, "Sinaq Rights Group", contact="sinaq@example.org")
    assert (first.digits, 1) == (second.digits, len(list_keys(vault)))


def test_after_a_key_was_withdrawn_a_new_one_is_made(vault: Vault) -> None:
    first = make_own_card(vault, "Sinaq Rights Group")
    withdraw_key(vault, list_keys(vault)[0].id)
    assert first.digits != make_own_card(vault, "Sinaq Rights Group").digits


def test_words_that_a_card_cannot_hold_are_refused_and_nothing_is_remembered(vault: Vault) -> None:
    with pytest.raises(CardError):
        make_own_card(vault, "Sinaq\nGroup")
    assert own_card(vault) is None
