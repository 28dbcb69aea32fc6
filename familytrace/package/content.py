"""What one member of a package may look like inside: plain JSON and plain text."""

import re
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

# A text, or one without an end; possessive, so that no input makes it go back.
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

BAD_JSON, JSON_TOO_RICH, BAD_TEXT, BAD_PDF, BAD_DOCX = range(40, 45)


def check_json(data: bytes) -> bytes:
    """Return JSON that is canonical and within the limits of depth, nodes and texts.

    Raises PackageMalformedError or PackageTooBigError.
    """
    if len(data) > JSON_MEMBER:
        raise PackageTooBigError
    if most_values(data) > JSON_NODES:
        raise PackageMalformedError(code=JSON_TOO_RICH)
    try:
        value = canonical.decode(data, depth=JSON_DEPTH)
    except canonical.CanonicalError:
        raise PackageMalformedError(code=BAD_JSON) from None
    if not isinstance(value, dict):
        raise PackageMalformedError(code=BAD_JSON)
    if any(len(text) > JSON_TEXT for text in _texts(value)):
        raise PackageMalformedError(code=JSON_TOO_RICH)
    return data


def most_values(data: bytes) -> int:
    """Return how many values and keys a JSON text can hold at most, without parsing it.

    Each stands after a bracket, a comma or a colon outside of texts.
    """
    bare = _TEXT.sub(b"", data)
    return 1 + sum(bare.count(mark) for mark in (b"[", b"{", b",", b":"))


def check_text(data: bytes) -> str:
    """Return a plain text in UTF-8 whose only control characters are line end and tab."""
    if len(data) > TEXT_MEMBER:
        raise PackageTooBigError
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise PackageMalformedError(code=BAD_TEXT) from None
    if _CONTROLS.search(text):
        raise PackageMalformedError(code=BAD_TEXT)
    return text


def clean_text(text: str) -> bytes:
    """Return a text in UTF-8 as ``check_text`` takes it: other line ends and controls are gone."""
    lines = "\n".join(text.splitlines()) + ("\n" if text else "")
    return _CONTROLS.sub("", lines).encode("utf-8", "replace")


def check_start(name: str, data: bytes) -> None:
    """Check that a document begins as its name says; it is never opened here."""
    if name == "form.pdf" and not data.startswith(b"%PDF-"):
        raise PackageMalformedError(code=BAD_PDF)
    if name == "form.docx" and not data.startswith(b"PK\x03\x04"):
        raise PackageMalformedError(code=BAD_DOCX)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
