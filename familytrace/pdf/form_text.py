"""Letters that no bundled font can print: said before an export, never drawn as boxes."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from familytrace.forms.filled import FilledForm
from familytrace.pdf.faces import uncovered


def uncovered_in(filled: FilledForm) -> str:
    """Return every letter of the form that cannot be printed, each once, in order."""
    return "".join(dict.fromkeys("".join(uncovered(text) for text in _texts(filled))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
