"""Restore: a vault from a backup, checked to its last byte before it gets its name."""

import re
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from familytrace import files
from familytrace.errors import BackupDamagedError, VaultError, VaultExistsError
from familytrace.vault import backup, connection, history, keys, store, tar
from familytrace.vault.backup import Manifest, Member
from familytrace.vault.media import Progress, silent
from familytrace.vault.opened import lay_out
from familytrace.vault.parts import PartReader
from familytrace.vault.slots import Way

_MEDIA_NAME: Final = re.compile(rf"{store.MEDIA}/[0-9a-f]{{32}}\.ftm")


def restore(
    source: Path, folder: Path, way: Way, secret: str | bytes, progress: Progress = silent
) -> None:
    """Make a vault folder from a backup; the secret is one that opened it then.

    Raises VaultExistsError, BackupDamagedError, WrongPassphraseError,
    WrongRecoveryCodeError, NoSpaceError or ReadOnlyError; nothing is left then.
    """
    if folder.exists():
        raise VaultExistsError
    building = folder.with_name(f"{files.LEFTOVER}{secrets.token_hex(8)}")
    reader = PartReader.of(source)
    try:
        with files.speaking():
            files.make_private_folder(folder.parent)
            lay_out(building)
            _fill(reader, building, way, secret, progress)
            building.rename(folder)
            files.sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    finally:
        reader.close()


def verify(source: Path, progress: Progress = silent, *, key: bytes | None = None) -> Manifest:
    """Read a backup to its end; with the vault's key also who made it is checked.

    Raises BackupDamagedError.
    """
    reader = PartReader.of(source)
    try:
        manifest = backup.read_manifest(reader)
        if key is not None:
            manifest.check(key)
        total = sum(member.size for member in manifest.members)
        for told in backup.checked(reader, manifest.members, 0, total):
            progress(*told)
    finally:
        reader.close()
    return manifest


def _fill(
    reader: PartReader, folder: Path, way: Way, secret: str | bytes, progress: Progress
) -> None:
    manifest = backup.read_manifest(reader)
    _check_names(manifest.members)
    total = sum(member.size for member in manifest.members)
    done = 0

    def told(size: int) -> None:
        nonlocal done
        done += size
        progress(done, total)

    key = b""
    for member in manifest.members:
        _write(reader, member, folder, told)
        if member.name == keys.KEYS:  # before the long part, so that a wrong word shows soon
            key = _unlocked(folder, manifest, way, secret)
    tar.expect_end(reader)
    _check_inside(folder, manifest, key)


def _check_names(members: tuple[Member, ...]) -> None:
    names = [member.name for member in members]
    rest = names[2:]
    ordered = names[:2] == [keys.KEYS, store.DATABASE] and rest == sorted(set(rest))
    if not ordered or not all(_MEDIA_NAME.fullmatch(name) for name in rest):
        raise BackupDamagedError


def _write(reader: PartReader, member: Member, folder: Path, told: Callable[[int], None]) -> None:
    with files.open_private(folder / member.name) as file:
        for piece in backup.contents(reader, member):
            file.write(piece)
            told(len(piece))
        files.sync(file)


def _unlocked(folder: Path, manifest: Manifest, way: Way, secret: str | bytes) -> bytes:
    key_file = keys.read(folder)
    key, _slot = key_file.unlock(way, secret)
    manifest.check(key)
    if key_file.vault_id != manifest.vault_id:
        raise BackupDamagedError
    keys.write(folder, key_file)
    return key


def _check_inside(folder: Path, manifest: Manifest, key: bytes) -> None:
    try:
        opened = store.take_up(folder, manifest.vault_id, key)
    except VaultError:
        raise BackupDamagedError from None
    try:
        if connection.troubles(opened.database) or history.head(opened) != manifest.anchor:
            raise BackupDamagedError
    finally:
        opened.database.close()
    for place in (folder / store.MEDIA, folder):
        files.sync_folder(place)
