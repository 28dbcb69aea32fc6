"""Canonical JSON (RFC 8785 for ASCII keys and integers) and its strict reader."""

import json
from typing import Any

_MAX_INTEGER = 2**53 - 1


class CanonicalError(ValueError):
    """The text is not the one canonical form, or the value has none."""


def encode(value: object) -> bytes:
    """Return the one canonical UTF-8 form of plain data.

    Keys are ASCII strings, numbers are integers within 2**53 - 1, no floats.
    Raises CanonicalError for anything else.
    """
    _check(value)
    text = json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )
    return text.encode()


def decode(data: bytes, *, depth: int = 16, canonical: bool = True) -> Any:
    """Read JSON strictly: UTF-8, no duplicate keys, no floats, bounded depth.

    With ``canonical`` the bytes must also be the canonical form of what they say.
    Raises CanonicalError; its text never repeats the input.
    """
    try:
        text = data.decode("utf-8")
        value = json.loads(
            text, object_pairs_hook=_no_twins, parse_float=_refuse, parse_constant=_refuse
        )
    except CanonicalError:
        raise
    except (ValueError, RecursionError):
        raise CanonicalError("not readable as JSON") from None
    _check(value, depth)
    if canonical and encode(value) != data:
        raise CanonicalError("not in canonical form")
    return value


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise CanonicalError("a key stands twice")
    return found


def _refuse(_text: str) -> Any:
    raise CanonicalError("a number is not an integer")


def _check(value: object, depth: int = 64) -> None:
    if depth < 0:
        raise CanonicalError("nested too deep")
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, int):
        if abs(value) > _MAX_INTEGER:
            raise CanonicalError("a number is too big")
    elif isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str) or not key.isascii():
                raise CanonicalError("a key is not plain ASCII text")
            _check_text(key)
            _check(item, depth - 1)
    elif isinstance(value, list):
        for item in value:
            _check(item, depth - 1)
    else:
        raise CanonicalError("a value has no canonical form")


def _check_text(text: str) -> None:
    if "\0" in text or any("\ud800" <= ch <= "\udfff" for ch in text):
        raise CanonicalError("a text holds a forbidden character")
