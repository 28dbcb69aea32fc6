from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from cases import GROUP, NOW, agreed, document

from familytrace.consent.authority import Authority, authorise, last_day, latest_of, state_of
from familytrace.errors import (
    ConsentError,
    ConsentExpiredError,
    ConsentLaterError,
    ConsentMissingError,
    ConsentRefusedError,
    ConsentUnconfirmedError,
    ConsentWithdrawnError,
    CoolingOffError,
    GovernmentConsentError,
    MinorConsentError,
    PressureError,
    WordingNotReviewedError,
)
from familytrace.model.case import Case
from familytrace.model.consent import Answer, Basis, Consent, ConsentState
from familytrace.model.partial_date import PartialDate
from familytrace.model.person import Person
from familytrace.model.topics import Purpose, Topic

HELP, UN, PUBLIC = Purpose.HELP, Purpose.UN, Purpose.PUBLIC
SOME = (Topic.WHO, Topic.HAPPENED)
TODAY = NOW.date()


def _ask(
    *consents: Consent,
    purpose: Purpose = HELP,
    china: bool = False,
    now: datetime = NOW,
    case: Case | None = None,
) -> Authority:
    return authorise(case or Case(), consents, GROUP.id, purpose, now, china_may_read=china)


# --- the states ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "consent"),
    [
        (ConsentState.NOT_ASKED, None),
        (ConsentState.NO, Consent()),
        (ConsentState.LATER, Consent(answer=Answer.LATER)),
        (ConsentState.WITHDRAWN, Consent(answer=Answer.WITHDRAWN)),
        (ConsentState.YES, Consent(answer=Answer.YES, ends_on=TODAY)),
        (ConsentState.EXPIRED, Consent(answer=Answer.YES, ends_on=TODAY - timedelta(days=1))),
        (ConsentState.NO, Consent(answer=Answer.NO, ends_on=date(2020, 1, 1))),
    ],
)
def test_each_state_is_told_apart(state: ConsentState, consent: Consent | None) -> None:
    assert state is state_of(consent, TODAY)


@pytest.mark.parametrize(
    ("last", "purpose", "given"),
    [
        (date(2027, 1, 31), HELP, date(2026, 1, 31)),
        (date(2027, 2, 28), HELP, date(2026, 2, 28)),
        (date(2026, 2, 28), PUBLIC, date(2025, 8, 31)),
        (date(2029, 11, 20), Purpose.COURT, date(2026, 11, 20)),
    ],
)
def test_an_agreement_without_an_end_ends_when_the_table_says(
    last: date, purpose: Purpose, given: date
) -> None:
    consent = Consent(
        answer=Answer.YES, purpose=purpose, given_at=datetime(*given.timetuple()[:3], tzinfo=UTC)
    )
    assert last == last_day(consent)
    assert ConsentState.YES is state_of(consent, last)
    assert ConsentState.EXPIRED is state_of(consent, last + timedelta(days=1))


# --- who said what, and which word counts ----------------------------------------------------


def test_the_highest_number_counts_in_whatever_order_records_arrive() -> None:
    yes = agreed(SOME, HELP, number=1)
    back = agreed((), HELP, number=2, answer=Answer.WITHDRAWN)
    again = agreed([Topic.WHO], HELP, number=3)
    for order in ((yes, back), (back, yes)):
        with pytest.raises(ConsentWithdrawnError):
            _ask(*order)
    assert frozenset({Topic.WHO}) == _ask(again, back, yes).topics
    assert (again,) == latest_of((again, yes, back), GROUP.id, HELP)


@pytest.mark.parametrize(
    ("refusal", "answer"),
    [
        (ConsentRefusedError, Answer.NO),
        (ConsentLaterError, Answer.LATER),
        (ConsentWithdrawnError, Answer.WITHDRAWN),
    ],
)
def test_a_word_that_is_not_yes_refuses(refusal: type[ConsentError], answer: Answer) -> None:
    with pytest.raises(refusal):
        _ask(agreed(SOME, HELP, answer=answer))


