"""Slots: the ways into a vault, each holding the vault's key sealed for one secret."""

import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from familytrace import canonical
from familytrace.errors import KeysChangedError, KeysDamagedError
from familytrace.vault import keys_sealing, passphrase
from familytrace.vault.keys_sealing import Cost


class Way(StrEnum):
    """How a person gets in."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a word of the format
    RECOVERY = "recovery"
    COMPUTER = "computer"  # a random secret that this computer's keyring keeps


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in; everything but ``sealed`` is bound to it and cannot be exchanged."""

    id: str
    way: Way
    sealed: bytes
    salt: bytes = b""
    cost: Cost | None = None
    normaliser: int = 0
    words: str | None = None

    def to_plain(self) -> dict[str, Any]:
        """Return the slot as it stands in the key file."""
        return {**self._bound(), "sealed": self.sealed.hex()}

    def _bound(self) -> dict[str, Any]:
        plain: dict[str, Any] = {"id": self.id, "way": str(self.way)}
        if self.cost is not None:
            plain |= {
                "kdf": "argon2id",
                "memory": self.cost.memory,
                "turns": self.cost.turns,
                "salt": self.salt.hex(),
                "normaliser": self.normaliser,
                "words": self.words,
            }
        return plain

    def _context(self, vault_id: str) -> bytes:
        return canonical.encode({"vault": vault_id, "version": 1, "slot": self._bound()})

    def open(self, vault_id: str, secret: str | bytes) -> bytes:
        """Return the vault's key; raises UnsealError if the secret is another one.

        A passphrase is text, every other secret is bytes. Raises KeysChangedError if
        the slot asks for a cost outside the allowed range, before spending it.
        """
        return keys_sealing.unseal(self._key(secret), self.sealed, self._context(vault_id))

    def _key(self, secret: str | bytes) -> bytes:
        if isinstance(secret, bytes):
            return keys_sealing.subkey(secret, f"slot {self.way}")
        if self.cost is None or not self.cost.is_allowed():
            raise KeysChangedError
        return keys_sealing.stretch(passphrase.canonical(secret, self.words), self.salt, self.cost)


def new_passphrase_slot(vault_id: str, key: bytes, text: str, cost: Cost) -> Slot:
    """Seal the vault's key for a passphrase, at a cost that comes from code alone."""
    blank = Slot(
        id=secrets.token_hex(8),
        way=Way.PASSPHRASE,
        sealed=b"",
        salt=os.urandom(keys_sealing.SALT_BYTES),
        cost=cost,
        normaliser=passphrase.NORMALISER,
        words=passphrase.word_list_of(text),
    )
    return _filled(blank, vault_id, key, text)


def new_secret_slot(vault_id: str, key: bytes, way: Way, secret: bytes) -> Slot:
    """Seal the vault's key for a random secret of at least 128 bits."""
    return _filled(Slot(id=secrets.token_hex(8), way=way, sealed=b""), vault_id, key, secret)


def _filled(blank: Slot, vault_id: str, key: bytes, secret: str | bytes) -> Slot:
    sealed = keys_sealing.seal(blank._key(secret), key, blank._context(vault_id))
    return Slot(blank.id, blank.way, sealed, blank.salt, blank.cost, blank.normaliser, blank.words)


def from_plain(plain: Any) -> Slot:
    """Read a slot of a key file; raises KeysDamagedError if it is not one."""
    try:
        way = Way(plain["way"])
        slot = Slot(id=plain["id"], way=way, sealed=bytes.fromhex(plain["sealed"]))
        if way is Way.PASSPHRASE:
            slot = _with_cost(slot, plain)
        if slot.to_plain() != plain:
            raise KeysDamagedError
    except (KeyError, TypeError, ValueError, AttributeError):
        raise KeysDamagedError from None
    return slot


def _with_cost(slot: Slot, plain: dict[str, Any]) -> Slot:
    if plain["kdf"] != "argon2id":
        raise KeysDamagedError
    return Slot(
        id=slot.id,
        way=slot.way,
        sealed=slot.sealed,
        salt=bytes.fromhex(plain["salt"]),
        cost=Cost(memory=plain["memory"], turns=plain["turns"]),
        normaliser=plain["normaliser"],
        words=plain["words"],
    )
