"""Nothing that was not agreed stands in anything that leaves; all that was agreed does."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from types import ModuleType

import pytest
from cases import GENERAL, UN, WAYS, Disclose, agreed, give, outgoing
from filled_cases import Canary, canaries, full_case
from oracle import Terms, is_coarsened, may_leave
from variants import faulty_gate

from familytrace.consent import coarsen, gate, redact
from familytrace.consent.gate import disclose
from familytrace.errors import ReporterNeededError
from familytrace.forms.library import bundled_profile
from familytrace.model.topics import Purpose, Topic

Way = tuple[str, Purpose]
Subset = frozenset[Topic]

_SINGLES = [frozenset({topic}) for topic in Topic]
_PAIRS = [frozenset(pair) for pair in combinations(Topic, 2)]
_ALL_BUT_ONE = [frozenset(Topic) - {topic} for topic in Topic]
_ENDS = [frozenset[Topic](), frozenset(Topic)]
_PAIRED = {(GENERAL, Purpose.HELP), (GENERAL, Purpose.PUBLIC), (UN, Purpose.UN)}


def _subsets(way: Way) -> list[Subset]:
    return _SINGLES + _ALL_BUT_ONE + _ENDS + (_PAIRS if way in _PAIRED else [])


@cache
def _planted() -> tuple[Canary, ...]:
    return tuple(canaries(full_case()))


def _may_leave(canary: Canary, terms: Terms) -> bool:
    return (
        canary.level <= terms.ceiling
        and may_leave(canary.record, canary.part, canary.name, terms)
        and not is_coarsened(canary.record, canary.part, terms, frozenset())
    )


def _difference(way: Way, subset: Subset, through: Disclose) -> tuple[list[str], list[str]]:
    """Return what leaks and what is missing, as names of facts."""
    try:
        disclosure = give(full_case(), [agreed(subset, way[1])], way, through=through)
    except ReporterNeededError:
        return ([] if way[0] == UN and Topic.ME not in subset else ["refused"]), []
    out = outgoing(disclosure)
    everything, data = out.text, out.json.decode()
    terms = Terms(subset, way[1], bundled_profile(way[0]).asks().facts)
    leaks, missing = [], []
    for canary in _planted():
        allowed = _may_leave(canary, terms)
        if not allowed and canary.word in everything:
            leaks.append(f"{canary.record.id}.{canary.name}")
        if allowed and canary.word not in data:
            missing.append(f"{canary.record.id}.{canary.name}")
    return leaks, missing


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1].value}")
def test_no_word_leaves_without_agreement_and_none_is_missing_with_it(way: Way) -> None:
    found = {
        " ".join(sorted(subset)): difference
        for subset in _subsets(way)
        if (difference := _difference(way, subset, disclose)) != ([], [])
    }
    assert {} == found


@pytest.mark.campaign
@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way[0]}-{way[1].value}")
def test_no_word_leaves_for_any_subset_of_topics_at_all(way: Way) -> None:
    for size in range(len(Topic) + 1):
        for subset in map(frozenset, combinations(Topic, size)):
            assert ([], []) == _difference(way, subset, disclose), sorted(subset)


def test_the_case_has_a_word_in_every_fact_that_can_hold_one() -> None:
    planted = _planted()
    assert len(planted) == len({canary.word for canary in planted})
    assert len({canary.part for canary in planted}) == 17
    assert len(planted) > 400


# --- each of these faults would be noticed ---------------------------------------------------

_FAULTS: list[tuple[ModuleType, str, str]] = [
    (redact, "        and _topics(record, fact) <= opening.topics\n", ""),
    (redact, "        and _level(record, name, fact) <= opening.ceiling\n", ""),
    (redact, "return frozenset({home, fact.topic})", "return frozenset({fact.topic})"),
    (redact, "        return frozenset({home})\n", "        return frozenset({fact.topic})\n"),
    (redact, "fact.level is not None and fact.level > ceiling", "False"),
    (redact, "return record.speaker in opening.quoted", "return True"),
    (redact, "return may_name(record, opening.purpose)", "return True"),
    (redact, "return record.id in opening.named and", "return"),
    (redact, "return topic in opening.topics and level <= opening.ceiling", "return True"),
    (redact, 'relative.minor != "no"', "False"),
    (redact, 'if relative.safe_to_name != "yes":', "if False:"),
    (redact, 'if relative.in_region != "no" and', "if False and"),
    (redact, 'record.kind == "child_care"', "False"),
    (coarsen, 'attempt.channel == "via_relative_in_region"', "False"),
    (coarsen, "_is_private(attempt) and", "False and"),
    (gate, "    if china:\n", "    if False:\n"),
    (gate, "or rule_of(purpose).china_may_read", ""),
    (gate, "ceiling=CEILINGS[purpose]", "ceiling=max(CEILINGS.values())"),
    (gate, "topics=authority.topics", "topics=frozenset(rule_of(purpose).allowed)"),
]


def _leaks(through: Disclose) -> Iterator[str]:
    for subset in [*_ENDS[::-1], *_ALL_BUT_ONE, *_SINGLES]:
        for way in WAYS:
            yield from _difference(way, subset, through)[0]


def _any(found: Iterable[str]) -> bool:
    return next(iter(found), None) is not None


@pytest.mark.parametrize("fault", _FAULTS, ids=lambda fault: fault[1].strip()[:60])
def test_a_gate_with_this_line_spoiled_is_noticed(fault: tuple[ModuleType, str, str]) -> None:
    assert _any(_leaks(faulty_gate(*fault)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("_level(record, name, fact) <= opening.ceiling", "_level(record, name, fact) < 2"),
        ("return record.speaker in opening.quoted", "return False"),
    ],
)
def test_a_gate_that_keeps_back_too_much_is_noticed(old: str, new: str) -> None:
    through = faulty_gate(redact, old, new)
    assert _difference((GENERAL, Purpose.HELP), frozenset(Topic), through)[1]
