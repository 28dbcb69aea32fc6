"""Leave of a case only what one authority opens, up to one level of danger."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from familytrace.model.case import Case
from familytrace.model.claim import OFFICIAL_SOURCES, Claim
from familytrace.model.events import ContactAttempt, Letter, Testimony
from familytrace.model.evidence import Evidence, evidence_covered
from familytrace.model.facts import Fact, Record, facts_of
from familytrace.model.person import Relative, Reporter
from familytrace.model.records import CASE_NOUNS, Noun
from familytrace.model.topics import Level, Purpose, Topic

PUBLIC = frozenset({Purpose.PUBLIC, Purpose.CAMPAIGN})

OWN_NAME = frozenset({"name", "name_other_letters"})
_CHILD_PLACE = frozenset({"facility_name", "place"})

Thing = TypeVar("Thing")

_SOURCE_LABELS: Mapping[str, str] = {
    "reporter_direct": "reporter",
    "police_caller": "official",
    "embassy_official": "official",
    "government_letter": "official",
    "government_statement_press": "official",
    "state_media": "official",
    "court_document": "document",
    "police_notice": "document",
    "leaked_file": "document",
    "photo_video": "document",
    "independent_media": "published",
    "ngo_database": "published",
    "social_media_post": "published",
    "satellite_or_open_source": "published",
}


@dataclass(frozen=True, slots=True)
class Opening:
    """What may be read: topics, ceiling, the facts the form asks, speakers by name."""

    topics: frozenset[Topic]
    ceiling: Level
    asked: frozenset[str]
    purpose: Purpose
    named: frozenset[str]
    quoted: frozenset[str]


def redact(case: Case, opening: Opening) -> Case:
    """Return the case with everything blanked that is not opened; ids stay as they are."""
    parts: dict[str, Any] = {}
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        if noun.single:
            parts[noun.attribute] = _opened(held, noun, opening)
        else:
            kept = (_opened(record, noun, opening) for record in held if _leaves(record, opening))
            parts[noun.attribute] = tuple(record for record in kept if _says_something(record))
    return Case(id=case.id, **parts)


def source_label(source: str | None) -> str | None:
    """Return the only thing a recipient learns about a source: its coarse class.

    Whoever is in the region or spoke in private becomes "a person close to the
    family", like every relative elsewhere, so that nobody can be told apart.
    """
    return None if source is None else _SOURCE_LABELS.get(source, "close")


def may_name(relative: Relative, purpose: Purpose) -> bool:
    """Tell whether a relative may leave at all: the family said that it is safe.

    Still in the region and not taken too: never. A child: not in public.
    """
    if relative.safe_to_name != "yes":
        return False
    if relative.in_region != "no" and relative.taken_too != "yes":
        return False
    return not (purpose in PUBLIC and relative.minor != "no")


def _leaves(record: Record, opening: Opening) -> bool:
    if isinstance(record, Relative):
        return may_name(record, opening.purpose)
    if isinstance(record, Evidence):
        topic, level = evidence_covered(record)
        return topic in opening.topics and level <= opening.ceiling
    if isinstance(record, Testimony):
        return record.speaker in opening.quoted
    if isinstance(record, Reporter):
        return record.id in opening.named and record.identity_mode != "anonymous"
    return True


def _says_something(record: Record) -> bool:
    return any(
        getattr(record, name) not in (None, "", (), False)
        for name, fact in facts_of(record).items()
        if not _is_frame(fact)
    )


def _is_frame(fact: Fact) -> bool:
    return fact.level is Level.CODE and fact.kind.value == "reference"


def _opened(record: Thing, noun: Noun, opening: Opening) -> Thing:
    blank: dict[str, Any] = {
        name: _inside(getattr(record, name), opening.ceiling)
        if _is_open(record, name, fact, noun, opening)
        else _nothing(record, name)
        for name, fact in facts_of(record).items()
    }
    if isinstance(record, Claim):
        blank["source_label"] = _label_if_any(record, blank, opening)
    unsaid = getattr(record, "unsaid", {})
    blank["unsaid"] = {
        name: "unknown"
        for name, fact in facts_of(record).items()
        if unsaid.get(name) == "unknown" and _is_open(record, name, fact, noun, opening)
    }
    return dataclasses.replace(record, extra={}, **blank)  # type: ignore[type-var]


def _is_open(record: object, name: str, fact: Fact, noun: Noun, opening: Opening) -> bool:
    return (
        f"{noun.attribute}.{name}" in opening.asked
        and _topics(record, fact) <= opening.topics
        and _level(record, name, fact) <= opening.ceiling
    )


def _label_if_any(claim: Claim, blank: Mapping[str, Any], opening: Opening) -> str | None:
    says = any(value not in (None, "", (), False) for value in blank.values())
    asked = "claims.source_label" in opening.asked
    return source_label(claim.source) if says and asked else None


def _topics(record: object, fact: Fact) -> frozenset[Topic | None]:
    """Return every topic that must be open for a fact.

    A claim of the authorities is covered by what officials answered, a file by what it
    is. Words and helpers inside an entry need the topic of the entry too: to quote what
    was said on a call tells that there was a call.
    """
    home = _home(record)
    if fact.topic is Topic.HAPPENED and home is not None:
        return frozenset({home})
    if home is not None and fact.topic in (Topic.WORDS, Topic.ME):
        return frozenset({home, fact.topic})
    return frozenset({fact.topic})


def _home(record: object) -> Topic | None:
    if isinstance(record, Claim):
        return Topic.OFFICIAL if record.source in OFFICIAL_SOURCES else Topic.HAPPENED
    if isinstance(record, Evidence):
        return evidence_covered(record)[0]
    return Topic.SEARCH if isinstance(record, ContactAttempt | Letter) else None


def _level(record: object, name: str, fact: Fact) -> Level:
    """Return how dangerous a fact is here: a child's school leads to the child."""
    if isinstance(record, Claim) and record.kind == "child_care" and name in _CHILD_PLACE:
        return Level.ENDANGERING
    if isinstance(record, Reporter) and record.identity_mode == "code_name" and name in OWN_NAME:
        return Level.LOCKED
    return Level.LOCKED if fact.level is None else fact.level


def _inside(value: Any, ceiling: Level) -> Any:
    """Blank what lies above the ceiling inside a place or a telling."""
    if isinstance(value, tuple):
        return tuple(_inside(item, ceiling) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    hidden = {
        name: _nothing(value, name)
        for name, fact in facts_of(value).items()
        if fact.level is not None and fact.level > ceiling
    }
    left = dataclasses.replace(value, **hidden) if hidden else value
    return left if _any_left(left) else None


def _any_left(value: object) -> bool:
    facts = facts_of(value)
    return not facts or any(getattr(value, name) not in (None, "", ()) for name in facts)


def _nothing(record: object, name: str) -> Any:
    field = next(f for f in dataclasses.fields(record) if f.name == name)  # type: ignore[arg-type]
    return field.default