@pytest.mark.parametrize(
    "stranger",
    [
        agreed(SOME, HELP, recipient="another-group"),
        agreed(SOME, UN),
        agreed(SOME, PUBLIC),
    ],
)
def test_an_agreement_for_something_else_is_no_agreement(stranger: Consent) -> None:
    with pytest.raises(ConsentMissingError):
        _ask(stranger)


def test_a_topic_that_the_purpose_never_opens_stays_shut() -> None:
    everything = agreed(Topic, PUBLIC)
    assert frozenset(Topic) - {Topic.HOW, Topic.IDS, Topic.THREATS} == (
        _ask(everything, purpose=PUBLIC).topics
    )
    assert Topic.HOW not in _ask(agreed(Topic, HELP)).topics


def test_how_we_know_can_be_opened_for_no_purpose() -> None:
    for purpose in Purpose:
        assert Topic.HOW not in _ask(agreed(Topic, purpose), purpose=purpose, china=True).topics


# --- several speakers ------------------------------------------------------------------------


def test_for_help_each_yes_adds_and_nobody_is_quoted_against_their_word() -> None:
    one = agreed([Topic.WHO, Topic.WORDS, Topic.ME], HELP, "a")
    two = agreed([Topic.HAPPENED], HELP, "b")
    both = _ask(one, two)
    assert frozenset({Topic.WHO, Topic.HAPPENED, Topic.ME}) == both.topics
    assert frozenset({"a"}) == both.named
    assert frozenset({"a"}) == both.quoted
    assert Topic.WORDS in _ask(one, agreed([Topic.WORDS], HELP, "b")).topics


def test_in_public_only_what_everybody_opened_counts() -> None:
    one, two = agreed([Topic.WHO, Topic.HAPPENED], PUBLIC, "a"), agreed([Topic.WHO], PUBLIC, "b")
    assert frozenset({Topic.WHO}) == _ask(one, two, purpose=PUBLIC).topics


@pytest.mark.parametrize(
    ("refusal", "second"),
    [
        (ConsentRefusedError, agreed((), PUBLIC, "b", answer=Answer.NO)),
        (ConsentLaterError, agreed((), PUBLIC, "b", answer=Answer.LATER)),
        (ConsentWithdrawnError, agreed((), PUBLIC, "b", answer=Answer.WITHDRAWN)),
        (ConsentExpiredError, agreed(SOME, PUBLIC, "b", ends_on=date(2026, 1, 1))),
        (PressureError, agreed(SOME, PUBLIC, "b", pressure=True)),
        (ConsentRefusedError, agreed(SOME, HELP, "b", dissent="An uncle objects")),
    ],
)
def test_in_public_the_strictest_wins_and_nobody_is_named(
    refusal: type[ConsentError], second: Consent
) -> None:
    with pytest.raises(refusal) as caught:
        _ask(agreed(SOME, PUBLIC, "somebody"), second, purpose=PUBLIC)
    for word in ("somebody", "uncle", "brother"):
        assert word not in caught.value.said() + caught.value.advice()


def test_for_help_one_no_does_not_silence_another() -> None:
    no = agreed((), HELP, "b", answer=Answer.NO)
    assert frozenset(SOME) == _ask(agreed(SOME, HELP), no).topics


def test_an_objection_that_was_settled_stands_no_longer() -> None:
    objects = agreed(SOME, PUBLIC, "b", number=2, dissent="not in public")
    settled = agreed(SOME, PUBLIC, "b", number=3)
    with pytest.raises(ConsentRefusedError):
        _ask(agreed(SOME, PUBLIC), objects, purpose=PUBLIC)
    assert _ask(agreed(SOME, PUBLIC), objects, settled, purpose=PUBLIC).topics


def test_the_end_is_the_earliest_and_an_attempt_is_open_only_when_all_opened_it() -> None:
    one = agreed(SOME, HELP, "a", ends_on=date(2027, 1, 1), opened=frozenset({"x", "y"}))
    two = agreed(SOME, HELP, "b", ends_on=date(2027, 2, 1), opened=frozenset({"y"}))
    both = _ask(one, two)
    assert date(2027, 1, 1) == both.ends_on
    assert frozenset({"y"}) == both.opened


