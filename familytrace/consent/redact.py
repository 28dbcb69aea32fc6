"""Leave of a case only what one authority opens, up to one level of danger."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from familytrace.model.case import Case
from familytrace.model.claim import OFFICIAL_SOURCES, Claim
from familytrace.model.events import Testimony
from familytrace.model.evidence import Evidence, evidence_covered
from familytrace.model.facts import Fact, Record, facts_of
from familytrace.model.person import Relative, Reporter
from familytrace.model.records import CASE_NOUNS, Noun
from familytrace.model.topics import Level, Purpose, Topic

PUBLIC = frozenset({Purpose.PUBLIC, Purpose.CAMPAIGN})

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
    override = _topic_of(record)
    blank: dict[str, Any] = {}
    for name, fact in facts_of(record).items():
        topic = override(fact)
        asked = f"{noun.attribute}.{name}" in opening.asked
        if asked and topic in opening.topics and _level(fact) <= opening.ceiling:
            blank[name] = _inside(getattr(record, name), opening.ceiling)
        else:
            blank[name] = _nothing(record, name)
    if isinstance(record, Claim):
        blank["source_label"] = _label_if_any(record, blank)
    unsaid = getattr(record, "unsaid", {})
    blank["unsaid"] = {
        name: "unknown"
        for name in sorted(unsaid)
        if unsaid[name] == "unknown" and _was_open(record, name, noun, opening, override)
    }
    return dataclasses.replace(record, extra={}, **blank)  # type: ignore[type-var]


def _was_open(
    record: object,
    name: str,
    noun: Noun,
    opening: Opening,
    override: Callable[[Fact], Topic | None],
) -> bool:
    fact = facts_of(record).get(name)
    if fact is None or f"{noun.attribute}.{name}" not in opening.asked:
        return False
    return override(fact) in opening.topics and _level(fact) <= opening.ceiling


def _label_if_any(claim: Claim, blank: Mapping[str, Any]) -> str | None:
    says = any(value not in (None, "", (), False) for value in blank.values())
    return source_label(claim.source) if says else None


def _topic_of(record: object) -> Callable[[Fact], Topic | None]:
    """A claim of the authorities is covered by what officials answered."""
    if isinstance(record, Claim) and record.source in OFFICIAL_SOURCES:
        return lambda fact: Topic.OFFICIAL if fact.topic is Topic.HAPPENED else fact.topic
    if isinstance(record, Evidence):
        topic, _ = evidence_covered(record)
        return lambda fact: topic if fact.topic is Topic.HAPPENED else fact.topic
    return lambda fact: fact.topic


def _level(fact: Fact) -> Level:
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
