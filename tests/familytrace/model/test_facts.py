"""One fact, written once: the catalogue is whole, and each entry says who decides on it."""

import dataclasses
from typing import Any

import pytest

from familytrace.model.case import Case, CaseFile
from familytrace.model.choices import CHOICES, label
from familytrace.model.facts import KEEPING, Fact, Kind, Record, fact, facts_of
from familytrace.model.place import Place
from familytrace.model.records import CASE_NOUNS, NOUNS, noun_of
from familytrace.model.safety import ProtectedWord
from familytrace.model.telling import Telling
from familytrace.model.topics import CEILINGS, PURPOSE_LABELS, TOPIC_LABELS, Level, Purpose, Topic

FACTS = [
    (f"{noun.attribute}.{name}", noun.record, name, held)
    for noun in CASE_NOUNS
    for name, held in facts_of(noun.record).items()
]
IDS = [name for name, *_ in FACTS]


def _undecided(record: type) -> list[str]:
    """Return what is wrong with the facts of a record."""
    faults = []
    for f in dataclasses.fields(record):
        if f.name in KEEPING:
            continue
        held = f.metadata.get("fact")
        if not isinstance(held, Fact):
            faults.append(f"{f.name}: no fact")
        elif held.topic is None or held.level is None:
            faults.append(f"{f.name}: nobody decides")
        elif held.level is Level.LOCKED and held.topic is not Topic.HOW:
            faults.append(f"{f.name}: locked and yet asked for")
        elif held.topic is Topic.HOW and held.level is not Level.LOCKED:
            faults.append(f"{f.name}: how we know, and not locked")
    return faults


@pytest.mark.parametrize("noun", CASE_NOUNS, ids=lambda noun: noun.table)
def test_every_fact_has_a_topic_and_a_level(noun: Any) -> None:
    assert [] == _undecided(noun.record)


def test_a_fact_without_topic_or_level_is_noticed() -> None:
    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Planted(Record):
        bare: str = ""
        open: str = fact("Open", Kind.TEXT, None, 1)
        level: str = fact("Level", Kind.TEXT, Topic.WHO, None)
        asked: str = fact("Asked", Kind.TEXT, Topic.WHO, Level.LOCKED)
        loose: str = fact("Loose", Kind.TEXT, Topic.HOW, 2)
        right: str = fact("Right", Kind.TEXT, Topic.WHO, 2)

    named = [fault.split(":")[0] for fault in _undecided(Planted)]
    assert ["bare", "open", "level", "asked", "loose"] == named


@pytest.mark.parametrize(("name", "record", "attribute", "held"), FACTS, ids=IDS)
def test_a_fact_is_said_in_words_and_fits_its_kind(
    name: str, record: type, attribute: str, held: Fact
) -> None:
    assert held.label
    assert held.label[0].isupper() or held.label.startswith("SHA"), name
    assert not held.label.endswith(".")
    assert not held.hint or held.hint.endswith(".")
    if held.kind in (Kind.CHOICE, Kind.CHOICES):
        assert held.choices in CHOICES
    elif held.kind is not Kind.PARTS:
        assert held.choices is None
    empty = getattr(record(), attribute)
    assert empty in (None, "", (), False), name


def test_what_endangers_somebody_inside_is_locked() -> None:
    locked = {name for name, _record, _attribute, held in FACTS if held.level is Level.LOCKED}
    assert locked >= {
        "claims.source",
        "claims.source_name",
        "claims.source_contact",
        "claims.heard",
        "attempts.person",
        "attempts.address",
        "relatives.in_region",
        "relatives.contact",
        "event.last_seen_by",
        "event.witness_names",
        "evidence.received_from",
        "evidence.file_name",
        "evidence.sha256",
        "reporters.do_not_use",
        "safety.protected",
        "safety.note",
        "testimonies.interpreter_role",
    }


def test_only_the_gate_writes_what_is_marked_so() -> None:
    gate = {name for name, _record, _attribute, held in FACTS if held.gate}
    assert {
        "claims.source_label",
        "attempts.summary",
        "evidence.attachment",
        "evidence.attached_pages",
    } == gate


@pytest.mark.parametrize("value", [Place, Telling])
def test_what_lies_inside_a_value_follows_the_fact_that_holds_it(value: type) -> None:
    assert all(held.topic is None for held in facts_of(value).values())


def test_a_village_is_more_dangerous_than_its_county() -> None:
    facts = facts_of(Place)
    assert facts["told"].level == facts["detail"].level == Level.ENDANGERING
    assert facts["code"].level is Level.PERSONAL


def test_protected_words_are_locked_too() -> None:
    assert {Level.LOCKED} == {held.level for held in facts_of(ProtectedWord).values()}


@pytest.mark.parametrize("vocabulary", sorted(CHOICES))
def test_a_vocabulary_has_plain_codes_and_a_label_for_each(vocabulary: str) -> None:
    codes = CHOICES[vocabulary]
    assert codes
    for code, said in codes.items():
        assert code.isascii()
        assert code.replace("_", "").isalnum()
        assert said.strip() == said != ""
        assert said == label(vocabulary, code)
    assert len(set(codes.values())) == len(codes)


def test_every_vocabulary_is_used_by_a_fact() -> None:
    used = {held.choices for *_, held in FACTS if held.choices}
    used |= {held.choices for held in facts_of(ProtectedWord).values() if held.choices}
    assert set(CHOICES) == used


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert "drone_pilot" == label("occupation", "drone_pilot")


def test_topics_purposes_and_levels_are_all_named() -> None:
    assert set(Topic) == set(TOPIC_LABELS)
    assert set(Purpose) == set(PURPOSE_LABELS) == set(CEILINGS)
    assert max(CEILINGS.values()) < Level.LOCKED
    in_public = {CEILINGS[Purpose.PUBLIC], CEILINGS[Purpose.CAMPAIGN]}
    assert {Level.IDENTIFYING} == in_public


def test_each_kind_of_record_is_one_noun() -> None:
    assert len(NOUNS) == len({noun.record for noun in NOUNS.values()})
    assert NOUNS["case_file"] is noun_of(CaseFile())
    with pytest.raises(KeyError):
        noun_of(Case())


def test_every_part_of_a_case_is_a_noun_and_no_other() -> None:
    parts = {f.name for f in dataclasses.fields(Case)} - {"id"}
    assert parts == {noun.attribute for noun in CASE_NOUNS}
