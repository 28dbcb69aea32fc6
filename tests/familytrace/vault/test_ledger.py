import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from vault_for_tests import Template

from familytrace.errors import NothingToUndoError
from familytrace.model.recipient import LedgerEntry
from familytrace.vault.vault import Vault

DATA = b"a sealed package"


def entry(sequence: int = 1, recipient: str = "r1") -> LedgerEntry:
    return LedgerEntry(
        case_id="c1",
        recipient=recipient,
        sequence=sequence,
        sha256=hashlib.sha256(DATA).hexdigest(),
    )


def test_a_line_is_prepared_and_then_written(vault: Vault, tmp_path: Path) -> None:
    prepared = vault.prepare_export(entry(), tmp_path / "case.ftcase")
    assert vault.exports() == (prepared,)
    assert (prepared.state, prepared.at is not None) == ("prepared", True)
    written = vault.settle_export(prepared, written=True)
    assert vault.exports() == (written,)
    assert written.state == "written"


def test_the_newest_line_to_each_recipient_is_known(vault: Vault, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        line = vault.prepare_export(entry(number), tmp_path / "x")
        vault.settle_export(line, written=number < 3)
    vault.prepare_export(entry(1, "r2"), tmp_path / "x")
    last = vault.last_export("r1")
    assert last is not None
    assert last.sequence == 2
    assert len(vault.exports("r1")) == 3
    assert vault.last_export("r3") is None


@pytest.mark.parametrize(
    ("content", "state"), [(DATA, "written"), (b"another", "lost"), (None, "lost")]
)
def test_an_interrupted_export_is_settled_at_the_next_opening(
    template: Template, folder: Path, content: bytes | None, state: str
) -> None:
    target = folder.parent / "case.ftcase"
    vault = template.open(folder)
    vault.prepare_export(entry(), target)
    if content is not None:
        target.write_bytes(content)
    vault.abandon()
    with template.open(folder) as again:
        assert [line.state for line in again.exports()] == [state]


def test_a_place_that_is_not_there_leaves_it_unsure(
    vault: Vault, folder: Path, tmp_path: Path, reopen: Callable[[Path], Vault]
) -> None:
    vault.prepare_export(entry(), tmp_path / "stick" / "case.ftcase")
    vault.abandon()
    with reopen(folder) as again:
        assert [line.state for line in again.exports()] == ["unsure"]
        assert again.last_export("r1") is not None


def test_what_left_can_be_neither_undone_nor_deleted(vault: Vault, tmp_path: Path) -> None:
    line = vault.prepare_export(entry(), tmp_path / "x")
    with pytest.raises(NothingToUndoError):
        vault.undo("c1")
    with pytest.raises(ValueError, match="ledger"):
        vault.delete("c1", "ledger", line.id)
