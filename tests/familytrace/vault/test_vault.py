from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from vault_for_tests import Hands

from familytrace.errors import NotFoundError, NothingToUndoError
from familytrace.model.case import Case, CaseFile
from familytrace.model.claim import Claim
from familytrace.model.consent import Consent
from familytrace.model.evidence import Evidence
from familytrace.model.person import Person, PersonName
from familytrace.model.recipient import Recipient
from familytrace.vault import history, rows
from familytrace.vault.history import Act
from familytrace.vault.vault import Vault

ALIM = PersonName(id="n1", text="Alim Sinaq", main=True)


def test_what_was_saved_is_loaded_in_its_order(vault: Vault) -> None:
    file, person = CaseFile(code="K-7"), Person(sex="male")
    names = (ALIM, PersonName(id="n0", text="A. Sinaq"), PersonName(id="n2", text="Sinaq"))
    vault.save("c1", file, person, *names)
    assert vault.load("c1") == Case(id="c1", file=file, person=person, names=names)


def test_what_was_saved_is_there_in_the_next_session(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    vault.save("c1", ALIM)
    vault.close()
    with reopen(folder) as again:
        assert again.load("c1").names == (ALIM,)
        again.check_anchor()


def test_a_new_record_gets_a_random_id_made_from_nothing(vault: Vault) -> None:
    first, second = vault.save("c1", PersonName(text="Sinaq"), PersonName(text="Sinaq"))
    assert len({first.id, second.id, ""}) == 3
    assert vault.load("c1").names == (first, second)


def test_saving_again_changes_in_place_and_saving_the_same_does_nothing(vault: Vault) -> None:
    other = PersonName(id="n2", text="Sinaq")
    vault.save("c1", ALIM, other)
    changed = replace(ALIM, text="Alim S.")
    vault.save("c1", changed)
    assert vault.load("c1").names == (changed, other)
    before = vault.history("c1")
    vault.save("c1", changed, other)
    assert vault.history("c1") == before


def test_a_case_without_a_name_is_listed(vault: Vault) -> None:
    vault.save("c1", CaseFile(title="Case of March"))
    line = vault.cases()[0]
    assert (line.id, line.title, line.cover, line.status) == ("c1", "", "Case of March", "unknown")


def test_the_list_shows_name_code_and_status_the_last_changed_first(
    vault: Vault, hands: Hands
) -> None:
    vault.save("c1", CaseFile(code="K-1"), ALIM)
    vault.save("c2", CaseFile(code="K-2"), PersonName(text="Gulnar Sinaq"))
    hands.on(minutes=1)
    vault.save("c1", Claim(kind="status", status="sentenced_prison"))
    assert [(line.code, line.title, line.status) for line in vault.cases()] == [
        ("K-1", "Alim Sinaq", "sentenced_prison"),
        ("K-2", "Gulnar Sinaq", "unknown"),
    ]
    assert vault.cases()[0].updated == hands.now


def test_records_that_belong_to_no_case_stand_beside_them(vault: Vault) -> None:
    office = Recipient(id="r1", name="Office")
    vault.save("", office)
    vault.save("c1", Consent(id="k1", recipient="r1"))
    assert vault.records("recipient") == (office,)
    assert [one.id for one in vault.records("consent", "c1")] == ["k1"]
    assert [line.id for line in vault.cases()] == ["c1"]


def test_a_deleted_record_is_gone_until_it_is_undone(vault: Vault) -> None:
    other = PersonName(id="n2", text="Sinaq")
    vault.save("c1", ALIM, other)
    vault.delete("c1", "person_name", "n1")
    assert vault.load("c1").names == (other,)
    vault.undo("c1")
    assert vault.load("c1").names == (ALIM, other)


def test_what_is_not_there_cannot_be_loaded_or_deleted(vault: Vault) -> None:
    with pytest.raises(NotFoundError):
        vault.load("c9")
    with pytest.raises(NotFoundError):
        vault.delete("c9", "claim", "x")


def test_agreements_are_never_deleted_or_undone(vault: Vault) -> None:
    vault.save("c1", ALIM)
    vault.save("c1", Consent(id="k1"))
    with pytest.raises(ValueError, match="consent"):
        vault.delete("c1", "consent", "k1")
    vault.undo("c1")
    assert vault.load("c1").names == ()
    assert [one.id for one in vault.records("consent", "c1")] == ["k1"]
    with pytest.raises(NothingToUndoError):
        vault.undo("c1")


def test_undo_and_redo_walk_back_and_forth(vault: Vault) -> None:
    texts = ["one", "two", "three"]
    for text in texts:
        vault.save("c1", replace(ALIM, text=text))
    seen = []
    for step in (vault.undo, vault.undo, vault.redo, vault.redo, vault.undo):
        step("c1")
        seen.append(vault.load("c1").names[0].text)
    assert seen == ["two", "one", "two", "three", "two"]
    vault.save("c1", replace(ALIM, text="four"))
    with pytest.raises(NothingToUndoError):
        vault.redo("c1")


@pytest.mark.parametrize("reason", ["start", "import", "receive"])
def test_undo_never_takes_away_what_brought_a_case_in(vault: Vault, reason: str) -> None:
    vault.save("c1", CaseFile(code="K-1"), ALIM, reason=reason)
    vault.add_evidence("c1", Evidence(id="e1"), BytesIO(b"a photo"), reason=reason)
    vault.save("c1", replace(ALIM, text="Alim S."), reason="typed")
    vault.undo("c1")
    with pytest.raises(NothingToUndoError):
        vault.undo("c1")
    vault.save("c1", PersonName(id="n2", text="x"), reason="typed")
    vault.undo("c1")
    for step in (vault.undo, vault.redo, vault.undo, vault.undo):
        with suppress(NothingToUndoError):
            step("c1")
    case = vault.load("c1")
    assert ("K-1", (ALIM,), ["e1"]) == (case.file.code, case.names, [e.id for e in case.evidence])


def test_a_beginning_that_was_once_taken_back_can_still_be_done_again(vault: Vault) -> None:
    vault.save("c1", ALIM, reason="import")
    (step,) = history.steps(vault.store, "c1")
    away = [one.turned() for one in history.changes_of(vault.store, step.number)]
    rows.apply(vault.store, "c1", away, act=Act.UNDO, reason="undo", target=step.number)
    assert vault.load("c1").names == ()
    vault.redo("c1")
    assert vault.load("c1").names == (ALIM,)
    with pytest.raises(NothingToUndoError):
        vault.undo("c1")


def test_one_undo_takes_back_the_whole_step_of_one_case_only(vault: Vault) -> None:
    vault.save("c1", ALIM, Person(sex="male"), Claim(kind="status"))
    vault.save("c2", ALIM)
    vault.undo("c1")
    assert vault.load("c1") == Case(id="c1")
    assert vault.load("c2").names == (ALIM,)


def test_what_we_knew_when_can_be_answered(vault: Vault, hands: Hands) -> None:
    first = hands.now
    vault.save("c1", ALIM)
    second = hands.on(hours=1)
    vault.save("c1", replace(ALIM, text="Alim S."), PersonName(id="n2", text="x"))
    third = hands.on(hours=1)
    vault.delete("c1", "person_name", "n1")
    assert [name.text for name in vault.as_of("c1", first).names] == ["Alim Sinaq"]
    assert [name.text for name in vault.as_of("c1", second).names] == ["Alim S.", "x"]
    assert [name.text for name in vault.as_of("c1", third).names] == ["x"]
    with pytest.raises(NotFoundError):
        vault.as_of("c1", hands.on(days=-2))


def test_the_history_tells_what_stood_before_and_after(vault: Vault, hands: Hands) -> None:
    vault.save("c1", ALIM, reason="typed")
    hands.on(hours=1)
    vault.save("c1", replace(ALIM, text="Alim S."))
    first, second = vault.history("c1")
    assert (first.reason, first.before, first.after["text"]) == ("typed", None, "Alim Sinaq")
    assert (second.before["text"], second.after["text"]) == ("Alim Sinaq", "Alim S.")
    assert second.at == hands.now


def test_texts_of_any_kind_survive(vault: Vault) -> None:
    hard = "a\0b\ud800 \u202e\U0001f600 '\"; DROP TABLE person; \u0626\u06c7"
    vault.save("c1", PersonName(id="n1", text=hard))
    assert vault.load("c1").names[0].text == hard.replace("\ud800", "?")


def test_secrets_for_outside_last_and_differ(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    secret, name = vault.secret("ids"), vault.pseudonym("ids", "r1", "c1")
    assert vault.secret("other") != secret
    assert len({name, vault.pseudonym("ids", "r1c", "1"), vault.pseudonym("ids", "r2", "c1")}) == 3
    vault.close()
    with reopen(folder) as again:
        assert (again.secret("ids"), again.pseudonym("ids", "r1", "c1")) == (secret, name)


def test_a_note_about_the_whole_vault_lasts_and_never_meets_its_secrets(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    secret = vault.secret("x")
    vault.remember("secret", "casework")
    assert vault.secret("x") == secret
    vault.close()
    with reopen(folder) as again:
        assert again.remembered("secret") == "casework"
        assert again.remembered("none") is None
