from dataclasses import replace

import pytest
from vault_for_tests import PASSPHRASE, QUICK

from familytrace.errors import KeysChangedError, KeysDamagedError
from familytrace.vault import slots
from familytrace.vault.keys_sealing import Cost, UnsealError
from familytrace.vault.slots import Slot, Way

KEY = bytes(range(32))
VAULT = "ab" * 16


@pytest.fixture(scope="module")
def slot() -> Slot:
    return slots.new_passphrase_slot(VAULT, KEY, PASSPHRASE, QUICK)


def test_the_passphrase_opens_its_slot(slot: Slot) -> None:
    assert slot.open(VAULT, PASSPHRASE.upper()) == KEY


def test_a_slot_survives_its_plain_form(slot: Slot) -> None:
    assert slots.from_plain(slot.to_plain()) == slot


def test_everything_in_a_slot_is_bound_to_it(slot: Slot) -> None:
    for changed in (
        replace(slot, id="00"),
        replace(slot, salt=bytes(16)),
        replace(slot, normaliser=2),
        replace(slot, cost=Cost(QUICK.memory, QUICK.turns + 1)),
    ):
        with pytest.raises(UnsealError):
            changed.open(VAULT, PASSPHRASE)
    with pytest.raises(UnsealError):
        slot.open("cd" * 16, PASSPHRASE)


def test_a_cost_outside_the_range_is_refused_before_it_is_spent(slot: Slot) -> None:
    for cost in (Cost(8 * 1024, 3), Cost(4 * 1024**4, 3), Cost(QUICK.memory, 1)):
        with pytest.raises(KeysChangedError):
            replace(slot, cost=cost).open(VAULT, PASSPHRASE)


def test_a_random_secret_opens_only_its_own_kind_of_slot() -> None:
    secret = bytes(range(16))
    recovery = slots.new_secret_slot(VAULT, KEY, Way.RECOVERY, secret)
    assert recovery.open(VAULT, secret) == KEY
    with pytest.raises(UnsealError):
        replace(recovery, way=Way.COMPUTER).open(VAULT, secret)


def test_a_slot_of_offered_words_remembers_its_list() -> None:
    words = "abandon zoo river stone orange apple"
    slot = slots.new_passphrase_slot(VAULT, KEY, words, QUICK)
    assert slot.words == "en"
    assert slot.open(VAULT, "aban zoo rive ston oran appl") == KEY


def test_what_is_not_a_slot_is_called_damaged(slot: Slot) -> None:
    plain = slot.to_plain()
    for wrong in (
        None,
        {},
        {**plain, "way": "window"},
        {**plain, "sealed": "xyz"},
        {**plain, "kdf": "md5"},
        {**plain, "more": 1},
    ):
        with pytest.raises(KeysDamagedError):
            slots.from_plain(wrong)
