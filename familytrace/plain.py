"""Turn records into plain data and back: one codec for vault, package and form files.

What is unknown (None, an empty text or list) is simply not there, so that two
records that hold the same facts have the same plain form. A No is written where yes is
what silence would mean.
"""

import dataclasses
import enum
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Thing = TypeVar("Thing")


class PlainError(ValueError):
    """Plain data does not match the record it should become; says where."""


def to_plain(value: object) -> Any:
    """Return the same value as dicts, lists, texts, numbers and booleans only."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = dataclasses.fields(value)
        pairs = ((f, to_plain(getattr(value, f.name))) for f in fields)
        return {f.name: item for f, item in pairs if not _empty(item) or f.default is True}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(to_plain(item) for item in value)
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


def _empty(value: object) -> bool:
    return value is None or value is False or (not isinstance(value, bool | int) and not value)


def from_plain(kind: type[Thing], data: object, *, lenient: bool = False) -> Thing:
    """Build a record from plain data.

    Strict by default: an unknown key, a wrong type or an unknown code raises
    PlainError with the place. ``lenient`` puts unknown keys and codes of a later
    minor version into the record's ``extra`` where it has one.
    """
    return cast(Thing, _build(kind, data, kind.__name__, lenient))


def _build(kind: Any, data: Any, at: str, lenient: bool) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = next(arg for arg in args if arg is not type(None))
        return None if data is None else _build(inner, data, at, lenient)
    if origin in (tuple, frozenset):
        _expect(isinstance(data, list), at, "a list")
        return origin(_build(args[0], item, f"{at}[{i}]", lenient) for i, item in enumerate(data))
    if origin is not None and issubclass(origin, Mapping):
        _expect(isinstance(data, dict), at, "a table")
        return {key: _build(args[1], item, f"{at}.{key}", lenient) for key, item in data.items()}
    if kind is Any:
        return data
    if dataclasses.is_dataclass(kind):
        return _record(kind, data, at, lenient)
    if issubclass(kind, enum.Enum):
        _expect(data in {member.value for member in kind}, at, "a known choice")
        return kind(data)
    if issubclass(kind, date):
        return _date(kind, data, at)
    _expect(type(data) is kind, at, _PLAIN_NAMES.get(kind, kind.__name__))
    return data


_PLAIN_NAMES = {str: "a text", int: "a whole number", bool: "true or false"}


@cache
def _shape(kind: Any) -> tuple[dict[str, Any], dict[str, Callable[[Any], bool]]]:
    checks = {
        f.name: f.metadata["check"] for f in dataclasses.fields(kind) if "check" in f.metadata
    }
    return get_type_hints(kind), checks


def _record(kind: Any, data: Any, at: str, lenient: bool) -> Any:
    _expect(isinstance(data, dict), at, "a table")
    hints, checks = _shape(kind)
    values: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    for key, item in data.items():
        if key in hints:
            known = key not in checks or checks[key](item)
            if known:
                values[key] = _build(hints[key], item, f"{at}.{key}", lenient)
                continue
            _expect(lenient, f"{at}.{key}", "a known code")
        else:
            _expect(lenient, at, "no other entries than the published ones")
        extra[key] = item
    if extra and "extra" in hints:
        values["extra"] = {**values.get("extra", {}), **extra}
    try:
        return kind(**values)
    except (TypeError, ValueError) as error:
        raise PlainError(f"{at}: not complete or not valid") from error


def _date(kind: type[date] | type[datetime], data: Any, at: str) -> date:
    try:
        return kind.fromisoformat(data)
    except (TypeError, ValueError) as error:
        raise PlainError(f"{at}: expected a date") from error


def _expect(holds: bool, at: str, what: str) -> None:
    if not holds:
        raise PlainError(f"{at}: expected {what}")
