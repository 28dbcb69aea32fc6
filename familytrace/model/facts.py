"""The catalogue of facts: each is declared once, on the attribute that holds it.

Label, kind, topic (what agreement covers it) and level (how dangerous it is)
stand beside the attribute; screen, vault, form question, JSON key and
completeness check are all derived from there.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from familytrace.model.choices import CHOICES
from familytrace.model.topics import Level, Topic


class Kind(StrEnum):
    """How an answer is typed and shown."""

    TEXT = "text"
    LONG = "long"
    TELLING = "telling"
    DATE = "date"
    PLACE = "place"
    CHOICE = "choice"
    CHOICES = "choices"
    NUMBER = "number"
    TICK = "tick"
    REFERENCE = "reference"
    DAY = "day"
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: what we call it, how it is typed, who decides on it, how dangerous it is.

    ``topic`` or ``level`` is None only inside a value (a place, a telling), where
    the attribute that holds the value decides. ``choices`` names a vocabulary of
    ``choices.CHOICES``; ``hint`` is a sentence of help; ``gate`` marks what only the
    consent gate writes; ``group`` gathers facts that a screen shows together, and
    ``when`` names the claim kinds that use this fact (empty: all).
    """

    label: str
    kind: Kind
    topic: Topic | None
    level: Level | None
    choices: str | None = None
    hint: str = ""
    gate: bool = False
    when: tuple[str, ...] = ()


def fact(
    label: str,
    kind: Kind,
    topic: Topic | None,
    level: Level | int | None,
    *,
    choices: str | None = None,
    hint: str = "",
    gate: bool = False,
    when: tuple[str, ...] = (),
    default: object = None,
) -> Any:
    """Declare an attribute of a record as one fact of the catalogue."""
    held = Fact(
        label=label,
        kind=kind,
        topic=topic,
        level=None if level is None else Level(level),
        choices=choices,
        hint=hint,
        gate=gate,
        when=when,
    )
    metadata: dict[str, Any] = {"fact": held}
    if choices is not None:
        metadata["check"] = _checker(choices)
    if kind in (Kind.CHOICES, Kind.PARTS):
        default = ()
    elif kind in (Kind.TEXT, Kind.LONG) and default is None:
        default = ""
    elif kind is Kind.TICK:
        default = False
    return dataclasses.field(default=default, metadata=metadata)


def _checker(vocabulary: str) -> Any:
    def known(value: object) -> bool:
        codes = CHOICES[vocabulary]
        return all(code in codes for code in (value if isinstance(value, list) else [value]))

    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every entry of the vault has.

    ``id`` is random and never made from a name. ``unsaid`` tells why a fact is
    empty: ``unknown`` (asked, nobody knows) or ``refused`` (does not want to say);
    a fact that is empty and not named there was not asked. ``extra`` keeps what a
    later version wrote and this one does not know; it is never exported.
    """

    id: str = ""
    unsaid: Mapping[str, str] = dataclasses.field(default_factory=dict)
    extra: Mapping[str, Any] = dataclasses.field(default_factory=dict)


KEEPING = frozenset({"id", "unsaid", "extra"})


def facts_of(record: type | object) -> dict[str, Fact]:
    """Return the facts of a record class in the order of its attributes."""
    return {
        f.name: f.metadata["fact"]
        for f in dataclasses.fields(record)  # type: ignore[arg-type]
        if "fact" in f.metadata
    }
