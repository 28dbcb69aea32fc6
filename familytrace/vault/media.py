"""Files of evidence: each encrypted on its own, under a key that the database keeps.

A ``.ftm`` file is a magic word, the 24-byte header of a libsodium secretstream
(XChaCha20-Poly1305) and pieces of 256 KiB, the last one marked as such. The file's
random name is bound to every piece. Without its key, which is never in the history,
it is noise: deleting the key's row shreds the file.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import nacl.bindings as sodium

from familytrace import files
from familytrace.errors import FileTooBigError, MediaDamagedError, NotFoundError
from familytrace.vault.store import MEDIA, Store

PIECE: Final = 256 * 1024
LARGEST: Final = 200 * 1024 * 1024
ENDING: Final = ".ftm"
_MAGIC: Final = b"FTMEDIA1"
_HEADER: Final = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_MORE: Final = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST: Final = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL
_EXTRA: Final = sodium.crypto_secretstream_xchacha20poly1305_ABYTES

Progress = Callable[[int, int], None]
ORIGINAL: Final = "original"


def silent(_done: int, _all: int) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Media:
    """One encrypted file: its random name, its key, and what the plain bytes were."""

    id: str
    key: bytes
    size: int
    sha256: str


def seal(store: Store, stream: BinaryIO, progress: Progress = silent) -> Media:
    """Encrypt a stream into the vault's media folder; it is on the disk on return.

    The progress is in bytes, with 0 for a whole that is not known; what it raises
    stops the work and leaves nothing. Raises FileTooBigError or NoSpaceError.
    """
    name, key = secrets.token_hex(16), sodium.crypto_secretstream_xchacha20poly1305_keygen()
    digest, size = hashlib.sha256(), 0
    with files.replacing(path_of(store, name)) as file:
        for piece in _sealed(stream, key, name.encode()):
            if isinstance(piece, bytes):
                file.write(piece)
                continue
            digest.update(piece)
            size += len(piece)
            progress(size, 0)
    return Media(name, key, size, digest.hexdigest())


def _sealed(stream: BinaryIO, key: bytes, name: bytes) -> Iterator[bytes | memoryview]:
    """Yield plain pieces as views, each followed by its sealed bytes."""
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    yield _MAGIC + sodium.crypto_secretstream_xchacha20poly1305_init_push(state, key)
    piece, size = _read(stream), 0
    while True:
        following = _read(stream) if len(piece) == PIECE else b""
        size += len(piece)
        if size > LARGEST:
            raise FileTooBigError(limit=LARGEST // 1024**2)
        yield memoryview(piece)
        tag = _MORE if following else _LAST
        yield sodium.crypto_secretstream_xchacha20poly1305_push(state, piece, name, tag)
        if not following:
            return
        piece = following


def _read(stream: BinaryIO) -> bytes:
    parts, missing = [], PIECE
    while missing and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def unseal(path: Path, media: Media) -> Iterator[bytes]:
    """Yield the plain bytes of a media file in pieces.

    Raises MediaDamagedError at the first piece that is not as it was written, or at
    the end if something is missing: use nothing before the end was reached.
    """
    try:
        with path.open("rb") as file:
            yield from _unsealed(file, media)
    except FileNotFoundError:
        raise MediaDamagedError from None


def _unsealed(file: BinaryIO, media: Media) -> Iterator[bytes]:
    head = file.read(len(_MAGIC) + _HEADER)
    if len(head) != len(_MAGIC) + _HEADER or not head.startswith(_MAGIC):
        raise MediaDamagedError
    state = sodium.crypto_secretstream_xchacha20poly1305_state()
    sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, head[len(_MAGIC) :], media.key)
    tag, size = _MORE, 0
    while tag == _MORE:
        try:
            piece, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                state, file.read(PIECE + _EXTRA), media.id.encode()
            )
        except (RuntimeError, ValueError, TypeError):  # libsodium has no error of its own
            raise MediaDamagedError from None
        size += len(piece)
        yield piece
    if file.read(1) or size != media.size:
        raise MediaDamagedError


def path_of(store: Store, media_id: str) -> Path:
    """Return where a media file lies."""
    return store.folder / MEDIA / f"{media_id}{ENDING}"


def keep(store: Store, case_id: str, evidence_id: str, role: str, media: Media) -> None:
    """Write the key of a sealed file into the database, inside the caller's transaction."""
    store.do(
        "INSERT INTO media_key VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(media.id, case_id, evidence_id, role, media.key, media.size, media.sha256),
    )


def find(store: Store, case_id: str, evidence_id: str, role: str = ORIGINAL) -> Media:
    """Return the file that belongs to a record in a role; raises NotFoundError."""
    found = store.ask(
        "SELECT media_id, key, size, sha256 FROM media_key "
        "WHERE case_id = ? AND evidence_id = ? AND role = ?",
        *(case_id, evidence_id, role),
    )
    if not found:
        raise NotFoundError
    return Media(*found[0])


def shred(store: Store, case_id: str, evidence_id: str, role: str | None = None) -> list[str]:
    """Destroy the keys of a record's files; return the names of what is now noise."""
    found = store.ask(
        "DELETE FROM media_key WHERE case_id = ? AND evidence_id = ? "
        "AND role = coalesce(?, role) RETURNING media_id",
        *(case_id, evidence_id, role),
    )
    return [row[0] for row in found]


def remove(store: Store, media_ids: list[str]) -> None:
    """Remove files whose keys are gone; what cannot be removed now is swept later."""
    for media_id in media_ids:
        with suppress(OSError):
            path_of(store, media_id).unlink()


def sweep(store: Store) -> int:
    """Remove files that no row knows, left by an interrupted addition; return how many."""
    known = {row[0] for row in store.ask("SELECT media_id FROM media_key")}
    files.sweep(store.folder / MEDIA)
    orphans = [
        path.stem for path in (store.folder / MEDIA).glob(f"*{ENDING}") if path.stem not in known
    ]
    remove(store, orphans)
    return len(orphans)


def every(store: Store) -> list[Media]:
    """Return all files that the vault should have."""
    rows = store.ask("SELECT media_id, key, size, sha256 FROM media_key ORDER BY media_id")
    return [Media(*row) for row in rows]


def owner(store: Store, media_id: str) -> tuple[str, str]:
    """Return the case id and the evidence id that a file belongs to."""
    found: list[tuple[str, str]] = store.ask(
        "SELECT case_id, evidence_id FROM media_key WHERE media_id = ?", media_id
    )
    return found[0]


def is_whole(store: Store, media: Media) -> bool:
    """Tell whether a file is there and still the one that was added."""
    digest = hashlib.sha256()
    try:
        for piece in unseal(path_of(store, media.id), media):
            digest.update(piece)
    except (MediaDamagedError, OSError):
        return False
    return digest.hexdigest() == media.sha256
