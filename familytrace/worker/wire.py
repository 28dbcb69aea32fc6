"""How processes of the quarantine talk: length-prefixed frames and one honest end.

A stream is any number of frames (4 bytes big-endian length, then the bytes), then
either the end mark or one refusal. A stream that stops without its end mark counts
as failed, so that nothing half-done is ever taken for a result.
"""

from collections.abc import Iterator
from typing import Protocol

from familytrace import errors

FRAME = 1 << 20
"""Longest frame in bytes."""

_END = 0
_REFUSAL = 0xFFFFFFFF
_CODE_LIMIT = 64

_REFUSALS: dict[str, type[errors.PackageError]] = {
    kind.__name__: kind
    for kind in (
        errors.NotAPackageError,
        errors.WrongKeyError,
        errors.WrongWordsError,
        errors.PackageDamagedError,
        errors.PackageMalformedError,
        errors.PackageTooNewError,
        errors.PackageTooBigError,
        errors.SignatureError,
        errors.PictureError,
        errors.DocumentError,
        errors.WorkerError,
    )
}


class Source(Protocol):
    """Where a stream is read from."""

    def read(self, size: int, /) -> bytes | None:
        """Return up to ``size`` bytes, nothing at the end."""


class Sink(Protocol):
    """Where a stream is written to."""

    def write(self, data: bytes, /) -> object:
        """Take all of ``data``."""


def send(sink: Sink, data: bytes | bytearray | memoryview) -> None:
    """Write ``data`` as one frame or several; empty data sends nothing."""
    view = memoryview(data)
    for start in range(0, len(view), FRAME):
        part = view[start : start + FRAME]
        sink.write(len(part).to_bytes(4, "big"))
        sink.write(bytes(part))


def finish(sink: Sink) -> None:
    """Write the end mark: everything before it holds."""
    sink.write(_END.to_bytes(4, "big"))


def refuse(sink: Sink, error: BaseException) -> None:
    """Write a refusal: the name of a declared error and its number, nothing else."""
    name = type(error).__name__
    if name not in _REFUSALS:
        name = errors.WorkerError.__name__
    code = error.details.get("code", 0) if isinstance(error, errors.PackageError) else 0
    sink.write(_REFUSAL.to_bytes(4, "big"))
    sink.write(f"{name} {code}".encode("ascii"))


def frames(
    source: Source,
    limit: int,
    *,
    too_big: type[errors.PackageError] = errors.PackageTooBigError,
) -> Iterator[bytes]:
    """Give the frames of a stream of at most ``limit`` bytes in all.

    Raises the declared error that the other side sent, ``too_big`` above the limit,
    and WorkerError when the stream breaks off.
    """
    total = 0
    while True:
        length = int.from_bytes(_exactly(source, 4), "big")
        if length == _END:
            return
        if length == _REFUSAL:
            raise _refusal(source)
        total += length
        if length > FRAME:
            raise errors.WorkerError
        if total > limit:
            raise too_big
        yield _exactly(source, length)


def _refusal(source: Source) -> errors.PackageError:
    text = source.read(_CODE_LIMIT) or b""
    name, _, code = text.decode("ascii", "replace").partition(" ")
    kind = _REFUSALS.get(name, errors.WorkerError)
    if kind is errors.PackageMalformedError:
        return kind(code=int(code) if code.isdecimal() and code.isascii() else 0)
    return kind()


def _exactly(source: Source, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        part = source.read(size)
        if not part:
            raise errors.WorkerError
        parts.append(part)
        size -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)
