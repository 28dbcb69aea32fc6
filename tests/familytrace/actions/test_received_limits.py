"""A case that came in never forgets whose it is, what for, and what must not happen."""

from collections.abc import Callable
from datetime import date

from familytrace.actions.receive_package import keep, look_into
from familytrace.actions.received_limits import (
    SENDER_WORDS,
    limits_in_words,
    read_limits,
    received_limits,
    taken_back,
)
from familytrace.actions.start_case import start_case
from familytrace.model.topics import Purpose
from familytrace.vault.senders import Received, know_sender, note_received, received_packages
from familytrace.vault.vault import Vault

ALLOWED = {
    "government_learns_relative": "yes",
    "government_learns_me": "yes",
    "wording_reviewed": "yes",
}


def test_a_case_of_our_own_has_no_limits(group: Vault, send: Callable[[], bytes]) -> None:
    keep(group, look_into(group, send()))
    assert received_limits(group, start_case(group)) is None
    assert received_limits(group, "") is None


def test_a_received_case_tells_its_limits(group: Vault, send: Callable[[], bytes]) -> None:
    received = look_into(group, send())
    limits = received_limits(group, keep(group, received))
    assert limits is not None
    assert received.consent is not None
    assert ("unknown", True, Purpose.HELP) == (limits.sender, limits.agreed, limits.purpose)
    assert received.consent.ends_on == limits.ends_on
    told = limits_in_words(limits)
    assert "May not be passed on without a new agreement." in told.values()
    assert "The Chinese government must not learn the name from this." in told.values()


def test_a_sender_compared_later_is_verified(group: Vault, send: Callable[[], bytes]) -> None:
    received = look_into(group, send())
    case_id = keep(group, received)
    know_sender(group.store, received.opened.manifest.sender or "", verified_how="by telephone")
    limits = received_limits(group, case_id)
    assert limits is not None
    assert "verified" == limits.sender


def test_a_notice_that_comes_later_takes_the_agreement_back(
    group: Vault, send: Callable[[], bytes]
) -> None:
    case_id = keep(group, look_into(group, send()))
    (noted,) = received_packages(group.store)
    assert frozenset() == taken_back([noted])
    body = {"case": noted.body["case"], "withdrawal": {"on": "2026-11-20"}}
    note_received(group.store, Received("p2", noted.sender, 2, "", "", "", body))
    limits = received_limits(group, case_id)
    assert limits is not None
    assert limits.taken_back


def test_only_a_clear_yes_of_everybody_allows_anything() -> None:
    given = read_limits("known", {"agreements": [ALLOWED]})
    assert given.name_to_china
    assert given.teller_to_china
    assert given.wording_reviewed
    one_no = [ALLOWED, {**ALLOWED, "government_learns_relative": "no"}]
    assert not read_limits("known", {"agreements": one_no}).name_to_china
    assert not read_limits("known", {"agreements": [{}]}).name_to_china
    assert not read_limits("known", {"agreements": []}).name_to_china


def test_an_agreement_that_cannot_be_read_allows_nothing() -> None:
    limits = read_limits("known", {"purpose": "x", "ends_on": "someday"})
    assert (None, None) == (limits.purpose, limits.ends_on)
    assert ["onward", "name", "teller", "wording"] == list(limits_in_words(limits))
    assert not read_limits("unsigned", None).agreed


def test_every_limit_has_its_sentence_and_the_day_is_said_as_asked() -> None:
    paper = {"purpose": "help", "ends_on": "2027-03-01", "agreements": [ALLOWED]}
    told = limits_in_words(read_limits("known", paper), lambda day: f"[{day:%d.%m.%Y}]")
    assert ["purpose", "until", "onward", "name_allowed"] == list(told)
    assert "Until: [01.03.2027]" == told["until"]
    assert date(2027, 3, 1) == read_limits("known", paper).ends_on


def test_there_are_four_sender_states_in_words() -> None:
    assert {"verified", "known", "unknown", "unsigned"} == set(SENDER_WORDS)
