"""Everything about one missing person."""

from dataclasses import dataclass, field

from familytrace.i18n import N_
from familytrace.model.claim import OFFICIAL_SOURCES, Claim
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
from familytrace.model.facts import Kind, Record, fact
from familytrace.model.person import IdentityDocument, Person, PersonName, Relative, Reporter
from familytrace.model.safety import Safety
from familytrace.model.topics import Level, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile(Record):
    """The cover of a case. ``code`` is a short random code that can stand on paper."""

    code: str = fact(N_("Case code"), Kind.TEXT, Topic.WHO, 0)
    title: str = fact(
        N_("Title without a name"),
        Kind.TEXT,
        Topic.HOW,
        Level.LOCKED,
        hint=N_("For screens that others may see."),
    )
    kinds: tuple[str, ...] = fact(
        N_("What kind of case"), Kind.CHOICES, Topic.HAPPENED, 0, choices="case_kind"
    )
    urgency: str | None = fact(N_("Urgent"), Kind.CHOICE, Topic.HAPPENED, 1, choices="urgency")
    language: str = fact(N_("Language of the record"), Kind.TEXT, Topic.WHO, 0)
    other_procedure: str | None = fact(
        N_("Sent to another UN body before"), Kind.CHOICE, Topic.SEARCH, 0, choices="yes_no"
    )
    other_procedure_words: str = fact(N_("To which one, and when"), Kind.TEXT, Topic.SEARCH, 1)
    body_reference: str = fact(N_("Case number of the body"), Kind.TEXT, Topic.SEARCH, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One missing person, and all that is known, done, heard and kept about them."""

    id: str = ""
    file: CaseFile = field(default_factory=CaseFile)
    person: Person = field(default_factory=Person)
    names: tuple[PersonName, ...] = ()
    documents: tuple[IdentityDocument, ...] = ()
    relatives: tuple[Relative, ...] = ()
    reporters: tuple[Reporter, ...] = ()
    event: Disappearance = field(default_factory=Disappearance)
    claims: tuple[Claim, ...] = ()
    attempts: tuple[ContactAttempt, ...] = ()
    letters: tuple[Letter, ...] = ()
    responses: tuple[OfficialResponse, ...] = ()
    incidents: tuple[Incident, ...] = ()
    testimonies: tuple[Testimony, ...] = ()
    officials: tuple[Official, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    safety: Safety = field(default_factory=Safety)


def main_name(case: Case) -> str:
    """Return the name that heads the case: the one marked main, else the first; or ""."""
    marked = [name.text for name in case.names if name.main and name.text]
    every = [name.text for name in case.names if name.text]
    return next(iter(marked or every), "")


def current_status(case: Case) -> str:
    """Derive the status code from the claims; ``unknown`` without one.

    The one the family believes wins; else the latest still standing that is not the
    state's own word. What an authority says never flips the status by itself.
    """
    standing = [c for c in case.claims if c.status and c.state in (None, "current")]
    believed = [c for c in standing if c.believed]
    own = [c for c in standing if c.source not in OFFICIAL_SOURCES and c.source_label != "official"]
    ranked = sorted(believed or own, key=_when)
    return ranked[-1].status or "unknown" if ranked else "unknown"


def _when(claim: Claim) -> str:
    latest = claim.as_of.latest if claim.as_of else None
    return latest.isoformat() if latest else ""
