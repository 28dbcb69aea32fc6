"""Answers made from several facts at once: names, status, the steps taken, the sender."""

from collections.abc import Callable
from dataclasses import dataclass

from familytrace.forms.compose_case import (
    annexes,
    contradictions,
    detentions,
    sentences,
    status,
)
from familytrace.forms.compose_person import (
    age,
    documents,
    family_name,
    first_name,
    names,
    reporter,
    reporter_name,
)
from familytrace.forms.compose_steps import complaints, no_steps, other_steps
from familytrace.forms.filled import Answer
from familytrace.model.case import Case

Compose = Callable[[Case], tuple[Answer, ...]]


@dataclass(frozen=True, slots=True)
class Composer:
    """A composed answer and the facts it is made from; it reads no others."""

    compose: Compose
    facts: frozenset[str]


def _of(compose: Compose, *facts: str) -> Composer:
    return Composer(compose, frozenset(facts))


def _all(part: str, names_: str) -> tuple[str, ...]:
    return tuple(f"{part}.{name}" for name in names_.split())


_NAMES = _all("names", "text script kind given second second_role pinyin main")
_CLAIMS = _all(
    "claims",
    "kind as_of status facility facility_name place start end end_reason authority "
    "acknowledged sentence years months charge court reasons note believed confidence "
    "state source_label death_date death_circumstance death_paper remains",
)
_ATTEMPTS = _all(
    "attempts",
    "date until repeat count by target authority office channel asked outcome summary",
)
_LETTERS = _all("letters", "kind addressee authority asked sent channel reference")
_RESPONSES = _all("responses", "date answers authority office form kinds words assessment")
_REPORTER = _all(
    "reporters",
    "name name_other_letters relation kinship_words contact contact_times country language "
    "organisation identity_mode",
)

COMPOSERS: dict[str, Composer] = {
    "names": _of(names, *_NAMES),
    "family_name": _of(family_name, *_NAMES),
    "first_name": _of(first_name, *_NAMES),
    "age": _of(age, "person.age_from", "person.age_to", "person.age_as_of"),
    "documents": _of(documents, *_all("documents", "kind number issuer issued expires note")),
    "status": _of(status, *_CLAIMS),
    "contradictions": _of(contradictions, *_CLAIMS),
    "detentions": _of(detentions, *_CLAIMS),
    "sentences": _of(sentences, *_CLAIMS),
    "complaints": _of(complaints, *_ATTEMPTS, *_LETTERS, *_RESPONSES),
    "other_steps": _of(other_steps, *_ATTEMPTS, *_RESPONSES),
    "no_steps": _of(no_steps, "event.no_attempt", "event.no_attempt_words"),
    "reporter": _of(reporter, *_REPORTER),
    "reporter_name": _of(reporter_name, *_REPORTER),
    "annexes": _of(annexes, *_all("evidence", "kind caption attachment taken")),
}
