"""The last contact and what happened (reference 2.5, 2.9)."""

from dataclasses import dataclass

from familytrace.i18n import N_
from familytrace.model.facts import Kind, Record, fact
from familytrace.model.partial_date import PartialDate
from familytrace.model.place import Place
from familytrace.model.telling import Telling
from familytrace.model.topics import Level, Topic

_IT = Topic.HAPPENED


@dataclass(frozen=True, slots=True, kw_only=True)
class Disappearance(Record):
    """How contact ended and how the person was taken, as far as anybody knows."""

    last_contact: PartialDate | None = fact(N_("Last contact"), Kind.DATE, _IT, 1)
    last_contact_channel: str | None = fact(
        N_("How you were in contact"), Kind.CHOICE, Topic.WORDS, 3, choices="channel"
    )
    last_contact_words: Telling | None = fact(N_("What was said"), Kind.TELLING, Topic.WORDS, 3)
    told_not_to_call: str | None = fact(
        N_("Were you told not to call again"), Kind.CHOICE, Topic.SEARCH, 2, choices="yes_no"
    )
    last_seen: PartialDate | None = fact(N_("Last seen by anybody"), Kind.DATE, _IT, 1)
    last_seen_place: Place | None = fact(N_("Where they were last seen"), Kind.PLACE, _IT, 2)
    last_seen_by: str = fact(N_("Who saw them"), Kind.TEXT, Topic.HOW, Level.LOCKED)
    date: PartialDate | None = fact(
        N_("When they disappeared or were taken"),
        Kind.DATE,
        _IT,
        1,
        hint=N_("A year or a season is enough. The month helps a lot."),
    )
    month_is_estimate: bool = fact(N_("The month is a best guess"), Kind.TICK, _IT, 1)
    estimate_basis: str = fact(N_("Why you think so"), Kind.TEXT, _IT, 2)
    first_known: PartialDate | None = fact(N_("When you first heard of it"), Kind.DATE, _IT, 1)
    place: Place | None = fact(N_("Where they were taken"), Kind.PLACE, _IT, 2)
    circumstance: str | None = fact(
        N_("How it happened"), Kind.CHOICE, _IT, 1, choices="circumstance"
    )
    narrative: Telling | None = fact(
        N_("What happened, plainly"),
        Kind.TELLING,
        _IT,
        2,
        hint=N_("Who, when, where, how. Do not write who told you."),
    )
    own_words: Telling | None = fact(N_("In your own words"), Kind.TELLING, Topic.WORDS, 3)
    perpetrators: tuple[str, ...] = fact(
        N_("Who took them"), Kind.CHOICES, _IT, 1, choices="authority"
    )
    perpetrator_detail: str = fact(N_("Uniform, cars, names, office"), Kind.LONG, _IT, 3)
    state_link: str = fact(N_("Why you think the state did it"), Kind.LONG, _IT, 2)
    warrant_shown: str | None = fact(N_("Was a paper shown"), Kind.CHOICE, _IT, 1, choices="yes_no")
    witness_class: str | None = fact(N_("Who saw it"), Kind.CHOICE, _IT, 2, choices="witness_class")
    witness_names: str = fact(N_("Names of those who saw it"), Kind.TEXT, Topic.HOW, Level.LOCKED)
    others_taken: str = fact(N_("Who was taken at the same time"), Kind.TEXT, Topic.OTHERS, 3)
    reasons_suspected: tuple[str, ...] = fact(
        N_("Why you think it happened"), Kind.CHOICES, _IT, 2, choices="reason_suspected"
    )
    reason_words: str = fact(N_("More about the reason"), Kind.LONG, _IT, 2)
    no_attempt: tuple[str, ...] = fact(
        N_("Why you could not ask"), Kind.CHOICES, Topic.SEARCH, 1, choices="no_attempt"
    )
    no_attempt_words: str = fact(N_("More about why not"), Kind.LONG, Topic.SEARCH, 2)
