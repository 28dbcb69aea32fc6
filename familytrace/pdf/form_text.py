"""Letters that no bundled font can print: said before an export, never drawn as boxes."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from familytrace.forms.filled import FilledForm
from familytrace.pdf.faces import uncovered


def uncovered_in(filled: FilledForm) -> str:
    """Return every letter of the form that cannot be printed, each once, in order."""
    return "".join(dict.fromkeys("".join(uncovered(text) for text in _texts(filled))))


def printable(filled: FilledForm) -> FilledForm:
    """Return the form with each such letter replaced by its Unicode number."""
    missing = uncovered_in(filled)
    if not missing:
        return filled
    table = {ord(letter): f"[U+{ord(letter):04X}]" for letter in missing}
    replaced: FilledForm = _replaced(filled, table)
    return replaced


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _replaced(value: Any, table: dict[int, str]) -> Any:
    if isinstance(value, str):
        return value.translate(table)
    if isinstance(value, tuple):
        return tuple(_replaced(item, table) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: _replaced(getattr(value, field.name), table)
            for field in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **changed)
    return value
