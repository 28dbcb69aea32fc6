"""What the family keeps back from one recipient: told to the family, never to the recipient."""

from dataclasses import dataclass

from familytrace.consent.gate import Disclosure
from familytrace.model.case import Case
from familytrace.model.evidence import Evidence, evidence_covered
from familytrace.model.facts import facts_of
from familytrace.model.records import CASE_NOUNS
from familytrace.model.topics import Level, Topic
from familytrace.names.pieces import MARK


@dataclass(frozen=True, slots=True)
class KeptBack:
    """Counts of facts that stay home, by topic, and labels of texts that were cut."""

    locked: int
    by_topic: tuple[tuple[Topic, int], ...]
    cuts: tuple[str, ...]


def kept_back(case: Case, disclosure: Disclosure) -> KeptBack:
    """Compare what is recorded with what leaves.

    ``locked`` counts facts that never leave at all; ``cuts`` names each text in which a
    protected name, number or account was found and cut out.
    """
    here, there = _count(case), _count(disclosure.case)
    locked = sum(count for (_topic, level), count in here.items() if level is Level.LOCKED)
    open_here = _by_topic(here)
    open_there = _by_topic(there)
    by_topic = tuple(
        (topic, open_here[topic] - open_there.get(topic, 0))
        for topic in Topic
        if open_here.get(topic, 0) > open_there.get(topic, 0)
    )
    return KeptBack(locked=locked, by_topic=by_topic, cuts=tuple(_cuts(disclosure.case)))


def topics_held(case: Case) -> frozenset[Topic]:
    """Return the topics that a case holds anything on: only these need to be asked about."""
    return frozenset(_by_topic(_count(case)))


def _count(case: Case) -> dict[tuple[Topic, Level], int]:
    counted: dict[tuple[Topic, Level], int] = {}
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        for record in (held,) if noun.single else held:
            covered = evidence_covered(record)[0] if isinstance(record, Evidence) else None
            for name, fact in facts_of(record).items():
                empty = getattr(record, name) in (None, "", (), False)
                if empty or fact.gate or fact.topic is None or fact.level is None:
                    continue
                key = (covered or fact.topic, fact.level)
                counted[key] = counted.get(key, 0) + 1
    return counted


def _by_topic(counted: dict[tuple[Topic, Level], int]) -> dict[Topic, int]:
    found: dict[Topic, int] = {}
    for (topic, level), count in counted.items():
        if level is not Level.LOCKED:
            found[topic] = found.get(topic, 0) + count
    return found


def _cuts(case: Case) -> list[str]:
    labels: list[str] = []
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        for record in (held,) if noun.single else held:
            labels += [
                fact.label
                for name, fact in facts_of(record).items()
                if MARK in repr(getattr(record, name))
            ]
    return labels
