import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from cases import GENERAL, agreed, give
from filled_cases import full_case

from familytrace.forms.answers import answer_question
from familytrace.forms.compose import COMPOSERS
from familytrace.forms.compose_case import contradictions, length
from familytrace.forms.compose_person import age, first_name
from familytrace.forms.compose_steps import other_steps
from familytrace.forms.profile import Question
from familytrace.model.case import Case
from familytrace.model.claim import Claim
from familytrace.model.partial_date import PartialDate
from familytrace.model.person import Person, PersonName
from familytrace.model.records import CASE_NOUNS
from familytrace.model.topics import Purpose, Topic


class Watched:
    """Stands for a record and notes which of its facts are read."""

    def __init__(self, record: Any, part: str, read: set[str]) -> None:
        self._held = (record, part, read)

    def __getattr__(self, name: str) -> Any:
        record, part, read = self._held
        if any(f.name == name and "fact" in f.metadata for f in dataclasses.fields(record)):
            read.add(f"{part}.{name}")
        return getattr(record, name)

    @property
    def __dataclass_fields__(self) -> Any:
        return self._held[0].__dataclass_fields__


def _watched(case: Case, read: set[str]) -> Any:
    parts: dict[str, Any] = {"id": case.id}
    for noun in CASE_NOUNS:
        held = getattr(case, noun.attribute)
        parts[noun.attribute] = (
            Watched(held, noun.attribute, read)
            if noun.single
            else tuple(Watched(one, noun.attribute, read) for one in held)
        )
    return type("WatchedCase", (), parts)()


@pytest.mark.parametrize("name", sorted(COMPOSERS))
def test_a_composed_answer_reads_only_the_facts_it_names(name: str) -> None:
    read: set[str] = set()
    composer = COMPOSERS[name]
    left = give(full_case(), [agreed(Topic, Purpose.HELP)], (GENERAL, Purpose.HELP)).case
    answers = composer.compose(_watched(left, read))
    assert answers
    # a claim's kind of source is weighed before and after the gate, but never shown
    assert read - composer.facts <= {"claims.source"}


def _lines(answers: Iterator[Any] | tuple[Any, ...]) -> list[str]:
    return [one.text for one in answers]


@pytest.mark.parametrize(
    ("expected", "years", "months"),
    [
        ("", None, None),
        ("16 years 11 months", 16, 11),
        ("1 year", 1, 0),
        ("1 month", None, 1),
    ],
)
def test_a_length_is_told_in_years_and_months(
    expected: str, years: int | None, months: int | None
) -> None:
    assert expected == length(years, months)


@pytest.mark.parametrize(
    ("expected", "person"),
    [
        ([], Person()),
        (["55 to 60 years"], Person(age_from=55, age_to=60)),
        (["8 years"], Person(age_from=8, age_to=8)),
        (["40 years"], Person(age_to=40)),
        (["0 years"], Person(age_from=0)),
    ],
)
def test_an_age_may_be_a_range(expected: list[str], person: Person) -> None:
    assert expected == _lines(age(Case(person=person)))


def test_an_age_says_when_it_was_true() -> None:
    person = Person(age_from=8, age_as_of=PartialDate("2017"))
    (line,) = _lines(age(Case(person=person)))
    assert "2017" in line


def test_statements_that_agree_are_no_contradiction() -> None:
    same = (Claim(kind="status", status="in_camp"), Claim(kind="status", status="in_camp"))
    assert () == contradictions(Case(claims=same))
    other = (*same, Claim(kind="status", status="released_free"))
    assert 3 == len(contradictions(Case(claims=other)))


def test_a_name_nobody_divided_stands_whole_as_first_name() -> None:
    assert ["Mehmut"] == _lines(first_name(Case(names=(PersonName(text="Mehmut"),))))
    assert [] == _lines(first_name(Case()))


def test_nothing_tried_is_no_line() -> None:
    assert () == other_steps(Case())


def test_a_table_shows_only_the_rows_it_is_for() -> None:
    question = Question(
        "1", {"en": "Health"}, table="claims", columns=("note",), where={"kind": "health"}
    )
    case = Case(claims=(Claim(kind="health", note="ill"), Claim(kind="status", note="gone")))
    assert ((), ("Note",), (("ill",),)) == answer_question(question, case)
    assert ((), (), ()) == answer_question(question, Case())
