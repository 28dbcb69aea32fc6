import json
from dataclasses import replace
from typing import Any

import pytest
from cases import NAMES, document
from filled_cases import chance_case, full_case
from hypothesis import given, settings
from hypothesis import strategies as st

from familytrace import canonical
from familytrace.model.case import Case, current_status, main_name
from familytrace.model.document import (
    CaseDocument,
    read_document,
    records_of,
    set_aside,
    with_fresh_ids,
    without_extra,
    write_document,
)
from familytrace.model.person import PersonName
from familytrace.plain import PlainError


def _again(here: CaseDocument) -> CaseDocument:
    return read_document(canonical.decode(canonical.encode(write_document(here))))


@pytest.mark.parametrize("name", NAMES)
def test_a_case_comes_back_as_it_was_written(name: str) -> None:
    here = document(name)
    if name == "T12":
        assert _again(_again(here)) == _again(here)
        return
    assert here == _again(here)


def test_the_full_case_comes_back_with_every_fact() -> None:
    assert full_case() == _again(CaseDocument(full_case())).case


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32 - 1))
def test_any_case_comes_back_as_it_was_written(seed: int) -> None:
    case = chance_case(seed)
    assert case == _again(CaseDocument(case)).case


def test_the_same_facts_have_the_same_bytes_whatever_was_left_empty() -> None:
    bare = read_document({"format": "familytrace-case", "version": 1, "case": {}})
    blank: dict[str, Any] = {"names": [], "person": {"father_name": "", "unsaid": {}}}
    same = read_document({"format": "familytrace-case", "version": 1, "case": blank})
    assert write_document(bare) == write_document(same)


def test_what_is_not_understood_is_kept_aside_counted_and_never_handed_on() -> None:
    t12 = document("T12")
    assert 8 == set_aside(t12)
    assert "drone_pilot_2031" == t12.case.person.extra["occupation"]
    assert t12.case.person.occupation is None
    assert {"shoe_size", "occupation"} == set(t12.case.person.extra)
    text = json.dumps(write_document(t12), ensure_ascii=False)
    for word in ("drone_pilot", "shoe_size", "hologram", "moon", "mood_of_the_room", "extra"):
        assert word not in text


@pytest.mark.parametrize("name", [name for name in NAMES if name != "T12"])
def test_every_other_case_is_understood_whole(name: str) -> None:
    assert 0 == set_aside(document(name))


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        {},
        {"format": "familytrace-case"},
        {"format": "familytrace-case", "version": 2, "case": {}},
        {"format": "familytrace-case", "version": "1", "case": {}},
        {"format": "something", "version": 1, "case": {}},
        {"format": "familytrace-case", "version": 1},
        {"format": "familytrace-case", "version": 1, "case": []},
        {"format": "familytrace-case", "version": 1, "case": {}, "consents": {}},
        {"format": "familytrace-case", "version": 1, "case": {"names": "Tahir-secret"}},
        {"format": "familytrace-case", "version": 1, "case": {"names": [{"text": 5}]}},
        {"format": "familytrace-case", "version": 1, "case": {"names": [{"main": 1}]}},
        {"format": "familytrace-case", "version": 1, "case": {"person": {"children": "5"}}},
        {"format": "familytrace-case", "version": 1, "case": {"person": {"children": 1.5}}},
        {"format": "familytrace-case", "version": 1, "case": {"event": {"date": "2017-secret"}}},
        {
            "format": "familytrace-case",
            "version": 1,
            "case": {"event": {"date": {"edtf": "2017-13-secret"}}},
        },
        {
            "format": "familytrace-case",
            "version": 1,
            "case": {},
            "consents": [{"answer": "secret"}],
        },
        {
            "format": "familytrace-case",
            "version": 1,
            "case": {},
            "consents": [{"topics": ["secret"]}],
        },
    ],
)
def test_a_document_that_is_none_is_refused_without_repeating_it(plain: object) -> None:
    with pytest.raises(PlainError) as caught:
        read_document(plain)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("name", NAMES)
def test_fresh_ids_keep_every_reference_together(name: str) -> None:
    here, fresh = document(name), with_fresh_ids(document(name))
    old = {record.id for record in records_of(here.case)} | {here.case.id}
    new = [record.id for record in records_of(fresh.case)] + [fresh.case.id]
    assert old.isdisjoint(new)
    assert len(set(new)) == len(new)
    assert all(len(one) == 32 for one in new)
    letters = {one.id: at for at, one in enumerate(here.case.letters)}
    for before, after in zip(here.case.responses, fresh.case.responses, strict=True):
        if before.answers in letters:
            assert fresh.case.letters[letters[before.answers]].id == after.answers
    speakers = [reporter.id for reporter in fresh.case.reporters]
    groups = [recipient.id for recipient in fresh.recipients]
    assert all(consent.speaker in speakers for consent in fresh.consents)
    assert all(consent.recipient in groups for consent in fresh.consents)


def test_fresh_ids_are_new_each_time_and_nothing_else_changes() -> None:
    one, two = (with_fresh_ids(document("T02")) for _ in range(2))
    assert one.case.id != two.case.id
    assert _without_ids(write_document(one)) == _without_ids(write_document(two))


def _without_ids(plain: Any) -> Any:
    if isinstance(plain, dict):
        named = {"id", "speaker", "recipient", "answers", "response"}
        return {key: _without_ids(item) for key, item in plain.items() if key not in named}
    return [_without_ids(item) for item in plain] if isinstance(plain, list) else plain


def test_leftovers_are_dropped_wherever_they_stand() -> None:
    assert {"a": [{"b": 1}]} == without_extra({"a": [{"b": 1, "extra": {"c": 2}}], "extra": {}})


# --- what a case is called, and where the person is ------------------------------------------


@pytest.mark.parametrize(
    ("expected", "names"),
    [
        ("", ()),
        ("", (PersonName(main=True),)),
        ("One", (PersonName(text="One"), PersonName(text="Two"))),
        ("Two", (PersonName(text="One"), PersonName(text="Two", main=True))),
    ],
)
def test_the_main_name_heads_the_case(expected: str, names: tuple[PersonName, ...]) -> None:
    assert expected == main_name(Case(names=names))


@pytest.mark.parametrize(
    ("status", "name"),
    [
        ("missing_no_news", "T01"),
        ("child_state_care", "T03"),
        ("sentenced_prison", "T04"),
        ("sentenced_prison", "T05"),
        ("house_or_town_arrest", "T08"),
        ("released_monitored", "T11"),
    ],
)
def test_the_status_is_what_the_family_believes(status: str, name: str) -> None:
    assert status == current_status(document(name).case)


def test_what_an_authority_says_flips_no_status_by_itself() -> None:
    t05 = document("T05").case
    official = replace(t05.claims[0], believed=False)
    assert "unknown" == current_status(replace(t05, claims=(official,)))
    unsure = [replace(claim, believed=False) for claim in t05.claims]
    assert "sentenced_prison" == current_status(replace(t05, claims=tuple(unsure)))
