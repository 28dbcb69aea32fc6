"""The twin property: families who differ only in what they kept back send the same bytes.

Random ids aside: both vaults know an entry that leaves under the same id here.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from types import ModuleType

import pytest
from cases import GENERAL, GROUP, UN, WAYS, Disclose, agreed, give, outgoing
from filled_cases import chance_case
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import Terms
from twins import differences, twin
from variants import faulty_gate

from familytrace.consent import authority, coarsen, gate, redact
from familytrace.consent.gate import disclose
from familytrace.errors import ConsentError
from familytrace.forms.library import bundled_profile
from familytrace.model.case import Case
from familytrace.model.consent import Answer, Consent
from familytrace.model.topics import Purpose, Topic

Way = tuple[str, Purpose]

_SINGLES = [frozenset({topic}) for topic in Topic]
_PAIRS = [frozenset(pair) for pair in combinations(Topic, 2)]
_PAIRED = {(GENERAL, Purpose.HELP), (GENERAL, Purpose.PUBLIC), (UN, Purpose.UN)}
_WHOLE = [frozenset[Topic](), frozenset(Topic)]
_SUBSETS = st.frozensets(st.sampled_from(Topic))
_SEEDS = st.integers(0, 2**32 - 1)


def _other_answers(way: Way, chance: random.Random) -> list[Consent]:
    """Answers that are none of this recipient's business."""
    other = replace(GROUP, id="another-group").id
    purpose = next(one for one in Purpose if one is not way[1])
    every = [
        agreed(Topic, way[1], recipient=other),
        agreed([Topic.WHO], purpose, number=4),
        agreed(Topic, way[1], number=0, teach_back="#99999998"),
        agreed(Topic, way[1], speaker="c", answer=Answer.LATER, recipient=other),
    ]
    if way[1] not in (Purpose.PUBLIC, Purpose.CAMPAIGN):
        every += [
            agreed(Topic, way[1], speaker="b", answer=Answer.NO),
            agreed(Topic, way[1], speaker="c", ends_on=date(2026, 11, 1)),
            agreed(Topic, way[1], speaker="d", pressure=True),
            agreed(Topic, way[1], speaker="e", confirmed=False),
        ]
    return [consent for consent in every if chance.random() < 0.5]


def _mine(way: Way, subset: frozenset[Topic], opened: frozenset[str]) -> Consent:
    return agreed(subset, way[1], number=3, opened=opened, interpreter_role="one")


def _unlike(consent: Consent, chance: random.Random) -> Consent:
    """The same agreement with other notes that never travel."""
    return replace(
        consent,
        topics=consent.topics | {Topic.HOW} if chance.random() < 0.5 else consent.topics,
        interpreter_role="another",
        teach_back="#99999997",
        capacity="needs_support",
        others_in_room="#99999996",
        basis_words="#99999995",
        urgent=chance.random() < 0.5,
        given_at=datetime(2026, 10, 1, 18, 30, tzinfo=UTC),
        extra={"later": "#99999994"},
    )


def _written(case: Case, consents: list[Consent], way: Way, through: Disclose) -> object:
    try:
        return outgoing(give(case, consents, way, through=through))
    except ConsentError as refusal:
        return type(refusal)


def _unlike_twins(
    case: Case, seed: int, way: Way, subset: frozenset[Topic], through: Disclose
) -> bool:
    """Tell whether a recipient could tell the two families apart."""
    chance = random.Random(seed)
    opened = frozenset(chance.sample(["attempts-1", "attempts-2"], chance.randint(0, 2)))
    terms = Terms(subset, way[1], bundled_profile(way[0]).asks().facts)
    other = twin(case, terms, opened, seed)
    mine = _mine(way, subset, opened)
    ours = _written(case, [*_other_answers(way, chance), mine], way, through)
    theirs = _written(other, [*_other_answers(way, chance), _unlike(mine, chance)], way, through)
    return ours != theirs


@settings(max_examples=15)
@given(seed=_SEEDS, subset=_SUBSETS)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1].value}")
def test_what_was_kept_back_changes_no_byte(way: Way, seed: int, subset: frozenset[Topic]) -> None:
    assert not _unlike_twins(chance_case(seed), seed, way, subset, disclose)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1].value}")
def test_twins_send_the_same_for_every_topic_alone_and_every_pair(way: Way) -> None:
    unlike = [
        sorted(subset)
        for at, subset in enumerate([*_WHOLE, *_SINGLES, *(_PAIRS if way in _PAIRED else [])])
        if _unlike_twins(chance_case(at), at, way, subset, disclose)
    ]
    assert [] == unlike


@pytest.mark.campaign
@given(seed=_SEEDS, subset=_SUBSETS, way=st.sampled_from(WAYS))
def test_what_was_kept_back_changes_no_byte_in_the_long_run(
    way: Way, seed: int, subset: frozenset[Topic]
) -> None:
    assert not _unlike_twins(chance_case(seed), seed, way, subset, disclose)


def test_the_twins_of_these_tests_do_differ_at_home() -> None:
    terms = Terms(frozenset({Topic.WHO}), Purpose.HELP, bundled_profile(GENERAL).asks().facts)
    for seed in range(10):
        case = chance_case(seed)
        assert differences(case, twin(case, terms, frozenset(), seed)) > 40


# --- each of these faults would be noticed ---------------------------------------------------

_FAULTS: list[tuple[ModuleType, str, str]] = [
    (redact, "        and _topics(record, fact) <= opening.topics\n", ""),
    (redact, "        and _level(record, name, fact) <= opening.ceiling\n", ""),
    (redact, 'f"{noun.attribute}.{name}" in opening.asked\n        and', ""),
    (redact, "return frozenset({home, fact.topic})", "return frozenset({fact.topic})"),
    (redact, 'unsaid.get(name) == "unknown"', "name in unsaid"),
    (redact, 'if unsaid.get(name) == "unknown" and _is_open', "if unsaid.get(name) or _is_open"),
    (redact, '_SOURCE_LABELS.get(source, "close")', "source"),
    (redact, "return record.speaker in opening.quoted", "return True"),
    (redact, "return may_name(record, opening.purpose)", "return True"),
    (redact, "record for record in kept if _says_something(record)", "kept"),
    (coarsen, "id=SUMMARY, date=when", "id=attempts[0].id, date=when"),
    (coarsen, "_is_private(attempt) and", "False and"),
    (coarsen, "date=when, summary", "count=len(attempts), date=when, summary"),
    (gate, "    if china:\n", "    if False:\n"),
    (authority, "if (consent.recipient, consent.purpose) == (recipient, purpose)", "if purpose"),
]


def _noticed(through: Disclose) -> Iterator[bool]:
    for seed in range(40):
        for way in (WAYS[0], (UN, Purpose.UN), (GENERAL, Purpose.PUBLIC)):
            chance = random.Random(seed)
            subset = frozenset(topic for topic in Topic if chance.random() < 0.6) | {Topic.ME}
            yield _unlike_twins(chance_case(seed), seed, way, subset, through)


@pytest.mark.parametrize("fault", _FAULTS, ids=lambda fault: fault[1].strip()[:60])
def test_a_gate_that_tells_twins_apart_is_noticed(fault: tuple[ModuleType, str, str]) -> None:
    assert any(_noticed(faulty_gate(*fault)))
