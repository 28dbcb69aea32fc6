"""What the rest of the program asks the quarantine for: safe pictures of outside files."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from familytrace import canonical
from familytrace.errors import DocumentError, PictureError, WorkerError
from familytrace.worker.plain_jpeg import check_plain_jpeg
from familytrace.worker.run import Limits, run

MAX_FILE = 200 << 20
"""Biggest picture or document taken in, in bytes."""

_PIECE = 1 << 20
_LIMITS = Limits(memory=1 << 30, processor_seconds=30, seconds=45.0)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A JPEG made from pixels only, with its size in pixels."""

    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pixels:
    """Raw rows of RGB, three bytes a pixel, ready to be shown."""

    rgb: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class DocumentPages:
    """Some pages of a document as pictures, and how many pages it has in all."""

    pages: int
    pictures: tuple[Pixels, ...]


def rebuild_picture(
    data: bytes, *, max_side: int = 4_096, quality: int = 85, target_bytes: int = 0
) -> Rebuilt:
    """Build a JPEG or PNG anew from its pixels in a worker; the same input gives the same bytes.

    ``target_bytes`` (0: none) makes it coarser and smaller until it fits. Raises
    PictureError or WorkerError.
    """
    wish = {
        "kind": "jpeg",
        "max_side": max_side,
        "quality": quality,
        "target_bytes": target_bytes,
    }
    width, height, body = _picture(data, wish)
    return Rebuilt(check_plain_jpeg(body), width, height)


def picture_pixels(data: bytes, *, max_side: int = 1_600) -> Pixels:
    """Decode a JPEG or PNG in a worker to raw pixels of at most ``max_side`` a side.

    Raises PictureError or WorkerError.
    """
    wish = {"kind": "rgb", "max_side": max_side, "quality": 85, "target_bytes": 0}
    width, height, body = _picture(data, wish)
    if len(body) != width * height * 3:
        raise PictureError
    return Pixels(body, width, height)


def document_pages(
    data: bytes, *, first: int = 0, count: int = 1, width: int = 1_000
) -> DocumentPages:
    """Draw pages of a PDF from outside in a worker, ``width`` pixels wide.

    Raises DocumentError or WorkerError.
    """
    wish = {"first": first, "count": min(count, 200), "width": width}
    head, body = _split(run("pdf-pages", _pieces(wish, data), limits=_LIMITS))
    pictures: list[Pixels] = []
    start = 0
    for wide, high in head["sizes"]:
        end = start + wide * high * 3
        pictures.append(Pixels(body[start:end], wide, high))
        start = end
    if start != len(body):
        raise DocumentError
    return DocumentPages(head["pages"], tuple(pictures))


def _picture(data: bytes, wish: dict[str, Any]) -> tuple[int, int, bytes]:
    head, body = _split(run("picture", _pieces(wish, data), limits=_LIMITS))
    return head["width"], head["height"], body


def _pieces(wish: dict[str, Any], data: bytes) -> Iterator[bytes]:
    if len(data) > MAX_FILE:
        raise PictureError
    yield canonical.encode(wish)
    for start in range(0, len(data), _PIECE):
        yield data[start : start + _PIECE]


def _split(answer: bytes) -> tuple[dict[str, Any], bytes]:
    """Split an answer into its JSON head (up to the first closing brace) and its body."""
    end = answer.find(b"}") + 1
    try:
        head = canonical.decode(answer[:end])
        if not isinstance(head, dict) or not _sizes_hold(head):
            raise WorkerError
    except canonical.CanonicalError:
        raise WorkerError from None
    return head, answer[end:]


def _sizes_hold(head: dict[str, Any]) -> bool:
    sizes = head["sizes"] if "sizes" in head else [[head.get("width"), head.get("height")]]
    whole = all(
        isinstance(size, list)
        and len(size) == 2
        and all(isinstance(side, int) and 0 < side <= 4_096 for side in size)
        for size in sizes
    )
    return whole and isinstance(head.get("pages", 0), int)


def rebuild_document_page(data: bytes, page: int, *, target_bytes: int = 0) -> Rebuilt:
    """Draw one page of a PDF in a worker, 1,600 pixels wide, and make a JPEG of it.

    Raises DocumentError, PictureError or WorkerError.
    """
    drawn = document_pages(data, first=page, count=1, width=1_600).pictures
    if not drawn:
        raise DocumentError
    return rebuild_picture(_as_png(drawn[0]), target_bytes=target_bytes)


def _as_png(pixels: Pixels) -> bytes:
    """Wrap raw pixels as a PNG (W3C PNG, sections 5 and 11), so that one path makes JPEGs."""
    head = struct.pack(">IIBBBBB", pixels.width, pixels.height, 8, 2, 0, 0, 0)
    stride = pixels.width * 3
    rows = b"".join(
        b"\0" + pixels.rgb[start : start + stride] for start in range(0, len(pixels.rgb), stride)
    )
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
