from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from vault_for_tests import Hands

from familytrace.model.person import Person, PersonName
from familytrace.vault import drafts
from familytrace.vault.vault import Vault

NAME = PersonName(id="n1", text="Alim")


def test_typing_overwrites_one_row_and_leaves_no_history(vault: Vault) -> None:
    for letters in ("A", "Al", "Ali"):
        vault.put_draft("c1", replace(NAME, text=letters))
    assert vault.drafts("c1") == (replace(NAME, text="Ali"),)
    assert vault.history("c1") == ()
    assert vault.cases() == ()


def test_flushing_makes_one_entry_of_history(vault: Vault) -> None:
    vault.put_draft("c1", NAME)
    vault.put_draft("c1", Person(sex="male"))
    assert vault.flush() == 2
    assert vault.load("c1").names == (NAME,)
    assert {entry.step for entry in vault.history("c1")} == {1}
    assert vault.drafts("c1") == ()
    assert vault.flush() == 0


def test_flushing_one_case_leaves_the_other(vault: Vault) -> None:
    vault.put_draft("c1", NAME)
    vault.put_draft("c2", NAME)
    vault.flush("c1")
    assert [line.id for line in vault.cases()] == ["c1"]
    assert vault.drafts("c2") == (NAME,)


def test_saving_a_record_ends_its_draft(vault: Vault) -> None:
    vault.put_draft("c1", NAME)
    vault.save("c1", replace(NAME, text="Alim Sinaq"))
    assert vault.drafts("c1") == ()


def test_a_dropped_draft_is_gone(vault: Vault) -> None:
    vault.put_draft("c1", NAME)
    drafts.drop(vault.store, "c1", "person_name", "n1")
    assert vault.flush() == 0


def test_what_was_typed_before_a_crash_is_saved_at_the_next_opening(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault], hands: Hands
) -> None:
    vault.put_draft("c1", NAME)
    vault.abandon()
    with reopen(folder) as again:
        assert again.load("c1").names == (NAME,)
        assert again.history("c1")[0].reason == "recovered"


def test_a_draft_of_another_version_does_not_keep_the_vault_shut(
    vault: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    vault.put_draft("c1", NAME)
    vault.put_draft("c1", Person(sex="male"))
    vault.store.do("UPDATE draft SET body = '{\"text\":7}' WHERE noun = 'person_name'")
    vault.abandon()
    with reopen(folder) as again:
        assert again.load("c1").person.sex == "male"
        assert again.store.ask("SELECT count(*) FROM draft WHERE noun = 'person_name'") == [(1,)]
