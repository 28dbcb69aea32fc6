"""A group's own card: made with its newest key, and remembered in its vault."""

from familytrace.actions.group_keys import MadeCard, card_of, create_key, list_keys
from familytrace.package.card import Card, card_digits, read_card
from familytrace.vault.vault import Vault

_OWN = "own card"


def make_own_card(
    vault: Vault, name: str, *, contact: str = "", keeps: str = "", refuses: tuple[str, ...] = ()
) -> MadeCard:
    """Make the card of this group, and a key for it if there is none in use.

    The digits stay the same as long as the key does. Raises CardError for words that
    a card cannot hold.
    """
    if all(key.withdrawn for key in list_keys(vault)):
        create_key(vault, name)
    made = card_of(vault, name=name, contact=contact, keeps=keeps, refuses=refuses)
    with vault.store.transaction():
        vault.store.remember(_OWN, made.text)
    return made


def own_card(vault: Vault) -> tuple[Card, MadeCard] | None:
    """Return what this group's card says, its text and its digits; None before it was made."""
    text = vault.store.remembered(_OWN)
    if text is None:
        return None
    card = read_card(text)
    return card, MadeCard(text, card_digits(card))
