"""One long file in parts that every stick can hold (FAT32 ends at 4 GiB)."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from familytrace import files
from familytrace.errors import BackupDamagedError, VaultExistsError

PART: Final = 39 * 1024**3 // 10 // 4096 * 4096  # bytes: 3.9 GiB in whole pages


def name_of(path: Path, number: int) -> Path:
    """Return the name of a part: the first is the file itself, then ``.2``, ``.3``."""
    return path if number == 1 else path.with_name(f"{path.name}.{number}")


class PartWriter:
    """Write bytes into as many parts as are needed; ``finish`` gives them their names."""

    def __init__(self, path: Path, limit: int = PART) -> None:
        if path.exists() or name_of(path, 2).exists():
            raise VaultExistsError
        self._path, self._limit = path, limit
        self._tag = secrets.token_hex(8)
        self._written: list[Path] = []
        self._file: BinaryIO | None = None
        self._room = 0

    def write(self, data: bytes) -> None:
        """Append bytes, going on in another part where one is full."""
        view = memoryview(data)
        while view:
            if self._room == 0:
                self._next()
            taken = view[: self._room]
            if self._file is not None:
                self._file.write(taken)
            self._room -= len(taken)
            view = view[len(taken) :]

    def _next(self) -> None:
        self._close()
        temporary = self._path.with_name(f"{files.LEFTOVER}{self._tag}-{len(self._written)}")
        self._file = files.open_private(temporary)
        self._written.append(temporary)
        self._room = self._limit

    def _close(self) -> None:
        if self._file is not None:
            files.sync(self._file)
            _forget_cached(self._file)
            self._file.close()
            self._file = None

    @property
    def size(self) -> int:
        """Bytes written so far."""
        return (len(self._written) * self._limit) - self._room

    @property
    def parts(self) -> int:
        """How many parts were begun."""
        return len(self._written)

    def finish(self) -> None:
        """Put every part in its place, the first one last: without it there is no backup."""
        self._close()
        for number in range(len(self._written), 0, -1):
            files.rename(self._written[number - 1], name_of(self._path, number))
        files.sync_folder(self._path.parent)

    def reader(self) -> "PartReader":
        """Return a reader over what was written, before it has its name."""
        self._close()
        return PartReader(self._written)

    def drop(self) -> None:
        """Remove everything that was written and has no name yet."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None
        for temporary in self._written:
            with suppress(OSError):
                temporary.unlink()


def _forget_cached(file: BinaryIO) -> None:
    """Let the check afterwards read the disk and not the memory, where the system can."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


class PartReader:
    """Read the parts of a file as one."""

    def __init__(self, paths: list[Path]) -> None:
        self._paths = list(paths)
        self._file: BinaryIO | None = None

    @classmethod
    def of(cls, path: Path) -> "PartReader":
        """Return a reader of a finished file; raises BackupDamagedError if it is not there."""
        paths = [path]
        while (following := name_of(path, len(paths) + 1)).exists():
            paths.append(following)
        if not path.is_file():
            raise BackupDamagedError
        return cls(paths)

    def read(self, size: int, /) -> bytes:
        """Return this many bytes, fewer only at the end of the last part."""
        pieces = []
        while size:
            if self._file is None:
                if not self._paths:
                    break
                self._file = self._paths[0].open("rb")
                self._paths = self._paths[1:]
            piece = self._file.read(size)
            if not piece:
                self.close()
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def close(self) -> None:
        """Let the part go that is open."""
        if self._file is not None:
            self._file.close()
            self._file = None
