"""The translations fit their sentences: same placeholders, nothing stray, all readable."""

import re
import string
from io import BytesIO
from pathlib import Path

import house_rules
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = house_rules.ROOT
CATALOGUES = [ROOT / path for path in house_rules.tracked(".po")]
_ISOLATES = {"\u2066": 1, "\u2067": 1, "\u2068": 1, "\u2069": -1}


def _read(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def _sentences(text: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _faults(message: Message) -> list[str]:
    """Return what would break or mislead if this translation were shown."""
    if not message.id or message.fuzzy:
        return []
    expected = set().union(*map(_placeholders, _sentences(message.id)))
    faults = []
    for text in filter(None, _sentences(message.string)):
        if not _placeholders(text) <= expected or (
            isinstance(message.id, str) and _placeholders(text) != expected
        ):
            faults.append(f"placeholders: {text}")
        if sum(_ISOLATES.get(char, 0) for char in text):
            faults.append(f"isolates left open: {text}")
        if re.search(r"[\u202a-\u202e\u200e\u200f]|<[a-zA-Z/]", text):
            faults.append(f"direction override or markup: {text}")
    return faults


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_translation_fits_its_sentence(path: Path) -> None:
    assert [] == [fault for message in _read(path) for fault in _faults(message)]


@pytest.mark.parametrize(
    "planted",
    [
        'msgid "Wait {hours} hours."\nmsgstr "Wait {stunden}."',
        'msgid "Wait {hours} hours."\nmsgstr "Wait."',
        'msgid "Wait."\nmsgstr "<b>Wait.</b>"',
        'msgid "Wait."\nmsgstr "Wait\u202e."',
        'msgid "Wait."\nmsgstr "\u2068Wait."',
    ],
)
def test_a_translation_that_does_not_fit_is_noticed(planted: str) -> None:
    catalogue = read_po(BytesIO(f"{planted}\n".encode()))
    assert [fault for message in catalogue for fault in _faults(message)]
