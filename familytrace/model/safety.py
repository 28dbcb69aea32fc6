"""What must never leave: protected names, numbers and accounts, and notes on danger."""

from dataclasses import dataclass

from familytrace.i18n import N_
from familytrace.model.facts import Kind, Record, fact
from familytrace.model.topics import Level, Topic

_LOCKED = (Topic.HOW, Level.LOCKED)


@dataclass(frozen=True, slots=True)
class ProtectedWord:
    """One name, number or account that no outgoing text may hold in any spelling."""

    kind: str = fact(
        N_("What is it"), Kind.CHOICE, *_LOCKED, choices="protected_kind", default="name"
    )
    text: str = fact(N_("Name, number or account"), Kind.TEXT, *_LOCKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety(Record):
    """The protected list and the family's own notes on danger."""

    protected: tuple[ProtectedWord, ...] = fact(
        N_("Never let these out"),
        Kind.PARTS,
        *_LOCKED,
        hint=N_("Names, numbers and accounts of people who are still there."),
    )
    note: str = fact(N_("Notes on danger"), Kind.LONG, *_LOCKED)
