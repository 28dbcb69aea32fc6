"""Read the head of an age v1 file before any key or costly work comes near it.

The form is that of the age specification (C2SP age.md): a version line, stanzas,
a MAC line. Only X25519 recipients are taken, and one scrypt stanza where words are
asked for. Stanzas whose kind ends in ``-grease`` say nothing and are passed over.
"""

import re
from dataclasses import dataclass

from familytrace.errors import NotAPackageError, PackageDamagedError, PackageMalformedError
from familytrace.package.limits import AGE_HEADER, AGE_STANZAS, SCRYPT_FACTOR

VERSION = b"age-encryption.org/v1"
_MAC_LINE = re.compile(rb"--- [A-Za-z0-9+/]{43}")
_ARGUMENT = re.compile(rb"[!-~]+")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*")
_LINE = 64

HEAD_TOO_LONG, STANZA_FORM, STANZA_KIND, STANZA_COUNT, SCRYPT_ALONE, SCRYPT_COST = range(10, 16)


@dataclass(frozen=True, slots=True)
class Stanza:
    """One way in: its kind with arguments, and its body in base64."""

    words: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an age file: its stanzas, its length in bytes, and the MAC'd part."""

    stanzas: tuple[Stanza, ...]
    size: int
    signed: bytes
    mac: str


def read_head(start: bytes, *, words: bool = False) -> Head:
    """Check the first bytes of a file (all of it, or at least 4 KiB) and return its head.

    With ``words`` the file must be sealed by a passphrase of cost at most 2**18, else
    to X25519 recipients only. Raises NotAPackageError, PackageDamagedError or
    PackageMalformedError.
    """
    if not start.startswith(VERSION + b"\n"):
        raise NotAPackageError
    lines = start[:AGE_HEADER].split(b"\n")
    stanzas: list[Stanza] = []
    at = 1
    while at < len(lines) - 1 and not lines[at].startswith(b"---"):
        stanza, at = _stanza(lines, at)
        stanzas.append(stanza)
        if len(stanzas) > AGE_STANZAS:
            raise PackageMalformedError(code=STANZA_COUNT)
    if at >= len(lines) - 1:
        raise _cut(start)
    if not _MAC_LINE.fullmatch(lines[at]):
        raise PackageDamagedError
    size = sum(len(line) + 1 for line in lines[: at + 1])
    _check_kinds(stanzas, words)
    return Head(tuple(stanzas), size, start[: size - 45], lines[at][4:].decode("ascii"))


def _cut(start: bytes) -> PackageDamagedError | PackageMalformedError:
    if len(start) < AGE_HEADER:
        return PackageDamagedError()
    return PackageMalformedError(code=HEAD_TOO_LONG)


def _stanza(lines: list[bytes], at: int) -> tuple[Stanza, int]:
    arrow, *arguments = lines[at].split(b" ")
    if arrow != b"->" or not arguments or not all(map(_ARGUMENT.fullmatch, arguments)):
        raise PackageMalformedError(code=STANZA_FORM)
    body: list[bytes] = []
    while True:
        at += 1
        if at >= len(lines) - 1:
            raise _cut(b"\n".join(lines))
        line = lines[at]
        if len(line) > _LINE or not _BASE64.fullmatch(line):
            raise PackageMalformedError(code=STANZA_FORM)
        body.append(line)
        if len(line) < _LINE:
            break
    words = tuple(argument.decode("ascii") for argument in arguments)
    return Stanza(words, b"".join(body).decode("ascii")), at + 1


def _check_kinds(stanzas: list[Stanza], words: bool) -> None:
    real = [stanza for stanza in stanzas if not stanza.words[0].endswith("-grease")]
    if not real:
        raise PackageMalformedError(code=STANZA_KIND)
    wanted = "scrypt" if words else "X25519"
    if any(stanza.words[0] != wanted for stanza in real):
        raise PackageMalformedError(code=STANZA_KIND)
    if not words:
        return
    if len(stanzas) != 1:
        raise PackageMalformedError(code=SCRYPT_ALONE)
    check_scrypt(real[0])


def check_scrypt(stanza: Stanza) -> int:
    """Return the cost (as a power of two) of a scrypt stanza, refused above 2**18."""
    if len(stanza.words) != 3 or not re.fullmatch(r"[1-9][0-9]?", stanza.words[2]):
        raise PackageMalformedError(code=STANZA_FORM)
    cost = int(stanza.words[2])
    if cost > SCRYPT_FACTOR:
        raise PackageMalformedError(code=SCRYPT_COST)
    return cost
