"""Making, unlocking and locking a vault, and the ways into it."""

import secrets
import shutil
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from familytrace import files
from familytrace.errors import (
    FamilyTraceError,
    NoSpaceError,
    OlderCopyError,
    ReadOnlyError,
    VaultExistsError,
    VaultMissingError,
)
from familytrace.vault import (
    connection,
    drafts,
    history,
    keys,
    ledger,
    media,
    recovery,
    slots,
    store,
)
from familytrace.vault.keys import Anchor, KeyFile
from familytrace.vault.keys_sealing import KEY_BYTES, STANDARD, Cost
from familytrace.vault.slots import Way
from familytrace.vault.store import Store

ENDING = ".familytrace"
_READ_ME = """\
This folder belongs to FamilyTrace. Everything in it is encrypted.

Do not rename, move or delete single files: the folder works only as a whole.
To make a copy, use "Backup" in FamilyTrace. Open it only with FamilyTrace.
"""


def new_folder_name() -> str:
    """Return a folder name for a new vault that tells nothing about anybody."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return f"records-{''.join(secrets.choice(letters) for _ in range(4))}{ENDING}"


class OpenVault:
    """A vault from the moment it is unlocked until it is closed."""

    def __init__(self, state: Store, key_file: KeyFile, key: bytes) -> None:
        self.store = state
        self._key_file = key_file
        self._key = key
        self._closed = False
        self.trouble: FamilyTraceError | None = None

    # Opening and closing

    @classmethod
    def create(cls, folder: Path, passphrase: str, *, cost: Cost = STANDARD) -> tuple[Self, str]:
        """Make a new vault and return it with the recovery code to copy by hand.

        Raises VaultExistsError if anything stands in that place.
        """
        if folder.exists():
            raise VaultExistsError
        key, vault_id = secrets.token_bytes(KEY_BYTES), keys.new_vault_id()
        code = recovery.new_secret()
        made = keys.advanced(
            KeyFile(
                vault_id,
                (
                    slots.new_passphrase_slot(vault_id, key, passphrase, cost),
                    slots.new_secret_slot(vault_id, key, Way.RECOVERY, code),
                ),
            ),
            key,
        )
        files.make_private_folder(folder.parent)
        building = folder.with_name(f"{files.LEFTOVER}{secrets.token_hex(8)}")
        try:
            _build(building, made, key)
            with files.speaking():
                building.rename(folder)
                files.sync_folder(folder.parent)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        return cls._with_key(folder, made, key), recovery.as_code(code)

    @classmethod
    def open(cls, folder: Path, passphrase: str) -> Self:
        """Unlock a vault with its passphrase; see ``open_with`` for what can go wrong."""
        return cls.open_with(folder, Way.PASSPHRASE, passphrase)

    @classmethod
    def open_with_recovery(cls, folder: Path, code: str) -> Self:
        """Unlock a vault with its recovery code; raises RecoveryCodeTypoError first."""
        return cls.open_with(folder, Way.RECOVERY, recovery.from_code(code))

    @classmethod
    def open_with(cls, folder: Path, way: Way, secret: str | bytes) -> Self:
        """Unlock a vault in one of its ways.

        Raises VaultMissingError, KeysMissingError, KeysDamagedError, KeysChangedError,
        WrongPassphraseError, WrongRecoveryCodeError, VaultEmptyError, VaultDamagedError,
        VaultTooNewError, VaultInUseError or ReadOnlyError. Nothing is changed then.
        """
        if not folder.is_dir():
            raise VaultMissingError
        key_file = keys.read(folder)
        connection.check_size(folder / store.DATABASE)
        key, _slot = key_file.unlock(way, secret)
        if not files.may_write(folder):
            raise ReadOnlyError
        return cls._with_key(folder, key_file, key)

    @classmethod
    def _with_key(cls, folder: Path, key_file: KeyFile, key: bytes) -> Self:
        vault = cls(store.take_up(folder, key_file.vault_id, key), key_file, key)
        try:
            vault._tidy()
        except NoSpaceError:
            pass  # a full disk must not keep anybody from reading; the next opening tidies
        except BaseException:
            vault.store.database.close()
            raise
        return vault

    def _tidy(self) -> None:
        self.trouble = self._look_back()
        files.sweep(self.folder)
        keys.heal(self.folder, self._key_file)
        if self.trouble is None:  # an older database must not make newer files orphans
            media.sweep(self.store)
        ledger.reconcile(self.store)
        drafts.flush(self.store, reason="recovered")

    def _look_back(self) -> FamilyTraceError | None:
        try:
            history.check_head(self.store)
            history.check_anchor(self.store, self._key_file.anchor)
            if self._key_file.generation < int(self.store.remembered("generation")):
                raise OlderCopyError
        except FamilyTraceError as trouble:
            return trouble
        return None

    def close(self) -> None:
        """Flush drafts, anchor the history in the key file and let the files go."""
        if self._closed:
            return
        try:
            drafts.flush(self.store)
            self.anchor()
        except (NoSpaceError, ReadOnlyError):
            pass  # closing must always succeed; everything saved is safe already
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let the files go at once and write nothing; drafts wait for the next opening."""
        self.store.database.close()
        self._key = b""
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        """The folder the vault lives in."""
        return self.store.folder

    @property
    def key(self) -> bytes:
        """The vault's own key, 32 bytes: only for what checks a backup of it."""
        return self._key

    @property
    def id(self) -> str:
        """The vault's random name, 32 hex digits."""
        return self.store.vault_id

    # The anchor

    def head(self) -> Anchor:
        """Return the newest entry's number and hash, for this computer's settings."""
        return history.head(self.store)

    def anchor(self) -> Anchor:
        """Write the head of the history into the key file and return it."""
        newest = history.head(self.store)
        if newest != self._key_file.anchor:
            self._rewrite(anchor=newest)
        return newest

    def check_anchor(self, known: Anchor | None = None) -> None:
        """Raise OlderCopyError or HistoryBrokenError if this vault was set back.

        ``known`` is what this computer's settings remember of it; the key file's own
        anchor and the newest entry were looked at when the vault was opened.
        """
        if known is not None:
            history.check_anchor(self.store, known)
        if self.trouble is not None:
            raise self.trouble

    # Ways in

    def change_passphrase(self, passphrase: str, *, cost: Cost = STANDARD) -> None:
        """Let another passphrase open this vault, and the one before no longer."""
        slot = slots.new_passphrase_slot(self.id, self._key, passphrase, cost)
        self._exchange(Way.PASSPHRASE, slot)

    def new_recovery_code(self) -> str:
        """Make and return another recovery code; the one before is worth nothing now."""
        secret = recovery.new_secret()
        self._exchange(
            Way.RECOVERY, slots.new_secret_slot(self.id, self._key, Way.RECOVERY, secret)
        )
        return recovery.as_code(secret)

    def remember_on_this_computer(self) -> bytes:
        """Make and return a random secret for this computer's keyring to keep."""
        secret = secrets.token_bytes(KEY_BYTES)
        self._exchange(
            Way.COMPUTER, slots.new_secret_slot(self.id, self._key, Way.COMPUTER, secret)
        )
        return secret

    def forget_on_computers(self) -> None:
        """Let no computer's keyring open this vault any more."""
        self._exchange(Way.COMPUTER, None)

    def _exchange(self, way: Way, slot: slots.Slot | None) -> None:
        kept = tuple(one for one in self._key_file.slots if one.way is not way)
        self._rewrite(slots=(*kept, slot) if slot is not None else kept)
        with self.store.transaction():
            self.store.remember("generation", self._key_file.generation)

    def _rewrite(self, **changes: Any) -> None:
        changed = keys.advanced(self._key_file, self._key, **changes)
        keys.write(self.folder, changed)
        self._key_file = changed


def lay_out(folder: Path) -> None:
    """Make the empty folder of a vault, with the page that says what it is."""
    files.make_private_folder(folder)
    files.make_private_folder(folder / store.MEDIA)
    files.write_whole(folder / "READ-ME.txt", _READ_ME.encode())


def _build(folder: Path, key_file: KeyFile, key: bytes) -> None:
    lay_out(folder)
    store.set_up(folder, key_file.vault_id, key).database.close()
    keys.write(folder, key_file)
