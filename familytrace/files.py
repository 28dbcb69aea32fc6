"""Private files on disk: written whole or not at all, never left half done."""

import errno
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from familytrace.errors import DiskFailedError, NoSpaceError, ReadOnlyError

LEFTOVER = ".tmp-"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_WRITING = {errno.EROFS, errno.EACCES, errno.EPERM}
_SHARING_VIOLATIONS = {5, 32, 33}  # Windows: denied, in use, locked; a scanner lets go soon
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)


@contextmanager
def speaking() -> Iterator[None]:
    """Say a full disk, a read-only place and a failing disk in our own errors."""
    try:
        yield
    except OSError as trouble:
        raise _named(trouble) from None


def _named(trouble: OSError) -> Exception:
    if trouble.errno in _NO_ROOM:
        return NoSpaceError()
    if trouble.errno in _NO_WRITING:
        return ReadOnlyError()
    if trouble.errno == errno.EIO:
        return DiskFailedError()
    return trouble


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it, that only its owner may look into."""
    with speaking():
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        for place in reversed(missing):
            place.mkdir(mode=0o700)
            sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync(file: BinaryIO) -> None:
    """Make what was written to a file survive a power cut."""
    file.flush()
    os.fsync(file.fileno())


def open_private(path: Path) -> BinaryIO:
    """Open a new file for reading and writing that only its owner may read."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    return os.fdopen(handle, "w+b")


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of ``path`` once the block has ended well.

    The bytes are on the disk before the name is; if anything fails, whatever stood
    at ``path`` is untouched. Raises NoSpaceError or ReadOnlyError.
    """
    temporary = path.with_name(f"{LEFTOVER}{secrets.token_hex(8)}")
    with speaking():
        try:
            with open_private(temporary) as file:
                yield file
                sync(file)
            rename(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(path.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader finds the old bytes or the new, never a mixture."""
    with replacing(path) as file:
        file.write(data)


def rename(source: Path, target: Path) -> None:
    """Replace ``target``; on Windows wait up to 2.5 seconds for a scanner to let go."""
    for pause in _PAUSES:
        try:
            source.replace(target)
        except OSError as trouble:
            if getattr(trouble, "winerror", None) not in _SHARING_VIOLATIONS:
                raise
            time.sleep(pause)
        else:
            return
    source.replace(target)


def sweep(folder: Path) -> int:
    """Remove what interrupted writes left in a folder and return how many there were."""
    removed = 0
    with speaking():
        for leftover in folder.glob(f"{LEFTOVER}*"):
            with suppress(FileNotFoundError):
                leftover.unlink()
                removed += 1
    return removed


def may_write(folder: Path) -> bool:
    """Tell whether the system would let this process write into a folder."""
    return os.access(folder, os.W_OK)
