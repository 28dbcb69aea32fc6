"""The questions come in their order, the least first, and silence is a No."""

import pytest

from familytrace.consent.interview import FIRST, questions, with_answers
from familytrace.consent.rules import rule_of
from familytrace.consent.wording import wording_for
from familytrace.model.consent import Answer, Consent
from familytrace.model.topics import Purpose, Topic

EVERYTHING = frozenset(Topic)
WORDS = wording_for("en")
GOVERNMENT = [
    "government_learns_relative",
    "government_learns_me",
    "government_learns_told",
]


def keys(
    purpose: Purpose, answers: dict[str, Answer], held: frozenset[Topic] = EVERYTHING
) -> list[str]:
    return [one.key for one in questions(WORDS, purpose, "Sinaq group", held, answers)]


@pytest.mark.parametrize("answer", [None, Answer.NO, Answer.LATER])
@pytest.mark.parametrize("purpose", Purpose)
def test_without_a_yes_to_the_recipient_there_is_no_other_question(
    purpose: Purpose, answer: Answer | None
) -> None:
    given = {} if answer is None else {FIRST: answer}
    assert [FIRST] == keys(purpose, given)


@pytest.mark.parametrize("purpose", Purpose)
def test_how_we_know_is_never_asked(purpose: Purpose) -> None:
    assert Topic.HOW not in keys(purpose, {FIRST: Answer.YES})


@pytest.mark.parametrize("purpose", Purpose)
def test_only_what_is_recorded_is_asked_about(purpose: Purpose) -> None:
    held = frozenset({Topic.PHOTO, Topic.THREATS})
    asked = set(keys(purpose, {FIRST: Answer.YES}, held)) - {FIRST, *GOVERNMENT}
    assert held & rule_of(purpose).apart == asked


def test_help_reaches_no_government_and_asks_nothing_about_it() -> None:
    assert not set(GOVERNMENT) & set(keys(Purpose.HELP, {FIRST: Answer.YES}))


@pytest.mark.parametrize("purpose", [one for one in Purpose if one is not Purpose.HELP])
def test_the_three_questions_about_the_government_are_asked_apart(purpose: Purpose) -> None:
    assert GOVERNMENT == keys(purpose, {FIRST: Answer.YES})[1:4]


@pytest.mark.parametrize("answer", [Answer.NO, Answer.LATER])
def test_a_body_that_tells_the_name_gets_no_further_questions_after_a_no_to_that(
    answer: Answer,
) -> None:
    given = {FIRST: Answer.YES, GOVERNMENT[0]: answer}
    assert [FIRST, GOVERNMENT[0]] == keys(Purpose.UN, given)


def test_what_was_not_answered_stays_no() -> None:
    made = with_answers(Consent(), {FIRST: Answer.YES, "photo": Answer.YES, "ids": Answer.LATER})
    assert (Answer.YES, frozenset({Topic.PHOTO})) == (made.answer, made.topics)
    assert Answer.NO is made.government_learns_relative


def test_a_no_to_the_recipient_opens_nothing_whatever_else_was_answered() -> None:
    answers = {FIRST: Answer.NO, "photo": Answer.YES, GOVERNMENT[0]: Answer.YES}
    made = with_answers(Consent(), answers)
    assert (Answer.NO, frozenset()) == (made.answer, made.topics)
    assert Answer.NO is made.government_learns_relative
