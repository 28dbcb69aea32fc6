"""A card is a stranger until its digits were heard and compared."""

import pytest

from familytrace.actions.group_keys import MadeCard, card_of, create_key, list_keys, withdraw_key
from familytrace.actions.recipients import (
    add_plain_recipient,
    add_recipient,
    digits_of,
    find_recipient,
    list_recipients,
    verify_recipient,
)
from familytrace.errors import CardError, NotFoundError
from familytrace.vault.vault import Vault


def test_a_card_comes_in_unverified(family: Vault, card: MadeCard) -> None:
    added = add_recipient(family, card.text)
    assert ("Sinaq Group", None) == (added.name, added.verified_on)
    assert card.digits == digits_of(added)


def test_the_digits_heard_make_it_verified(family: Vault, card: MadeCard) -> None:
    added = add_recipient(family, card.text)
    verify_recipient(family, added.id, " - ".join(card.digits), "by telephone")
    assert find_recipient(family, "sinaq group").verified_how == "by telephone"


def test_other_digits_do_not(family: Vault, card: MadeCard) -> None:
    added = add_recipient(family, card.text)
    wrong = ["00000", *card.digits[1:]]
    with pytest.raises(CardError):
        verify_recipient(family, added.id, " ".join(wrong), "by telephone")
    assert find_recipient(family, "Sinaq Group").verified_on is None


def test_a_changed_card_is_refused(family: Vault, card: MadeCard) -> None:
    with pytest.raises(CardError):
        add_recipient(family, card.text.replace("five years", "for ever"))
    assert () == list_recipients(family)


def test_a_new_key_under_a_known_name_is_a_new_stranger(
    family: Vault, group: Vault, card: MadeCard
) -> None:
    known = add_recipient(family, card.text)
    verify_recipient(family, known.id, " ".join(card.digits), "by telephone")
    create_key(group, "second")
    changed = add_recipient(family, card_of(group, name="Sinaq Group").text)
    assert changed.verified_on is None
    assert known.id == find_recipient(family, "Sinaq Group").id


def test_a_recipient_without_a_key_cannot_be_verified(family: Vault) -> None:
    printed = add_plain_recipient(family, "Sinaq Office")
    with pytest.raises(CardError):
        verify_recipient(family, printed.id, "", "by telephone")


def test_an_unknown_recipient_is_not_found(family: Vault) -> None:
    with pytest.raises(NotFoundError):
        find_recipient(family, "Sinaq Nobody")


def test_a_withdrawn_key_makes_no_more_cards(group: Vault) -> None:
    withdraw_key(group, list_keys(group)[0].id)
    with pytest.raises(NotFoundError):
        card_of(group, name="Sinaq Group")
