"""Backup: the whole vault as one file that is read again before it counts as made.

A ``.ftbackup`` is a strict tar: ``manifest.json`` (names, sizes and SHA-256 of all that
follows, the head of the history, and a MAC that only the vault's key can make), then
``keys.json``, ``cases.db`` and the media files, all as encrypted as they are at home.
"""

import hashlib
import hmac
import secrets
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from familytrace import canonical, clock, files
from familytrace.errors import BackupDamagedError
from familytrace.vault import connection, history, keys, media, store, tar
from familytrace.vault.keys import Anchor
from familytrace.vault.keys_sealing import subkey
from familytrace.vault.media import Progress, silent
from familytrace.vault.opened import OpenVault
from familytrace.vault.parts import PART, PartReader, PartWriter

ENDING: Final = ".ftbackup"
MANIFEST: Final = "manifest.json"
PIECE: Final = 1024 * 1024
_FORMAT: Final = "familytrace-backup"
_VERSION: Final = 1
_LONGEST_MANIFEST: Final = 256 * 1024 * 1024

Told = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Made:
    """A finished backup; ``missing`` counts files of evidence that were gone before it."""

    anchor: Anchor
    size: int
    parts: int
    missing: int


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside a backup: its name, size in bytes and SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    vault_id: str
    made: str
    anchor: Anchor
    members: tuple[Member, ...]
    mac: str = ""

    def to_plain(self) -> dict[str, Any]:
        """Return everything but the MAC."""
        return {
            "format": _FORMAT,
            "version": _VERSION,
            "vault": self.vault_id,
            "made": self.made,
            "anchor": self.anchor.to_plain(),
            "members": [
                {"name": one.name, "size": one.size, "sha256": one.sha256} for one in self.members
            ],
        }

    def to_bytes(self, key: bytes) -> bytes:
        """Return the file's bytes with the MAC that belongs to them."""
        return canonical.encode({**self.to_plain(), "mac": self._mac(key)})

    def check(self, key: bytes) -> None:
        """Raise BackupDamagedError unless the vault's own key made this backup."""
        if not hmac.compare_digest(self.mac, self._mac(key)):
            raise BackupDamagedError

    def _mac(self, key: bytes) -> str:
        said = canonical.encode(self.to_plain())
        return hmac.digest(subkey(key, "backup"), said, hashlib.sha256).hex()


def manifest_from(data: bytes) -> Manifest:
    """Read a manifest; raises BackupDamagedError."""
    try:
        plain = canonical.decode(data)
        members = tuple(Member(one["name"], one["size"], one["sha256"]) for one in plain["members"])
        anchor = Anchor(plain["anchor"]["number"], plain["anchor"]["hash"])
        manifest = Manifest(plain["vault"], plain["made"], anchor, members, plain["mac"])
        if {**manifest.to_plain(), "mac": manifest.mac} != plain:
            raise BackupDamagedError
    except (canonical.CanonicalError, KeyError, TypeError):
        raise BackupDamagedError from None
    return manifest


def back_up(
    vault: OpenVault, target: Path, progress: Progress = silent, *, part: int = PART
) -> Made:
    """Write a vault into one file and read it again; nothing is left if it fails.

    Progress is in bytes of all reading and writing; what it raises stops the work.
    Raises VaultExistsError, NoSpaceError, ReadOnlyError or BackupDamagedError.
    """
    work = steps(vault, target, part=part)
    try:
        while True:
            progress(*next(work))
    except StopIteration as end:
        made: Made = end.value
        return made
    finally:
        work.close()


def steps(vault: OpenVault, target: Path, *, part: int = PART) -> Generator[Told, None, Made]:
    """Back up piece by piece, so that other work can go on between two pieces.

    Yields (bytes done, bytes in all) and returns what was Made.
    """
    vault.anchor()
    copy = vault.folder / f"{files.LEFTOVER}{secrets.token_hex(8)}"
    try:
        with files.speaking():
            connection.copy_to(vault.store.database, copy)
            sources, missing = _sources(vault, copy)
            anchor = history.head(vault.store)
            return (yield from _made(vault, target, sources, part, Made(anchor, 0, 0, missing)))
    finally:
        copy.unlink(missing_ok=True)