# --- what makes a yes count ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refusal", "more"),
    [
        (ConsentExpiredError, {"ends_on": TODAY - timedelta(days=1)}),
        (ConsentUnconfirmedError, {"confirmed": False}),
        (PressureError, {"pressure": True}),
        (WordingNotReviewedError, {"interpreter_role": ""}),
        (CoolingOffError, {"given_at": NOW - timedelta(hours=23, minutes=59)}),
        (CoolingOffError, {"given_at": None, "ends_on": date(2027, 1, 1)}),
        (GovernmentConsentError, {"government_learns_relative": Answer.NO}),
        (GovernmentConsentError, {"government_learns_relative": Answer.LATER}),
    ],
)
def test_a_yes_that_does_not_count_says_why(
    refusal: type[ConsentError], more: dict[str, Any]
) -> None:
    with pytest.raises(refusal):
        _ask(agreed(SOME, UN, **more), purpose=UN, china=True)


@pytest.mark.parametrize(
    "more",
    [
        {"given_at": NOW - timedelta(hours=24)},
        {"given_at": NOW, "urgent": True},
        {"interpreter_role": "", "wording_reviewed": True},
        {"ends_on": TODAY},
    ],
)
def test_a_yes_just_on_the_right_side_counts(more: dict[str, Any]) -> None:
    assert frozenset(SOME) == _ask(agreed(SOME, UN, **more), purpose=UN, china=True).topics


def test_help_needs_neither_pause_nor_reviewed_words() -> None:
    fresh = agreed(SOME, HELP, given_at=NOW, interpreter_role="")
    assert frozenset(SOME) == _ask(fresh).topics


def test_a_no_to_what_we_told_keeps_our_words_from_the_state() -> None:
    silent = agreed([*SOME, Topic.WORDS], UN, government_learns_told=Answer.NO)
    assert frozenset(SOME) == _ask(silent, purpose=UN, china=True).topics
    assert Topic.WORDS in _ask(replace(silent, purpose=HELP)).topics


def test_a_no_to_my_name_keeps_me_out_of_what_everybody_reads() -> None:
    hidden = agreed([*SOME, Topic.ME], PUBLIC, government_learns_me=Answer.NO)
    assert Topic.ME not in _ask(hidden, purpose=PUBLIC, china=True).topics
    assert Topic.ME in _ask(replace(hidden, purpose=UN), purpose=UN, china=True).topics


# --- children, and people who were found -----------------------------------------------------


@pytest.mark.parametrize(
    ("born", "last_valid"),
    [("2009-03-05", date(2027, 3, 4)), ("2008-02-29", date(2026, 2, 28))],
)
def test_a_guardians_word_ends_when_the_child_is_eighteen(born: str, last_valid: date) -> None:
    case = Case(person=Person(birth_date=PartialDate(born)))
    word = agreed(SOME, HELP, basis=Basis.GUARDIAN, ends_on=date(2030, 1, 1))
    before = datetime(*last_valid.timetuple()[:3], 12, tzinfo=UTC)
    assert _ask(word, case=case, now=before).topics
    with pytest.raises(MinorConsentError):
        _ask(word, case=case, now=before + timedelta(days=1))


def test_t03_may_leave_today_and_not_on_the_eighteenth_birthday() -> None:
    boy = document("T03")
    longer = [replace(one, ends_on=date(2028, 1, 1)) for one in boy.consents]
    assert _ask(*longer, case=boy.case).topics
    with pytest.raises(MinorConsentError):
        _ask(*longer, case=boy.case, now=datetime(2027, 3, 5, tzinfo=UTC))


def test_once_the_person_speaks_only_their_own_word_counts() -> None:
    proxy = agreed(SOME, HELP)
    self_no = agreed((), HELP, "x", basis=Basis.PERSON_FOUND, answer=Answer.NO)
    with pytest.raises(ConsentRefusedError):
        _ask(proxy, self_no)
    elsewhere = agreed(SOME, UN, "x", basis=Basis.PERSON_FOUND)
    with pytest.raises(ConsentMissingError):
        _ask(proxy, elsewhere)
    theirs = agreed([Topic.WHO], HELP, "x", basis=Basis.PERSON_FOUND)
    assert frozenset({Topic.WHO}) == _ask(proxy, theirs).topics
