"""What one member of a package may look like inside: plain JSON, plain text, plain JPEG."""

from collections.abc import Iterator

from familytrace import canonical
from familytrace.errors import PackageMalformedError, PackageTooBigError, PictureError
from familytrace.package.limits import (
    JSON_DEPTH,
    JSON_MEMBER,
    JSON_NODES,
    JSON_TEXT,
    TEXT_MEMBER,
)

BAD_JSON, JSON_TOO_RICH, BAD_TEXT, BAD_PDF, BAD_DOCX = range(40, 45)

_START, _END, _SCAN, _JFIF = 0xD8, 0xD9, 0xDA, 0xE0
_PLAIN_SEGMENTS = {_JFIF, 0xDB, 0xC0, 0xC1, 0xC2, 0xC4, 0xDD}


def check_json(data: bytes) -> bytes:
    """Return JSON that is canonical and within the limits of depth, nodes and texts.

    Raises PackageMalformedError or PackageTooBigError.
    """
    if len(data) > JSON_MEMBER:
        raise PackageTooBigError
    try:
        value = canonical.decode(data, depth=JSON_DEPTH)
    except canonical.CanonicalError:
        raise PackageMalformedError(code=BAD_JSON) from None
    if not isinstance(value, dict):
        raise PackageMalformedError(code=BAD_JSON)
    for number, part in enumerate(_walk(value)):
        if number >= JSON_NODES or (isinstance(part, str) and len(part) > JSON_TEXT):
            raise PackageMalformedError(code=JSON_TOO_RICH)
    return data


def check_text(data: bytes) -> str:
    """Return a plain text in UTF-8 whose only control characters are line end and tab."""
    if len(data) > TEXT_MEMBER:
        raise PackageTooBigError
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise PackageMalformedError(code=BAD_TEXT) from None
    if any((ch < " " and ch not in "\n\t") or "\x7f" <= ch <= "\x9f" for ch in text):
        raise PackageMalformedError(code=BAD_TEXT)
    return text


def check_start(name: str, data: bytes) -> None:
    """Check that a document begins as its name says; it is never opened here."""
    if name == "form.pdf" and not data.startswith(b"%PDF-"):
        raise PackageMalformedError(code=BAD_PDF)
    if name == "form.docx" and not data.startswith(b"PK\x03\x04"):
        raise PackageMalformedError(code=BAD_DOCX)


def check_plain_jpeg(data: bytes) -> bytes:
    """Return a JPEG that carries pixels only: no camera data, comment, profile or trailer.

    Raises PictureError. It walks the segments and decodes nothing.
    """
    at = 2
    if data[:2] != bytes((0xFF, _START)):
        raise PictureError
    while True:
        if data[at : at + 1] != b"\xff" or len(data) < at + 4:
            raise PictureError
        kind = data[at + 1]
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == _SCAN:
            at = _after_scan(data, at + 2 + length)
            if data[at : at + 2] == bytes((0xFF, _END)):
                break
            continue
        if kind not in _PLAIN_SEGMENTS or length < 2 or (kind == _JFIF and length != 16):
            raise PictureError
        at += 2 + length
    if len(data) != at + 2:
        raise PictureError
    return data


def _after_scan(data: bytes, at: int) -> int:
    """Return where the next real marker stands after compressed data."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise PictureError
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:
            return at
        at += 2


def _walk(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item)
