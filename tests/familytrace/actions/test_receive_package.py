"""What comes in: opened in quarantine, kept only if it holds, never merged."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from familytrace.actions.receive_package import keep, look_into, open_with_keys, summary
from familytrace.errors import NothingToUndoError, ReplayedError, WrongKeyError
from familytrace.model.evidence import Evidence
from familytrace.model.person import PersonName
from familytrace.package.age_file import new_identity
from familytrace.vault.senders import know_sender, received_packages
from familytrace.vault.vault import Vault


def test_looking_keeps_nothing(group: Vault, send: Callable[[], bytes]) -> None:
    assert look_into(group, send()).case is not None
    assert () == group.cases()
    assert () == received_packages(group.store)


def test_a_kept_case_is_a_new_case_with_what_may_be_done(
    group: Vault, send: Callable[[], bytes]
) -> None:
    received = look_into(group, send())
    case_id = keep(group, received)
    assert received.case is not None
    assert len(received.case.claims) == len(group.load(case_id).claims)
    (noted,) = received_packages(group.store)
    assert "help" == noted.body["consent"]["purpose"]


def test_the_same_package_is_not_taken_twice(group: Vault, send: Callable[[], bytes]) -> None:
    data = send()
    keep(group, look_into(group, data))
    with pytest.raises(ReplayedError):
        look_into(group, data)
    assert 1 == len(group.cases())


def test_a_sender_is_unknown_then_known_then_verified_by_you(
    group: Vault, send: Callable[[], bytes]
) -> None:
    first = look_into(group, send())
    keep(group, first)
    second = look_into(group, send())
    know_sender(group.store, first.opened.manifest.sender or "", verified_how="by telephone")
    third = look_into(group, send())
    states = [one.opened.sender for one in (first, second, third)]
    assert ["unknown", "known", "verified"] == states


def test_somebody_elses_key_opens_nothing(send: Callable[[], bytes]) -> None:
    with pytest.raises(WrongKeyError):
        open_with_keys(send(), [new_identity().secret])
    with pytest.raises(WrongKeyError):
        open_with_keys(send(), [])


def test_a_program_reads_sender_consent_and_case(group: Vault, send: Callable[[], bytes]) -> None:
    told = summary(look_into(group, send()))
    assert ("unknown", "help", "case") == (
        told["sender_state"],
        told["consent"]["purpose"],
        told["kind"],
    )
    assert told["case"]["claims"]


def test_undo_takes_nothing_of_a_received_case_away(
    group: Vault, send: Callable[[], bytes]
) -> None:
    received = look_into(group, send())
    assert received.case is not None
    shown = Evidence(id="e1", attachment="attachments/0001.jpg")
    case = replace(received.case, evidence=(*received.case.evidence, shown))
    opened = replace(received.opened, pictures=(b"a photo",))
    case_id = keep(group, replace(received, case=case, opened=opened))
    came = group.load(case_id)
    assert b"a photo" == b"".join(group.read_evidence(case_id, came.evidence[-1].id))
    with pytest.raises(NothingToUndoError):
        group.undo(case_id)
    group.save(case_id, PersonName(text="Sinaq"), reason="typed")
    group.undo(case_id)
    with pytest.raises(NothingToUndoError):
        group.undo(case_id)
    assert came == group.load(case_id)


def test_a_package_whose_case_was_erased_may_be_kept_again(
    group: Vault, send: Callable[[], bytes]
) -> None:
    data = send()
    first = keep(group, look_into(group, data))
    group.erase_case(first)
    received = look_into(group, data)
    assert "known" == received.opened.sender
    second = keep(group, received)
    assert [second] == [line.id for line in group.cases()]
    assert [second] == [one.case_id for one in received_packages(group.store)]
    with pytest.raises(ReplayedError):
        look_into(group, data)


def test_erasing_an_older_case_lets_nothing_older_than_a_kept_one_in(
    group: Vault, send: Callable[[], bytes]
) -> None:
    data = send()
    older = keep(group, look_into(group, data))
    keep(group, look_into(group, send()))
    group.erase_case(older)
    with pytest.raises(ReplayedError):
        look_into(group, data)
