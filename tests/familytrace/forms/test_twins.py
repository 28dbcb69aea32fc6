"""The twin property in print: the pages of two families who kept back other things."""

import pytest
from cases import GENERAL, UN, agreed, give
from filled_cases import chance_case
from oracle import Terms
from twins import twin
from variants import faulty_gate

from familytrace.consent import redact
from familytrace.errors import ReporterNeededError
from familytrace.forms.fill import fill
from familytrace.forms.library import bundled_profile
from familytrace.model.case import Case
from familytrace.model.topics import Purpose, Topic
from familytrace.pdf.form_pdf import form_pdf

WAYS = [(GENERAL, Purpose.HELP), (GENERAL, Purpose.PUBLIC), (UN, Purpose.UN)]
SUBSETS = [
    frozenset[Topic](),
    frozenset({Topic.WHO, Topic.HAPPENED, Topic.ME}),
    frozenset({Topic.WHO, Topic.SEARCH, Topic.OTHERS, Topic.ME}),
    frozenset(Topic) - {Topic.WORDS, Topic.OFFICIAL, Topic.PHOTO},
    frozenset(Topic),
]
PLAIN = [topics - {Topic.PHOTO} for topics in SUBSETS]


def _pages(case: Case, topics: frozenset[Topic], way: tuple[str, Purpose], **more: object) -> bytes:
    profile = bundled_profile(way[0])
    try:
        left = give(case, [agreed(topics, way[1])], way, **more)  # type: ignore[arg-type]
    except ReporterNeededError:
        return b""
    second = "ug" if way[0] == GENERAL else None
    return form_pdf(fill(profile, left, "en", second), {})


def _twins(seed: int, topics: frozenset[Topic], way: tuple[str, Purpose]) -> tuple[Case, Case]:
    case = chance_case(seed)
    terms = Terms(topics, way[1], bundled_profile(way[0]).asks().facts)
    return case, twin(case, terms, frozenset(), seed)


@pytest.mark.parametrize("topics", PLAIN, ids=lambda topics: " ".join(sorted(topics)) or "none")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way[1].value)
def test_the_pages_of_twins_are_the_same_bytes(
    way: tuple[str, Purpose], topics: frozenset[Topic]
) -> None:
    one, other = _twins(7, topics, way)
    assert _pages(one, topics, way) == _pages(other, topics, way)


def test_pages_that_tell_twins_apart_are_noticed() -> None:
    way, topics = (GENERAL, Purpose.HELP), frozenset({Topic.WHO, Topic.HAPPENED, Topic.ME})
    through = faulty_gate(redact, "        and _topics(record, fact) <= opening.topics\n", "")
    one, other = _twins(7, topics, way)
    assert _pages(one, topics, way, through=through) != _pages(other, topics, way, through=through)
