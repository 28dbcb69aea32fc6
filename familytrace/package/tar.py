"""A strict ustar: regular files with known names, written and read by 512-byte blocks.

A head block follows from a member's name and size alone, so reading compares every
head with the one that writing would make. The last member is ``padding``: zeros up to
one of few sizes, so that the length of a package says little about its content.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from familytrace.errors import PackageMalformedError, PackageTooBigError
from familytrace.package.limits import MEMBER, MEMBERS, TAR

BLOCK = 512
SMALLEST = 64 * 1024
PADDING = "padding"
MODIFIED = 946_684_800
"""Every member's time: the first second of 2000, so that it says nothing."""

NAMES = re.compile(
    r"manifest\.json(\.minisig)?|(case|consent|withdrawal|reply)\.json|form\.pdf|form\.docx"
    r"|sheet\.txt|READ-ME\.txt|attachments/[0-9]{4}\.jpg|padding"
)

BAD_HEAD, BAD_NAME, BAD_FILL, BAD_END, BAD_SIZE, TOO_MANY, TWICE, BAD_PADDING = range(20, 28)

_END = bytes(2 * BLOCK)
_SIZE = re.compile(rb"[0-7]{11}\0")


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside: its name and its bytes (a view into the whole, not a copy)."""

    name: str
    data: bytes | memoryview


def bucket(size: int) -> int:
    """Return the padded length for ``size`` bytes: at least 64 KiB, then Padme steps.

    Padme (Nikitin et al., 2019) keeps the waste below 12 % and the number of
    different lengths small.
    """
    blocks = _round(max(size, SMALLEST)) // BLOCK
    exponent = blocks.bit_length() - 1
    free = exponent - exponent.bit_length()
    mask = (1 << max(free, 0)) - 1
    return ((blocks + mask) & ~mask) * BLOCK


def write_tar(members: Sequence[Member]) -> bytes:
    """Return the members and the padding as one ustar.

    Raises PackageTooBigError, and ValueError for a name that is not allowed.
    """
    plain = sum(BLOCK + _round(len(member.data)) for member in members)
    total = bucket(plain + BLOCK + len(_END))
    if total > TAR or any(len(member.data) > MEMBER for member in members):
        raise PackageTooBigError
    pieces: list[bytes | memoryview] = []
    for member in members:
        size = len(member.data)
        pieces += [_head(member.name, size), member.data, bytes(_round(size) - size)]
    fill = total - plain - BLOCK - len(_END)
    pieces += [_head(PADDING, fill), bytes(fill), _END]
    return b"".join(pieces)


def read_tar(data: bytes | bytearray | memoryview) -> list[Member]:
    """Return the members before the padding, in order.

    Raises PackageMalformedError (its code says which rule was broken) or
    PackageTooBigError.
    """
    if len(data) > TAR:
        raise PackageTooBigError
    whole = memoryview(data)
    members: list[Member] = []
    at = 0
    while True:
        member, at = _member(whole, at)
        if member.name == PADDING:
            break
        if any(member.name == other.name for other in members):
            raise PackageMalformedError(code=TWICE)
        members.append(member)
        if len(members) > MEMBERS:
            raise PackageMalformedError(code=TOO_MANY)
    _check_end(whole, at, member)
    return members


def _member(whole: memoryview, at: int) -> tuple[Member, int]:
    head = bytes(whole[at : at + BLOCK])
    if len(head) < BLOCK:
        raise PackageMalformedError(code=BAD_END)
    raw = head[:100].rstrip(b"\0")
    name = raw.decode("ascii", "replace")
    if not NAMES.fullmatch(name):
        raise PackageMalformedError(code=BAD_NAME)
    if not _SIZE.fullmatch(head[124:136]):
        raise PackageMalformedError(code=BAD_SIZE)
    size = int(head[124:135], 8)
    if head != _head(name, size):
        raise PackageMalformedError(code=BAD_HEAD)
    start, end = at + BLOCK, at + BLOCK + size
    if end > len(whole):
        raise PackageMalformedError(code=BAD_SIZE)
    if size > MEMBER and name != PADDING:
        raise PackageTooBigError
    after = start + _round(size)
    if any(whole[end:after]):
        raise PackageMalformedError(code=BAD_FILL)
    return Member(name, whole[start:end]), after


def _check_end(whole: memoryview, at: int, padding: Member) -> None:
    if bytes(whole[at:]) != _END:
        raise PackageMalformedError(code=BAD_END)
    filled = len(padding.data)
    if bytes(padding.data).count(0) != filled:
        raise PackageMalformedError(code=BAD_PADDING)
    if len(whole) != bucket(len(whole) - filled):
        raise PackageMalformedError(code=BAD_PADDING)


def _head(name: str, size: int) -> bytes:
    if not NAMES.fullmatch(name):
        raise ValueError
    head = bytearray(BLOCK)
    head[0 : len(name)] = name.encode("ascii")
    head[100:124] = b"0000644\0" + b"0000000\0" * 2
    head[124:136] = b"%011o\0" % size
    head[136:148] = b"%011o\0" % MODIFIED
    head[148:156] = b" " * 8
    head[156:157] = b"0"
    head[257:265] = b"ustar\x0000"
    head[148:156] = b"%06o\0 " % sum(head)
    return bytes(head)


def _round(size: int) -> int:
    return -(-size // BLOCK) * BLOCK
