import io
from pathlib import Path

import pytest
from vault_for_tests import Template

from familytrace.errors import HistoryBrokenError
from familytrace.model.consent import Answer, Consent
from familytrace.model.evidence import Evidence
from familytrace.model.person import PersonName
from familytrace.vault import connection
from familytrace.vault.checkup import Findings
from familytrace.vault.vault import Vault


def test_a_sound_vault_says_how_much_was_looked_at(vault: Vault) -> None:
    vault.save("c1", PersonName(text="Alim Sinaq"))
    vault.add_evidence("c1", Evidence(id="e1"), io.BytesIO(b"photo"))
    told: list[tuple[int, int]] = []
    findings = vault.check(lambda done, whole: told.append((done, whole)))
    assert findings == Findings(entries=2, files=1)
    assert findings.is_sound
    assert told[-1] == (3, 3)


def test_a_broken_history_is_named_by_its_entry(vault: Vault) -> None:
    for number in range(5):
        vault.save("c1", PersonName(id=f"n{number}", text="x"))
    vault.store.do("DROP TRIGGER history_is_only_blanked")
    vault.store.do("UPDATE history SET act = 'redo' WHERE number = 3")
    findings = vault.check()
    assert (findings.broken_at, findings.is_sound) == (3, False)


def test_search_rows_of_no_case_are_found(vault: Vault) -> None:
    vault.save("c1", PersonName(text="x"))
    assert vault.search("x")
    vault.store.do("DELETE FROM case_line")
    assert vault.check().engine == ("search",)


def test_a_damaged_page_is_found(template: Template, folder: Path) -> None:
    with template.open(folder) as vault:
        vault.save("c1", *(PersonName(text="x" * 900) for _ in range(50)))
        tree = vault.store.ask("SELECT rootpage FROM sqlite_master WHERE name = 'person_name'")
    path = folder / "cases.db"
    data = bytearray(path.read_bytes())
    data[(tree[0][0] - 1) * 4096 + 2000] ^= 1
    path.write_bytes(bytes(data))
    vault = template.open(folder)
    findings = vault.check()
    assert "pages" in findings.engine
    assert not findings.is_sound
    vault.abandon()


def test_an_old_page_put_back_revives_no_agreement(template: Template, folder: Path) -> None:
    path = folder / "cases.db"
    with template.open(folder) as vault:
        vault.save("c1", Consent(id="k1", answer=Answer.YES))
        pages = vault.store.ask("SELECT rootpage FROM sqlite_master WHERE name = 'consent'")
    at = (pages[0][0] - 1) * 4096
    page = path.read_bytes()[at : at + 4096]
    with template.open(folder) as vault:
        vault.save("c1", Consent(id="k1", answer=Answer.WITHDRAWN))
    data = path.read_bytes()
    assert data[at : at + 4096] != page
    path.write_bytes(data[:at] + page + data[at + 4096 :])
    with template.open(folder) as vault:
        vault.check_anchor()
        assert connection.troubles(vault.store.database) == ()
        with pytest.raises(HistoryBrokenError):
            vault.records("consent", "c1")
        findings = vault.check()
        assert (findings.broken_at, findings.is_sound) == (2, False)
