"""Recipients of a family: taken from a card, trusted only after the digits were compared."""

from dataclasses import replace

from familytrace import clock
from familytrace.errors import CardError, NotFoundError
from familytrace.model.recipient import Recipient
from familytrace.package.card import Card, card_digits, read_card
from familytrace.vault.vault import Vault


def add_recipient(vault: Vault, card_text: str) -> Recipient:
    """Keep an organisation by its card; unverified until the digits were compared.

    A recipient known only by this name so far gets the card. A card with another key
    for a name that has a card already becomes a second recipient: a changed key is a
    new stranger. Raises CardError.
    """
    card = read_card(card_text)
    (saved,) = vault.save("", _recipient(vault, card, card_text), reason="recipient")
    return saved  # type: ignore[no-any-return]


def _recipient(vault: Vault, card: Card, text: str) -> Recipient:
    nameless = Recipient(name=card.name)
    known = [one for one in list_recipients(vault) if one.name == card.name and not one.age_key]
    return replace(
        known[0] if known else nameless,
        age_key=card.age_key,
        card=text,
        contact=card.contact,
        keeps=card.keeps,
        refuses="\n".join(card.refuses),
        made_on=card.made_on,
        verified_on=None,
        verified_how="",
    )


def list_recipients(vault: Vault) -> tuple[Recipient, ...]:
    """Return all recipients by name."""
    return tuple(sorted(vault.records("recipient"), key=lambda one: one.name.casefold()))


def find_recipient(vault: Vault, words: str) -> Recipient:
    """Return the recipient meant by an id or a name; raises NotFoundError."""
    wanted = words.casefold()
    fitting = [
        one for one in list_recipients(vault) if one.id == words or one.name.casefold() == wanted
    ]
    verified = [one for one in fitting if one.verified_on]
    for one in (*verified, *fitting):
        return one
    raise NotFoundError


def digits_of(recipient: Recipient) -> tuple[str, ...]:
    """Return the digits to hear from somebody at the organisation; empty without a card."""
    return card_digits(read_card(recipient.card)) if recipient.card else ()


def verify_recipient(vault: Vault, recipient_id: str, digits: str, how: str) -> Recipient:
    """Mark a recipient as verified: the digits heard must be those of its card.

    ``how`` tells how they were heard ("by telephone"). Raises CardError when they
    differ, and NotFoundError.
    """
    for one in vault.records("recipient"):
        if one.id == recipient_id:
            if not one.card or "".join(filter(str.isdigit, digits)) != "".join(digits_of(one)):
                raise CardError
            verified = replace(one, verified_on=clock.today(), verified_how=how)
            (saved,) = vault.save("", verified, reason="verify")
            return saved  # type: ignore[no-any-return]
    raise NotFoundError


def add_plain_recipient(vault: Vault, name: str) -> Recipient:
    """Keep a recipient without a key: print only, or a package sealed with words."""
    (saved,) = vault.save("", Recipient(name=name), reason="recipient")
    return saved  # type: ignore[no-any-return]
