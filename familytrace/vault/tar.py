"""A strict ustar: regular files with short plain names, written and read block by block.

Only what this module writes is read back: 512-byte headers with fixed owner, mode and
time, no links, no folders, no extensions, two empty blocks at the end.
"""

from typing import Final, Protocol

from familytrace.errors import BackupDamagedError

BLOCK: Final = 512
END: Final = bytes(2 * BLOCK)


class Source(Protocol):
    """Something that bytes are read from, fewer than asked for only at its end."""

    def read(self, size: int, /) -> bytes:
        """Return at most this many bytes."""


def header(name: str, size: int) -> bytes:
    """Return the header block of one file; its name is ASCII and at most 100 bytes."""
    fields = (
        name.encode("ascii").ljust(100, b"\0"),
        b"0000600\0",
        b"0000000\0",
        b"0000000\0",
        b"%011o\0" % size,
        b"%011o\0" % 0,
        b"        ",
        b"0",
        bytes(100),
        b"ustar\00000",
        bytes(247),
    )
    block = b"".join(fields)
    if len(block) != BLOCK:
        raise ValueError("a name or size does not fit into a tar header")
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def padding(size: int) -> bytes:
    """Return the zeros that fill a file of this size up to whole blocks."""
    return bytes(-size % BLOCK)


def read_exactly(source: Source, size: int) -> bytes:
    """Return exactly this many bytes; raises BackupDamagedError if there are fewer."""
    data = source.read(size)
    if len(data) != size:
        raise BackupDamagedError
    return data


def read_header(source: Source) -> tuple[str, int]:
    """Return name and size of the next file; raises BackupDamagedError if it is not one.

    The block must be, byte for byte, the one this module would have written.
    """
    block = read_exactly(source, BLOCK)
    try:
        name = block[:100].rstrip(b"\0").decode("ascii")
        size = int(block[124:135], 8)
        same = header(name, size) == block
    except ValueError:
        raise BackupDamagedError from None
    if not same:
        raise BackupDamagedError
    return name, size


def expect_end(source: Source) -> None:
    """Raise BackupDamagedError unless only the two empty blocks are left."""
    if read_exactly(source, len(END)) != END or source.read(1):
        raise BackupDamagedError
