"""What somebody answered: kept for good, the last word counts."""

from collections.abc import Callable
from datetime import date

import pytest

from familytrace.actions.agree import agree, confirm, new_consent, standing, withdraw
from familytrace.actions.start_case import start_case
from familytrace.errors import NotFoundError
from familytrace.model.consent import Answer, Consent, ConsentState
from familytrace.model.topics import Purpose, Topic
from familytrace.vault.vault import Vault

TODAY = date(2026, 11, 20)


def _yes(purpose: Purpose = Purpose.HELP, *topics: Topic) -> Consent:
    from dataclasses import replace

    asked = new_consent("speaker", "group", purpose)
    return replace(asked, answer=Answer.YES, topics=frozenset(topics))


@pytest.fixture
def case_id(family: Vault) -> str:
    return start_case(family)


def _state(family: Vault, case_id: str, purpose: Purpose = Purpose.HELP) -> ConsentState:
    return standing(family, case_id, "group", purpose, TODAY).state


def test_a_new_record_says_no_to_everything() -> None:
    asked = new_consent("speaker", "group", Purpose.UN)
    assert (Answer.NO, frozenset()) == (asked.answer, asked.topics)
    assert {asked.government_learns_me, asked.government_learns_relative} == {Answer.NO}


def test_an_agreement_to_publish_ends_after_six_months_and_to_help_after_twelve() -> None:
    assert date(2027, 5, 20) == new_consent("s", "g", Purpose.PUBLIC).ends_on
    assert date(2027, 11, 20) == new_consent("s", "g", Purpose.HELP).ends_on


def test_a_yes_opens_who_and_what_happened_and_no_more(family: Vault, case_id: str) -> None:
    saved = agree(family, case_id, _yes())
    assert frozenset({Topic.WHO, Topic.HAPPENED}) == saved.topics


def test_what_a_purpose_never_allows_is_left_out_even_if_ticked(
    family: Vault, case_id: str
) -> None:
    saved = agree(family, case_id, _yes(Purpose.PUBLIC, Topic.IDS, Topic.HOW, Topic.PHOTO))
    assert frozenset({Topic.WHO, Topic.HAPPENED, Topic.PHOTO}) == saved.topics


def test_nobody_asked_is_a_state_of_its_own(family: Vault, case_id: str) -> None:
    assert _state(family, case_id) is ConsentState.NOT_ASKED


def test_taking_back_counts_at_once_and_keeps_what_was_said_before(
    family: Vault, case_id: str
) -> None:
    given = agree(family, case_id, _yes())
    withdraw(family, case_id, given.id)
    assert _state(family, case_id) is ConsentState.WITHDRAWN
    answers = [one.answer for one in family.records("consent", case_id)]
    assert [Answer.YES, Answer.WITHDRAWN] == answers


def test_one_topic_can_be_taken_back_alone(family: Vault, case_id: str) -> None:
    given = agree(family, case_id, _yes(Purpose.HELP, Topic.PHOTO))
    left = withdraw(family, case_id, given.id, topics=frozenset({Topic.PHOTO}))
    assert (Answer.YES, False) == (left.answer, Topic.PHOTO in left.topics)
    assert _state(family, case_id) is ConsentState.YES


def test_an_agreement_from_a_file_counts_only_after_it_was_confirmed(
    family: Vault, case_id: str
) -> None:
    from dataclasses import replace

    given = agree(family, case_id, replace(_yes(), confirmed=False))
    assert not given.confirmed
    assert confirm(family, case_id, given.id).confirmed


def test_the_record_names_the_words_that_were_read(family: Vault, case_id: str) -> None:
    saved = agree(family, case_id, _yes())
    assert (64, False) == (len(saved.wording_hash), saved.wording_reviewed)


def test_taking_back_what_is_not_there_is_an_error(family: Vault, case_id: str) -> None:
    with pytest.raises(NotFoundError):
        withdraw(family, case_id, "nothing")


def test_words_in_another_language_have_another_hash(bring: Callable[[str], str]) -> None:
    english = new_consent("s", "g", Purpose.HELP, language="en")
    uyghur = new_consent("s", "g", Purpose.HELP, language="ug")
    assert english.wording_hash != uyghur.wording_hash
