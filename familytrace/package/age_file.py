"""The only door to pyrage: keys, sealing and unsealing of age v1 files."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from familytrace.errors import CardError, PackageDamagedError, PackageTooBigError, WrongKeyError
from familytrace.package.age_head import read_head
from familytrace.package.limits import AGE_HEADER, SEALED, TAR

_RECIPIENT = re.compile(r"age1[02-9ac-hj-np-z]{58}")
_SECRET = re.compile(r"AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}")


@dataclass(frozen=True, slots=True)
class Identity:
    """A pair of keys: ``public`` is given away, ``secret`` is kept in the vault."""

    public: str
    secret: str = field(repr=False)


class Taker(Protocol):
    """Whatever takes plain bytes while a file is unsealed."""

    def write(self, data: bytes, /) -> object:
        """Take all of ``data``."""


def new_identity() -> Identity:
    """Make a fresh pair of keys."""
    import pyrage

    made = pyrage.x25519.Identity.generate()
    return Identity(public=str(made.to_public()), secret=str(made))


def public_of(secret: str) -> str:
    """Return the public key of a secret one; CardError when it is not one."""
    return str(_identity(secret).to_public())


def check_recipient(public: str) -> str:
    """Return a public key in its one form (``age1`` and 58 letters); CardError otherwise."""
    _recipient(public)
    return public


def seal(data: bytes, recipient: str) -> bytes:
    """Seal data to one public key as a binary age v1 file."""
    import pyrage

    sink = io.BytesIO()
    pyrage.encrypt_io(io.BytesIO(data), sink, [_recipient(recipient)])
    return sink.getvalue()


def unseal(data: bytes, *secrets: str) -> bytes:
    """Open a whole age file with one of some secret keys; a truncated file gives nothing.

    Raises NotAPackageError, WrongKeyError, PackageDamagedError, PackageMalformedError
    or PackageTooBigError. A file from outside is opened in a worker, never here.
    """
    sink = io.BytesIO()
    unseal_stream(iter([data]), sink, *secrets)
    return sink.getvalue()


def unseal_stream(pieces: Iterator[bytes], sink: Taker, *secrets: str) -> None:
    """Unseal piece by piece; what was given to ``sink`` holds only if this returns.

    Raises as ``unseal`` does. The head is checked before the key is used.
    """
    import pyrage

    keys = [_identity(secret) for secret in secrets]
    source = _Pieces(pieces)
    read_head(source.peek(AGE_HEADER))
    counted = _Counted(sink)
    try:
        pyrage.decrypt_io(source, counted, keys)
    except pyrage.DecryptError as error:
        if source.full:
            raise PackageTooBigError from None
        if counted.total == 0 and "matching" in str(error):
            raise WrongKeyError from None
        raise PackageDamagedError from None
    except OSError:
        if counted.full or source.full:
            raise PackageTooBigError from None
        raise PackageDamagedError from None


def _identity(secret: str) -> Any:
    import pyrage

    if not _SECRET.fullmatch(secret):
        raise CardError
    try:
        return pyrage.x25519.Identity.from_str(secret)
    except pyrage.IdentityError:
        raise CardError from None


def _recipient(public: str) -> Any:
    import pyrage

    if not _RECIPIENT.fullmatch(public):
        raise CardError
    try:
        return pyrage.x25519.Recipient.from_str(public)
    except pyrage.RecipientError:
        raise CardError from None


class _Pieces(io.RawIOBase):
    """Pieces of bytes as a file to read, with a look at the first ones."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._held = b""
        self._total = 0
        self.full = False

    def readable(self) -> bool:
        return True

    def peek(self, size: int) -> bytes:
        """Return the first ``size`` bytes, or all there are, without taking them."""
        while len(self._held) < size:
            piece = self._next()
            if not piece:
                break
            self._held += piece
        return self._held[:size]

    def _next(self) -> bytes:
        """Take the next piece; nothing more once the whole is too long."""
        piece = b"" if self.full else next(self._pieces, b"")
        self._total += len(piece)
        self.full = self._total > SEALED
        return b"" if self.full else piece

    def read(self, size: int = -1, /) -> bytes:
        """Take up to ``size`` bytes."""
        if not self._held:
            self._held = self._next()
        taken = self._held if size < 0 else self._held[:size]
        self._held = self._held[len(taken) :]
        return taken


class _Counted:
    """Pass bytes on, and stop when they are more than a package may hold."""

    def __init__(self, sink: Taker) -> None:
        self._sink = sink
        self.total = 0
        self.full = False

    def write(self, data: bytes) -> int:
        self.total += len(data)
        if self.total > TAR:
            self.full = True
            raise OSError
        self._sink.write(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""
