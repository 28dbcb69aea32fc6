import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from familytrace.errors import NotFoundError, NothingToUndoError
from familytrace.model.claim import Claim
from familytrace.model.evidence import Evidence
from familytrace.model.partial_date import PartialDate
from familytrace.model.person import PersonName
from familytrace.model.recipient import LedgerEntry
from familytrace.vault import history, senders
from familytrace.vault.vault import Vault


def everything(vault: Vault) -> str:
    """Return all that the open database still knows, tables and search pages alike."""
    tables = vault.store.ask("SELECT name FROM sqlite_master WHERE type = 'table'")
    rows = [
        row
        for (table,) in tables
        if not table.startswith(("search_words", "search_parts"))
        or table.endswith(("_data", "_docsize"))
        for row in vault.store.ask(f"SELECT * FROM {table}")
    ]
    return repr(rows).lower()


@pytest.fixture
def full(vault: Vault) -> Vault:
    vault.save("c1", PersonName(id="n1", text="Canary Sinaq", main=True))
    vault.save("c1", Claim(id="k1", note="Heard from canary, who fled"))
    vault.save("c1", Claim(id="k2", note="Something else"))
    vault.save("c2", PersonName(id="n1", text="Other"))
    vault.put_draft("c1", Claim(id="k2", note="Canary again"))
    assert vault.search("canary")  # the search tables hold it now
    return vault


def test_an_erased_record_is_gone_from_everywhere_for_good(full: Vault) -> None:
    full.put_draft("c1", Claim(id="k1", note="canary typed"))
    for table, record in (("claim", "k1"), ("person_name", "n1"), ("claim", "k2")):
        full.erase_record("c1", table, record)
    assert "canary" not in everything(full)
    assert full.search("canary") == ()
    assert full.load("c1").claims == ()
    assert history.verify(full.store) == full.head()
    assert full.check().is_sound
    with pytest.raises(NothingToUndoError):
        full.undo("c1")


def test_undo_takes_back_only_what_was_not_erased(full: Vault) -> None:
    full.flush()
    full.erase_record("c1", "claim", "k1")
    full.undo("c1")
    full.undo("c1")
    assert full.load("c1").claims == ()
    assert len(full.load("c1").names) == 1
    full.redo("c1")
    assert [claim.id for claim in full.load("c1").claims] == ["k2"]


def test_a_deleted_record_can_still_be_erased(full: Vault) -> None:
    full.delete("c1", "claim", "k1")
    full.erase_record("c1", "claim", "k1")
    with suppress(NothingToUndoError):
        while True:
            full.undo("c1")
    assert "k1" not in [claim.id for claim in full.load("c1").claims]
    with pytest.raises(NotFoundError):
        full.erase_record("c1", "claim", "never")


def test_an_erased_word_is_cut_out_everywhere_in_any_case(full: Vault) -> None:
    assert full.erase_words("CANARY", instead="...") == 2
    assert "canary" not in everything(full)
    assert full.load("c1").names[0].text == "... Sinaq"
    assert full.load("c1").claims[0].note == "Heard from ..., who fled"
    assert sorted(line.title for line in full.cases()) == ["... Sinaq", "Other"]
    assert full.drafts("c1") == ()
    assert full.check().is_sound


def test_a_word_can_be_erased_from_one_case_alone(full: Vault) -> None:
    full.save("c2", Claim(id="k9", note="canary stays"))
    full.erase_words("canary", case_id="c1")
    assert full.load("c2").claims[0].note == "canary stays"
    with pytest.raises(ValueError, match="nothing"):
        full.erase_words("  ")


def test_an_erased_case_leaves_only_that_something_was_sent(full: Vault, tmp_path: Path) -> None:
    line = full.prepare_export(LedgerEntry(case_id="c1", recipient="r1"), tmp_path / "x")
    full.add_evidence("c1", Evidence(id="e1"), io.BytesIO(b"photo"))
    full.erase_case("c1")
    assert "canary" not in everything(full)
    assert [one.id for one in full.cases()] == ["c2"]
    assert full.exports() == (line,)
    assert list((full.folder / "media").iterdir()) == []
    assert full.check().is_sound
    with pytest.raises(NotFoundError):
        full.load("c1")


def test_erasing_shreds_the_files_of_evidence(full: Vault) -> None:
    full.add_evidence("c1", Evidence(id="e1"), io.BytesIO(b"photo"))
    full.erase_record("c1", "evidence", "e1")
    assert list((full.folder / "media").iterdir()) == []
    with pytest.raises(NotFoundError):
        full.read_evidence("c1", "e1")


def test_the_kept_journal_holds_no_old_pages_after_erasing(
    full: Vault, folder: Path, reopen: Callable[[Path], Vault]
) -> None:
    assert (folder / "cases.db-journal").stat().st_size > 0
    full.erase_words("canary")
    assert (folder / "cases.db-journal").stat().st_size == 0
    full.close()
    with reopen(folder) as again:
        assert "canary" not in everything(again)


def test_looking_through_everything_finds_what_was_not_erased(full: Vault) -> None:
    assert "canary" in everything(full)
    for table in ("history", "claim", "draft", "case_line", "search_words_data"):
        assert "canary" in repr(full.store.ask(f"SELECT * FROM {table}")).lower(), table


def test_erasing_reaches_senders_and_the_copy_set_aside(full: Vault, folder: Path) -> None:
    senders.know_sender(full.store, "key", label="Canary's aunt")
    senders.note_received(
        full.store, senders.Received("p1", "key", 1, "", "c1", "now", {"from": "canary"})
    )
    (folder / "cases-before-update.db").write_bytes(b"older")
    full.erase_words("canary", instead="X")
    assert "canary" not in everything(full)
    assert senders.received_packages(full.store)[0].body == {"from": "X"}
    assert not (folder / "cases-before-update.db").exists()


def test_a_year_is_cut_from_words_and_not_from_what_dates_mean(full: Vault) -> None:
    claim = Claim(id="k7", note="in 2018", as_of=PartialDate(edtf="2018", told="in 2018"))
    full.save("c1", claim)
    full.erase_words("2018", instead="...")
    kept = full.load("c1").claims[-1]
    assert (kept.note, kept.as_of) == ("in ...", PartialDate(edtf="2018", told="in ..."))
