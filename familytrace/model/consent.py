"""The family's authorisation: who agrees, for which recipient and purpose, to what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from familytrace.i18n import N_
from familytrace.model.topics import Purpose, Topic


class Answer(StrEnum):
    """What somebody said to one question."""

    NO = "no"
    YES = "yes"
    LATER = "later"
    WITHDRAWN = "withdrawn"


class ConsentState(StrEnum):
    """The states of an authorisation, as shown by shape, colour and word."""

    NOT_ASKED = "not_asked"
    LATER = "later"
    NO = "no"
    YES = "yes"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


STATE_LABELS = {
    ConsentState.NOT_ASKED: N_("Not asked"),
    ConsentState.LATER: N_("Later"),
    ConsentState.NO: N_("No"),
    ConsentState.YES: N_("Yes"),
    ConsentState.EXPIRED: N_("Ended"),
    ConsentState.WITHDRAWN: N_("Taken back"),
}


class Basis(StrEnum):
    """Why the speaker may answer (reference 3.2)."""

    SELF = "self"
    GUARDIAN = "parent_or_guardian_of_minor"
    CLOSEST_RELATIVE = "closest_relative_for_missing_person"
    LEGAL = "legal_representative"
    PERSON_FOUND = "person_found"


BASIS_LABELS = {
    Basis.SELF: N_("For myself"),
    Basis.GUARDIAN: N_("Parent or guardian of a child"),
    Basis.CLOSEST_RELATIVE: N_("Closest relative of the missing person"),
    Basis.LEGAL: N_("Lawyer or legal representative"),
    Basis.PERSON_FOUND: N_("The person, who was found"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One speaker's answer for one recipient and one purpose; append-only.

    A later record for the same speaker, recipient and purpose (by ``number``)
    replaces the earlier one; a withdrawal is such a record. The three questions about
    governments are always asked apart. ``wording_hash`` is the SHA-256 of the
    very text that was read; ``opened`` names attempts opened one by one; ``confirmed``
    is False for what came in from a file until the owner confirms it.
    """

    id: str = ""
    number: int = 0
    speaker: str = ""
    recipient: str = ""
    purpose: Purpose = Purpose.HELP
    answer: Answer = Answer.NO
    topics: frozenset[Topic] = frozenset()
    government_learns_relative: Answer = Answer.NO
    government_learns_me: Answer = Answer.NO
    government_learns_told: Answer = Answer.NO
    given_at: datetime | None = None
    ends_on: date | None = None
    urgent: bool = False
    basis: Basis = Basis.CLOSEST_RELATIVE
    basis_words: str = ""
    method: str = ""
    language: str = ""
    read_aloud: bool = False
    wording: str = ""
    wording_hash: str = ""
    wording_reviewed: bool = False
    interpreter_role: str = ""
    teach_back: str = ""
    capacity: str = ""
    others_in_room: str = ""
    pressure: bool = False
    dissent: str = ""
    told_how_to_stop: bool = False
    opened: frozenset[str] = frozenset()
    confirmed: bool = True
    extra: Mapping[str, Any] = field(default_factory=dict)