def _sources(vault: OpenVault, copy: Path) -> tuple[list[tuple[str, Path]], int]:
    found = [(keys.KEYS, vault.folder / keys.KEYS), (store.DATABASE, copy)]
    missing = 0
    for one in media.every(vault.store):
        path = media.path_of(vault.store, one.id)
        if path.is_file():
            found.append((f"{store.MEDIA}/{path.name}", path))
        else:
            missing += 1
    return found, missing


def _made(
    vault: OpenVault, target: Path, sources: list[tuple[str, Path]], part: int, made: Made
) -> Generator[Told, None, Made]:
    total = 3 * sum(path.stat().st_size for _name, path in sources)
    members = []
    done = 0
    for name, path in sources:
        member = yield from _member(name, path, done, total)
        members.append(member)
        done += member.size
    today = clock.today().isoformat()
    manifest = Manifest(vault.id, today, made.anchor, tuple(members))
    writer = PartWriter(target, part)
    try:
        data = manifest.to_bytes(vault.key)
        writer.write(tar.header(MANIFEST, len(data)) + data + tar.padding(len(data)))
        for member, (_name, path) in zip(members, sources, strict=True):
            yield from _copied(writer, member, path, done, total)
            done += member.size
        writer.write(tar.END)
        size, parts = writer.size, writer.parts
        reader = writer.reader()
        try:
            read_manifest(reader).check(vault.key)
            yield from checked(reader, manifest.members, done, total)
        finally:
            reader.close()
        writer.finish()
    finally:
        writer.drop()
    return Made(made.anchor, size, parts, made.missing)


def _member(name: str, path: Path, done: int, total: int) -> Generator[Told, None, Member]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            size += len(piece)
            yield done + size, total
    return Member(name, size, digest.hexdigest())


def _copied(
    writer: PartWriter, member: Member, path: Path, done: int, total: int
) -> Generator[Told, None, None]:
    writer.write(tar.header(member.name, member.size))
    copied = 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            writer.write(piece)
            copied += len(piece)
            yield done + copied, total
    if copied != member.size:
        raise BackupDamagedError
    writer.write(tar.padding(copied))


def read_manifest(reader: PartReader) -> Manifest:
    """Read the manifest at the head of a backup; raises BackupDamagedError."""
    name, size = tar.read_header(reader)
    if name != MANIFEST or size > _LONGEST_MANIFEST:
        raise BackupDamagedError
    manifest = manifest_from(tar.read_exactly(reader, size))
    _skip_padding(reader, size)
    return manifest


def checked(
    reader: PartReader, members: tuple[Member, ...], done: int, total: int
) -> Generator[Told, None, None]:
    """Read every file of a backup to its end and compare it with the manifest."""
    for member in members:
        for piece in contents(reader, member):
            done += len(piece)
            yield done, total
    tar.expect_end(reader)


def contents(reader: PartReader, member: Member) -> Generator[bytes, None, None]:
    """Yield the bytes of the next file, which must be the one that the manifest names.

    Raises BackupDamagedError, for a wrong SHA-256 after the last piece.
    """
    if tar.read_header(reader) != (member.name, member.size):
        raise BackupDamagedError
    digest, left = hashlib.sha256(), member.size
    while left:
        piece = tar.read_exactly(reader, min(left, PIECE))
        digest.update(piece)
        left -= len(piece)
        yield piece
    if digest.hexdigest() != member.sha256:
        raise BackupDamagedError
    _skip_padding(reader, member.size)


def _skip_padding(reader: PartReader, size: int) -> None:
    rest = tar.padding(size)
    if tar.read_exactly(reader, len(rest)) != rest:
        raise BackupDamagedError
