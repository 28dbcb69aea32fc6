from collections.abc import Callable
from pathlib import Path

import pytest
from vault_for_tests import Hands

from familytrace.errors import NotFoundError
from familytrace.vault import senders
from familytrace.vault.senders import Received
from familytrace.vault.vault import Vault


def test_each_recipient_has_its_own_lasting_seed(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    first, second = (senders.sender_seed(vault.store, one) for one in ("r1", "r2"))
    assert (len(first), first != second) == (32, True)
    vault.close()
    with reopen(folder) as again:
        assert senders.sender_seed(again.store, "r1") == first


def test_keys_of_an_organisation_are_kept_replaced_and_withdrawn(
    vault: Vault, hands: Hands
) -> None:
    old = senders.add_group_key(vault.store, "inbox", "AGE-SECRET-1", "age1x")
    hands.on(days=1)
    new = senders.add_group_key(vault.store, "inbox", "AGE-SECRET-2", "age1y")
    senders.withdraw_group_key(vault.store, old.id)
    kept = senders.group_keys(vault.store)
    assert [(key.id, key.withdrawn is None) for key in kept] == [(new.id, True), (old.id, False)]
    with pytest.raises(NotFoundError):
        senders.withdraw_group_key(vault.store, "none")


def test_a_received_package_is_remembered(vault: Vault) -> None:
    package = Received("p1", "key", 2, "ab" * 32, "c1", "2026-03-01T12:00:00+00:00", {"a": 1})
    senders.note_received(vault.store, package)
    assert senders.received_packages(vault.store, "key") == (package,)
    assert senders.received_packages(vault.store, "other") == ()


def test_a_sender_becomes_known_and_then_verified_and_stays_so(vault: Vault, hands: Hands) -> None:
    assert senders.sender(vault.store, "key") is None
    known = senders.know_sender(vault.store, "key", label="A family")
    assert known.verified is None
    later = hands.on(days=1).isoformat()
    assert senders.know_sender(vault.store, "key", verified_how="by voice").verified == later
    hands.on(days=1)
    again = senders.know_sender(vault.store, "key")
    assert (again.label, again.first_seen, again.verified) == ("A family", known.first_seen, later)
    assert senders.sender(vault.store, "key") == again
