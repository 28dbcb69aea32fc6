"""Backup: the whole vault as one file that is read again before it counts as made.

A ``.ftbackup`` is a strict tar: ``manifest.json`` (names, sizes and SHA-256 of all that
follows, the head of the history, and a MAC that only the vault's key can make), then
``keys.json``, ``cases.db`` and the media files, all as encrypted as they are at home.
"""

import hashlib
import hmac
import secrets
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from familytrace import canonical, clock, files
from familytrace.errors import BackupDamagedError, VaultDamagedError, VaultExistsError
from familytrace.vault import connection, history, keys, media, store, tar
from familytrace.vault.keys import Anchor, KeyFile
from familytrace.vault.keys_sealing import subkey
from familytrace.vault.media import Progress, silent
from familytrace.vault.opened import OpenVault, lay_out
from familytrace.vault.parts import PART, PartReader, PartWriter
from familytrace.vault.slots import Way
from familytrace.vault.store import Store

ENDING: Final = ".ftbackup"
MANIFEST: Final = "manifest.json"
_FORMAT: Final = "familytrace-backup"
_PIECE: Final = 1024 * 1024
_LONGEST_MANIFEST: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Made:
    """A finished backup; ``damaged`` counts files of evidence that were so before it."""

    anchor: Anchor
    size: int
    parts: int
    damaged: int


def back_up(
    vault: OpenVault, target: Path, progress: Progress = silent, *, part: int = PART
) -> Made:
    """Write a vault into one file and read it again; nothing is left if it fails.

    Progress is in bytes of all reading and writing; what it raises stops the work.
    Raises VaultExistsError, NoSpaceError, ReadOnlyError or BackupDamagedError.
    """
    work = steps(vault, target, part=part)
    while True:
        try:
            done, whole = next(work)
        except StopIteration as end:
            made: Made = end.value
            return made
        try:
            progress(done, whole)
        except BaseException:
            work.close()
            raise


def steps(vault: OpenVault, target: Path, *, part: int = PART) -> Iterator[tuple[int, int]]:
    """Back up piece by piece, so that other work can go on between two pieces.

    Yields (bytes done, bytes in all) and returns what was Made.
    """
    vault.anchor()
    copy = vault.folder / f"{files.LEFTOVER}{secrets.token_hex(8)}.db"
    try:
        connection.copy_to(vault.store.database, copy)
        anchor = history.head(vault.store)
        sources = _sources(vault, copy)
        total = 3 * sum(path.stat().st_size for _name, path in sources)
        with files.speaking():
            done, members = yield from _hashed(sources, total)
            manifest = _manifest(vault, anchor, members)
            writer = PartWriter(target, part)
            try:
                done = yield from _written(writer, manifest, sources, done, total)
                yield from _checked(writer.reader(), vault, done, total)
                size = writer.reader().size
                writer.finish()
            finally:
                writer.drop()
    finally:
        copy.unlink(missing_ok=True)
    parts = -(-size // part)
    return Made(anchor, size, parts, _damaged(vault.store, members))


Steps = Iterator[tuple[int, int]]
