"""What somebody said about the case: kept as said, never overwritten."""

from dataclasses import dataclass

from familytrace.i18n import N_
from familytrace.model.facts import Kind, Record, fact
from familytrace.model.partial_date import PartialDate
from familytrace.model.place import Place
from familytrace.model.telling import Telling
from familytrace.model.topics import Level, Topic

_IT = Topic.HAPPENED
_HELD = ("detention",)
_PLACED = ("status", "detention", "sighting", "death", "child_care")

OFFICIAL_SOURCES = frozenset(
    {
        "police_caller",
        "embassy_official",
        "government_letter",
        "government_statement_press",
        "court_document",
        "police_notice",
        "state_media",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """A statement about status, detention, sentence, health, sighting, death or reason.

    Claims may contradict each other. What an authority says is a claim too; it is
    covered by the topic *what officials answered* and never flips the status by
    itself. The source's class and name stay home: a package carries only
    ``source_label``, which the consent gate writes.
    """

    kind: str | None = fact(N_("What is it about"), Kind.CHOICE, _IT, 0, choices="claim_kind")
    as_of: PartialDate | None = fact(N_("True at what time"), Kind.DATE, _IT, 1)
    status: str | None = fact(
        N_("Where they are"), Kind.CHOICE, _IT, 1, choices="status", when=("status",)
    )
    facility: str | None = fact(
        N_("Kind of place"), Kind.CHOICE, _IT, 1, choices="facility", when=("detention", "sighting")
    )
    facility_name: str = fact(N_("Name of the place"), Kind.TEXT, _IT, 1, when=_PLACED)
    place: Place | None = fact(N_("Where"), Kind.PLACE, _IT, 1, when=_PLACED)
    start: PartialDate | None = fact(N_("From"), Kind.DATE, _IT, 1, when=(*_HELD, "sentence"))
    end: PartialDate | None = fact(N_("Until"), Kind.DATE, _IT, 1, when=_HELD)
    end_reason: str | None = fact(
        N_("How it ended"), Kind.CHOICE, _IT, 1, choices="end_reason", when=_HELD
    )
    authority: str | None = fact(
        N_("Which authority"), Kind.CHOICE, _IT, 1, choices="authority", when=(*_HELD, "sentence")
    )
    acknowledged: str | None = fact(
        N_("Does the state admit it"), Kind.CHOICE, _IT, 1, choices="acknowledged", when=_HELD
    )
    sentence: str | None = fact(
        N_("Kind of sentence"), Kind.CHOICE, _IT, 1, choices="sentence_kind", when=("sentence",)
    )
    years: int | None = fact(N_("Years"), Kind.NUMBER, _IT, 1, when=("sentence",))
    months: int | None = fact(N_("Months"), Kind.NUMBER, _IT, 1, when=("sentence",))
    charge: str = fact(
        N_("Charge, in the exact words"), Kind.TEXT, _IT, 1, when=("sentence", "reason")
    )
    court: str = fact(N_("Court"), Kind.TEXT, _IT, 1, when=("sentence",))
    reasons: tuple[str, ...] = fact(
        N_("Reason given by officials"),
        Kind.CHOICES,
        _IT,
        2,
        choices="reason_official",
        when=("reason", "sentence"),
    )
    health: str | None = fact(
        N_("Health"), Kind.CHOICE, _IT, 2, choices="health", when=("health", "sighting")
    )
    death_date: PartialDate | None = fact(N_("Date of death"), Kind.DATE, _IT, 2, when=("death",))
    death_circumstance: str | None = fact(
        N_("How they died"), Kind.CHOICE, _IT, 2, choices="death_circumstance", when=("death",)
    )
    death_paper: str | None = fact(
        N_("Paper about the death"), Kind.CHOICE, _IT, 2, choices="death_paper", when=("death",)
    )
    remains: str | None = fact(
        N_("The body"), Kind.CHOICE, _IT, 2, choices="remains", when=("death",)
    )
    birth_date: PartialDate | None = fact(
        N_("Date of birth"), Kind.DATE, Topic.WHO, 2, when=("birth",)
    )
    child_care: str | None = fact(
        N_("Where the child is"), Kind.CHOICE, _IT, 2, choices="child_care", when=("child_care",)
    )
    words: Telling | None = fact(N_("In the exact words"), Kind.TELLING, Topic.WORDS, 3)
    note: str = fact(N_("Note"), Kind.LONG, _IT, 2)
    confidence: str | None = fact(N_("How sure are you"), Kind.CHOICE, _IT, 0, choices="confidence")
    believed: bool = fact(N_("We believe this"), Kind.TICK, _IT, 0)
    state: str | None = fact(N_("Does it still stand"), Kind.CHOICE, _IT, 0, choices="claim_state")
    source_label: str | None = fact(
        N_("Source"), Kind.CHOICE, _IT, 0, choices="source_label", gate=True
    )
    source: str | None = fact(
        N_("Who said it"), Kind.CHOICE, Topic.HOW, Level.LOCKED, choices="source"
    )
    source_name: str = fact(
        N_("Name of who said it"),
        Kind.TEXT,
        Topic.HOW,
        Level.LOCKED,
        hint=N_("This never leaves your computer."),
    )
    source_contact: str = fact(
        N_("Telephone or account of who said it"), Kind.LONG, Topic.HOW, Level.LOCKED
    )
    heard: PartialDate | None = fact(N_("When you heard it"), Kind.DATE, Topic.HOW, Level.LOCKED)
    heard_how: str | None = fact(
        N_("How you heard it"), Kind.CHOICE, Topic.HOW, Level.LOCKED, choices="channel"
    )
    response: str = fact(
        N_("From which official answer"), Kind.REFERENCE, Topic.OFFICIAL, 0, default=""
    )
