"""The keys of an organisation: made in its vault, backed up, withdrawn, shown as a card."""

from dataclasses import dataclass

from familytrace import clock
from familytrace.errors import NotFoundError
from familytrace.package.age_file import new_identity
from familytrace.package.card import Card, card_digits, make_card
from familytrace.package.minisign import public_key, public_line
from familytrace.vault.senders import GroupKey, add_group_key, group_keys, withdraw_group_key
from familytrace.vault.vault import Vault

_CARD_SIGNER = "recipient card signing key"


@dataclass(frozen=True, slots=True)
class MadeCard:
    """A card to give to families, and the digits to read aloud to them."""

    text: str
    digits: tuple[str, ...]


def create_key(vault: Vault, label: str) -> GroupKey:
    """Make a key that families can seal to; the secret part stays in this vault."""
    identity = new_identity()
    return add_group_key(vault.store, label, identity.secret, identity.public)


def list_keys(vault: Vault) -> tuple[GroupKey, ...]:
    """Return all keys, the newest first; withdrawn ones still open old packages."""
    return group_keys(vault.store)


def key_backup(vault: Vault, key_id: str) -> str:
    """Return a key as an age identity file, to be kept as safe as the vault itself.

    Raises NotFoundError.
    """
    key = _key(vault, key_id)
    return (
        "# FamilyTrace key: whoever has this file can open what is sealed to it.\n"
        f"# public key: {key.public}\n{key.secret}\n"
    )


def withdraw_key(vault: Vault, key_id: str) -> None:
    """Stop using a key for new cards; old packages stay readable. Raises NotFoundError."""
    withdraw_group_key(vault.store, key_id)


def card_of(
    vault: Vault,
    *,
    name: str,
    contact: str = "",
    keeps: str = "",
    refuses: tuple[str, ...] = (),
) -> MadeCard:
    """Make the group's card with its newest key in use. Raises NotFoundError without one."""
    key = _key(vault, None)
    seed = vault.secret(_CARD_SIGNER)
    card = Card(
        name=name,
        age_key=key.public,
        signing_key=public_line(public_key(seed)),
        contact=contact,
        keeps=keeps,
        refuses=refuses,
        made_on=clock.today(),
    )
    return MadeCard(make_card(card, seed), card_digits(card))


def _key(vault: Vault, key_id: str | None) -> GroupKey:
    for key in group_keys(vault.store):
        if key.id == key_id or (key_id is None and key.withdrawn is None):
            return key
    raise NotFoundError
