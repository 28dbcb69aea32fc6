"""What differs between a case document and the case that was typed through the window."""

import dataclasses
from collections.abc import Iterable
from typing import Any

from familytrace.consent.kept_back import topics_held
from familytrace.consent.rules import rule_of
from familytrace.consent.wording import wording_for
from familytrace.model.case import Case
from familytrace.model.consent import Answer, Consent
from familytrace.model.document import records_of
from familytrace.model.facts import Kind, facts_of
from familytrace.model.records import CASE_NOUNS

_IDS = {"id", "number", "speaker", "recipient", "opened", "extra"}
_DAYS_AND_WORDS = {"given_at", "ends_on", "topics", "wording", "wording_hash"}
_WRITTEN = _IDS | _DAYS_AND_WORDS


def differences(told: Case, typed: Case) -> set[str]:
    """Return ``table.fact`` for each fact that is not the same in both; ids do not count."""
    found: set[str] = set()
    ours, theirs = _places(told), _places(typed)
    for noun in CASE_NOUNS:
        before, after = getattr(told, noun.attribute), getattr(typed, noun.attribute)
        pairs = [(before, after)] if noun.single else list(zip(before, after, strict=False))
        if not noun.single and len(before) != len(after):
            found.add(f"{noun.table}: {len(after)} of {len(before)}")
        for one, other in pairs:
            found |= {f"{noun.table}.{name}" for name in _differing(one, other, ours, theirs)}
    return found


def _places(case: Case) -> dict[str, str]:
    """Return a place in the case for each id, so that references can be compared."""
    counted: dict[type, int] = {}
    places = {}
    for record in records_of(case):
        counted[type(record)] = counted.get(type(record), 0) + 1
        places[record.id] = f"{type(record).__name__} {counted[type(record)]}"
    places.pop("", None)
    return places


def _differing(one: Any, other: Any, ours: dict[str, str], theirs: dict[str, str]) -> Iterable[str]:
    for name, fact in facts_of(one).items():
        before, after = getattr(one, name), getattr(other, name)
        if fact.kind is Kind.REFERENCE:
            before, after = ours.get(before, ""), theirs.get(after, "")
        if before != after and not fact.gate:
            yield name
    if dict(one.unsaid) != dict(other.unsaid):
        yield "unsaid"
    if one.extra:
        yield "extra"


def consent_differences(case: Case, told: Consent, typed: Consent) -> set[str]:
    """Return the parts of an agreement that differ; ids, numbers and days are not compared.

    A topic that nothing is recorded on is not asked about, and a yes to the recipient's
    own question covers what the table says.
    """
    rule = rule_of(told.purpose)
    asked = (topics_held(case) & rule.apart) | rule.opens if told.answer is Answer.YES else set()
    found = {
        part.name
        for part in dataclasses.fields(Consent)
        if part.name not in _WRITTEN and getattr(told, part.name) != getattr(typed, part.name)
    }
    if (told.topics & asked) != ((typed.topics | rule.opens) & asked):
        found.add("topics")
    if typed.wording_hash != wording_for(typed.language).sha256:
        found.add("wording_hash")
    return found
