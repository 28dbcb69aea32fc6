"""The key file: every slot of a vault, kept twice, checked by a checksum and a MAC.

The checksum tells a damaged file from a wrong passphrase. The MAC, which only the
vault's own key can make, tells a file that somebody changed on purpose.
"""

import hashlib
import hmac
import secrets
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from familytrace import canonical, files
from familytrace.errors import (
    KeysChangedError,
    KeysDamagedError,
    KeysMissingError,
    VaultTooNewError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from familytrace.vault import slots
from familytrace.vault.keys_sealing import UnsealError, subkey
from familytrace.vault.slots import Slot, Way

KEYS: Final = "keys.json"
KEYS_BACKUP: Final = "keys.backup.json"
VERSION: Final = 1
_FORMAT: Final = "familytrace-vault"
_LONGEST: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Anchor:
    """The newest entry of the history at one moment: its number and its hash in hex."""

    number: int = 0
    hash: str = "00" * 32

    def to_plain(self) -> dict[str, Any]:
        """Return the anchor for the key file, settings or a backup."""
        return {"number": self.number, "hash": self.hash}


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What keys.json says."""

    vault_id: str
    slots: tuple[Slot, ...]
    generation: int = 0
    anchor: Anchor = field(default_factory=Anchor)
    mac: str = ""

    def _signed(self) -> dict[str, Any]:
        return {
            "format": _FORMAT,
            "version": VERSION,
            "vault": self.vault_id,
            "generation": self.generation,
            "database": "cases.db",
            "anchor": self.anchor.to_plain(),
            "slots": [slot.to_plain() for slot in self.slots],
        }

    def to_bytes(self) -> bytes:
        """Return the file's bytes: canonical JSON that ends with its checksum."""
        plain = {**self._signed(), "mac": self.mac}
        total = hashlib.sha256(canonical.encode(plain)).hexdigest()
        return canonical.encode({**plain, "sha256": total})

    def signed_with(self, key: bytes) -> "KeyFile":
        """Return the same content with the MAC that belongs to it."""
        return replace(self, mac=self._mac(key))

    def check(self, key: bytes) -> None:
        """Raise KeysChangedError unless the vault's own key made this file."""
        if not hmac.compare_digest(self.mac, self._mac(key)):
            raise KeysChangedError

    def _mac(self, key: bytes) -> str:
        signed = canonical.encode(self._signed())
        return hmac.digest(subkey(key, "key file"), signed, hashlib.sha256).hex()

    def unlock(self, way: Way, secret: str | bytes) -> tuple[bytes, Slot]:
        """Return the vault's key and the slot that gave it.

        Raises WrongPassphraseError or WrongRecoveryCodeError, or KeysChangedError if
        the secret fits but the file is not the one the vault wrote.
        """
        for slot in self.slots:
            if slot.way is way:
                with suppress(UnsealError):
                    key = slot.open(self.vault_id, secret)
                    self.check(key)
                    return key, slot
        raise WrongRecoveryCodeError if way is Way.RECOVERY else WrongPassphraseError


def new_vault_id() -> str:
    """Return a random name for a vault, 32 hex digits."""
    return secrets.token_hex(16)


def from_bytes(data: bytes) -> KeyFile:
    """Read a key file; raises KeysDamagedError or VaultTooNewError."""
    try:
        plain = canonical.decode(data)
        if plain["format"] != _FORMAT:
            raise KeysDamagedError
        if plain["version"] > VERSION:
            raise VaultTooNewError
        found = KeyFile(
            vault_id=plain["vault"],
            slots=tuple(slots.from_plain(one) for one in plain["slots"]),
            generation=plain["generation"],
            anchor=Anchor(plain["anchor"]["number"], plain["anchor"]["hash"]),
            mac=plain["mac"],
        )
        whole = bool(found.slots) and found.to_bytes() == data
    except (canonical.CanonicalError, KeyError, TypeError):
        raise KeysDamagedError from None
    if not whole:
        raise KeysDamagedError
    return found


def read(folder: Path) -> KeyFile:
    """Return the valid key file of the higher generation.

    Raises KeysMissingError if there is none of the two, KeysDamagedError if none can
    be read, VaultTooNewError if one is of a newer program.
    """
    found: list[KeyFile] = []
    missing = 0
    for name in (KEYS, KEYS_BACKUP):
        try:
            with (folder / name).open("rb") as file:
                found.append(from_bytes(file.read(_LONGEST)))
        except FileNotFoundError:
            missing += 1
        except KeysDamagedError:
            continue
    if missing == 2:
        raise KeysMissingError
    if not found:
        raise KeysDamagedError
    return max(found, key=lambda one: one.generation)


def write(folder: Path, file: KeyFile) -> None:
    """Write both copies, one after the other, each whole or not at all."""
    data = file.to_bytes()
    files.write_whole(folder / KEYS, data)
    files.write_whole(folder / KEYS_BACKUP, data)


def heal(folder: Path, file: KeyFile) -> bool:
    """Make both copies the given one again after a kill; tell whether one was not."""
    data = file.to_bytes()
    healed = False
    for name in (KEYS, KEYS_BACKUP):
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            files.write_whole(path, data)
            healed = True
    return healed


def advanced(file: KeyFile, key: bytes, **changes: Any) -> KeyFile:
    """Return the next generation of a key file with some things changed."""
    return replace(file, generation=file.generation + 1, **changes).signed_with(key)
