"""The nouns of the vault: which record lives in which table and which part of a case."""

from collections.abc import Mapping
from dataclasses import dataclass

from familytrace.model.case import CaseFile
from familytrace.model.claim import Claim
from familytrace.model.consent import Consent
from familytrace.model.disappearance import Disappearance
from familytrace.model.events import (
    ContactAttempt,
    FollowUp,
    Incident,
    Letter,
    Official,
    OfficialResponse,
    Testimony,
)
from familytrace.model.evidence import Evidence
from familytrace.model.person import IdentityDocument, Person, PersonName, Relative, Reporter
from familytrace.model.recipient import LedgerEntry, Recipient
from familytrace.model.safety import Safety


@dataclass(frozen=True, slots=True)
class Noun:
    """One kind of record: ``attribute`` is its place in a Case (empty: beside cases),
    ``single`` marks the kinds of which a case has exactly one."""

    table: str
    record: type
    attribute: str
    single: bool = False


_ALL = (
    Noun("case_file", CaseFile, "file", single=True),
    Noun("person", Person, "person", single=True),
    Noun("person_name", PersonName, "names"),
    Noun("identity_document", IdentityDocument, "documents"),
    Noun("relative", Relative, "relatives"),
    Noun("reporter", Reporter, "reporters"),
    Noun("disappearance", Disappearance, "event", single=True),
    Noun("claim", Claim, "claims"),
    Noun("contact_attempt", ContactAttempt, "attempts"),
    Noun("letter", Letter, "letters"),
    Noun("official_response", OfficialResponse, "responses"),
    Noun("incident", Incident, "incidents"),
    Noun("testimony", Testimony, "testimonies"),
    Noun("official", Official, "officials"),
    Noun("evidence", Evidence, "evidence"),
    Noun("follow_up", FollowUp, "follow_ups"),
    Noun("safety", Safety, "safety", single=True),
    Noun("consent", Consent, ""),
    Noun("recipient", Recipient, ""),
    Noun("ledger", LedgerEntry, ""),
)
NOUNS: Mapping[str, Noun] = {noun.table: noun for noun in _ALL}
CASE_NOUNS: tuple[Noun, ...] = tuple(noun for noun in _ALL if noun.attribute)
_BY_RECORD = {noun.record: noun for noun in _ALL}


def noun_of(record: object) -> Noun:
    """Return the noun a record belongs to; KeyError for anything else."""
    return _BY_RECORD[type(record)]
