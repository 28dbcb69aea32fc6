"""What the family did, what came back, and what it cost (reference 2.13 to 2.16)."""

from dataclasses import dataclass

from familytrace.i18n import N_
from familytrace.model.facts import Kind, Record, fact
from familytrace.model.partial_date import PartialDate
from familytrace.model.telling import Telling
from familytrace.model.topics import Level, Topic

_DID, _SAID, _THREAT = Topic.SEARCH, Topic.OFFICIAL, Topic.THREATS

PRIVATE_TARGETS = frozenset({"person_missing", "relative_in_region", "neighbour_colleague"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactAttempt(Record):
    """One try, or a run of tries, to reach somebody.

    A run has ``until`` and ``repeat`` ("about weekly") and perhaps ``count``.
    """

    date: PartialDate | None = fact(N_("When"), Kind.DATE, _DID, 1)
    until: PartialDate | None = fact(N_("Until when, if you kept trying"), Kind.DATE, _DID, 1)
    repeat: str = fact(
        N_("How often"), Kind.TEXT, _DID, 1, hint=N_("For example: about every week.")
    )
    count: int | None = fact(N_("How many times"), Kind.NUMBER, _DID, 1)
    by: str = fact(N_("Who tried"), Kind.TEXT, Topic.ME, 3)
    target: str | None = fact(N_("Who you tried to reach"), Kind.CHOICE, _DID, 1, choices="target")
    authority: str | None = fact(N_("Which office"), Kind.CHOICE, _DID, 1, choices="authority")
    office: str = fact(
        N_("Full name of the office"), Kind.TEXT, _DID, 2, hint=N_("Without abbreviations.")
    )
    channel: str | None = fact(N_("How"), Kind.CHOICE, _DID, 2, choices="channel")
    asked: tuple[str, ...] = fact(N_("What you asked for"), Kind.CHOICES, _DID, 1, choices="asks")
    outcome: tuple[str, ...] = fact(N_("What happened"), Kind.CHOICES, _DID, 1, choices="outcome")
    words: Telling | None = fact(N_("Exact words"), Kind.TELLING, Topic.WORDS, 3)
    note: str = fact(N_("Note"), Kind.LONG, _DID, 3)
    summary: str | None = fact(
        N_("Summary"), Kind.CHOICE, _DID, 0, choices="attempt_summary", gate=True
    )
    person: str = fact(N_("Name of the person"), Kind.TEXT, Topic.HOW, Level.LOCKED)
    address: str = fact(N_("Number or account"), Kind.TEXT, Topic.HOW, Level.LOCKED)
    danger: bool = fact(N_("Dangerous to use again"), Kind.TICK, Topic.HOW, Level.LOCKED)
    risk_after: str | None = fact(
        N_("What came of it for them"), Kind.CHOICE, Topic.HOW, Level.LOCKED, choices="risk_after"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Record):
    """A request written to an authority."""

    kind: str | None = fact(N_("What is it about"), Kind.CHOICE, _DID, 0, choices="letter_kind")
    addressee: str = fact(N_("To whom, in full"), Kind.TEXT, _DID, 1)
    authority: str | None = fact(N_("Which office"), Kind.CHOICE, _DID, 1, choices="authority")
    asked: tuple[str, ...] = fact(N_("What you asked for"), Kind.CHOICES, _DID, 1, choices="asks")
    sent: PartialDate | None = fact(N_("Sent on"), Kind.DATE, _DID, 1)
    channel: str | None = fact(N_("How it was sent"), Kind.CHOICE, _DID, 2, choices="channel")
    language: str = fact(N_("Language of the letter"), Kind.TEXT, _DID, 0)
    reference: str = fact(N_("Number on the receipt"), Kind.TEXT, _DID, 2)
    reply_due: PartialDate | None = fact(N_("Reply due"), Kind.DATE, _DID, 0)
    words: Telling | None = fact(N_("Text of the letter"), Kind.TELLING, Topic.WORDS, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialResponse(Record):
    """An answer of an authority, or its confirmed silence."""

    date: PartialDate | None = fact(N_("When"), Kind.DATE, _SAID, 1)
    answers: str = fact(
        N_("Answer to which attempt or letter"), Kind.REFERENCE, _SAID, 0, default=""
    )
    authority: str | None = fact(N_("Which office"), Kind.CHOICE, _SAID, 1, choices="authority")
    office: str = fact(N_("Full name of the office"), Kind.TEXT, _SAID, 1)
    form: str | None = fact(N_("How it came"), Kind.CHOICE, _SAID, 1, choices="response_form")
    kinds: tuple[str, ...] = fact(N_("What they said"), Kind.CHOICES, _SAID, 1, choices="response")
    words: Telling | None = fact(N_("In the exact words"), Kind.TELLING, _SAID, 2)
    assessment: str | None = fact(
        N_("Do you believe it"), Kind.CHOICE, _SAID, 1, choices="assessment"
    )
    official_name: str = fact(N_("Name and rank of who spoke"), Kind.TEXT, _SAID, 3)
    note: str = fact(N_("Note"), Kind.LONG, _SAID, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Record):
    """A threat or pressure against the family abroad."""

    date: PartialDate | None = fact(N_("When"), Kind.DATE, _THREAT, 2)
    country: str = fact(N_("In which country"), Kind.TEXT, _THREAT, 2)
    kinds: tuple[str, ...] = fact(N_("What happened"), Kind.CHOICES, _THREAT, 2, choices="incident")
    words: Telling | None = fact(N_("In the exact words"), Kind.TELLING, _THREAT, 3)
    reported_to: str = fact(N_("Who was told of it"), Kind.TEXT, _THREAT, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony(Record):
    """One telling by one speaker, kept whole; two relatives are two testimonies."""

    speaker: str = fact(N_("Who tells it"), Kind.REFERENCE, Topic.ME, 3, default="")
    told_on: PartialDate | None = fact(N_("When it was told"), Kind.DATE, Topic.WORDS, 2)
    country: str = fact(N_("In which country"), Kind.TEXT, Topic.ME, 3)
    words: Telling | None = fact(N_("In the speaker's own words"), Kind.TELLING, Topic.WORDS, 3)
    interviewer_role: str = fact(
        N_("Who asked (role, no name)"), Kind.TEXT, Topic.HOW, Level.LOCKED
    )
    interpreter_role: str = fact(
        N_("Who interpreted (role, no name)"), Kind.TEXT, Topic.HOW, Level.LOCKED
    )
    first_telling: bool = fact(N_("This is the first telling"), Kind.TICK, Topic.WORDS, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Official(Record):
    """A person or office of the state who signed, called, guarded or refused."""

    name: str = fact(N_("Name"), Kind.TEXT, _SAID, 3)
    office: str = fact(N_("Office and rank"), Kind.TEXT, _SAID, 3)
    authority: str | None = fact(N_("Which office"), Kind.CHOICE, _SAID, 3, choices="authority")
    did: str = fact(N_("What they did"), Kind.LONG, _SAID, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Record):
    """Something that falls due; it never leaves the vault."""

    kind: str = fact(N_("What is due"), Kind.TEXT, Topic.HOW, Level.LOCKED)
    due: PartialDate | None = fact(N_("Due on"), Kind.DATE, Topic.HOW, Level.LOCKED)
    about: str = fact(N_("About which entry"), Kind.REFERENCE, Topic.HOW, Level.LOCKED, default="")
    done: bool = fact(N_("Done"), Kind.TICK, Topic.HOW, Level.LOCKED)
