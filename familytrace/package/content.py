"""What one member of a package may look like inside: plain JSON and plain text."""

from collections.abc import Iterator

from familytrace import canonical
from familytrace.errors import PackageMalformedError, PackageTooBigError
from familytrace.package.limits import (
    JSON_DEPTH,
    JSON_MEMBER,
    JSON_NODES,
    JSON_TEXT,
    TEXT_MEMBER,
)

BAD_JSON, JSON_TOO_RICH, BAD_TEXT, BAD_PDF, BAD_DOCX = range(40, 45)


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


def _walk(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from _walk(item)
