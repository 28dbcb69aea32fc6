"""The owner sees everything, and can bring it back in elsewhere."""

from collections.abc import Callable

from familytrace.actions.import_case import import_case
from familytrace.actions.show_case import case_document
from familytrace.vault.vault import Vault


def test_the_owner_sees_sources_and_protected_names(
    bring: Callable[[str], str], family: Vault
) -> None:
    document = case_document(family, bring("T06"))
    assert any("source_name" in claim for claim in document["case"]["claims"])
    assert document["case"]["safety"]["protected"]


def test_what_is_shown_can_be_taken_in_again(bring: Callable[[str], str], family: Vault) -> None:
    first = case_document(family, bring("T05"))
    again = case_document(family, import_case(family, first, confirm_consents=True).case_id)
    assert len(first["case"]["claims"]) == len(again["case"]["claims"])
    assert first["case"]["event"]["date"] == again["case"]["event"]["date"]
