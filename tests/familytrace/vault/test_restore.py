"""A backup that version 1 of the format wrote is restored by every later program."""

from pathlib import Path

import pytest
from vault_for_tests import Template

from familytrace.errors import BackupDamagedError, RecoveryCodeTypoError
from familytrace.vault import recovery, restore
from familytrace.vault.slots import Way
from familytrace.vault.vault import Vault

BACKUP = Path(__file__).parents[2] / "data" / "vaults" / "version-1.ftbackup"
WORDS = "abandon zoo river stone orange apple"
CODE = "100067 225731 178354 105798 402127 254023 379830 476652"


@pytest.fixture
def restored(tmp_path: Path) -> Path:
    restore.restore(BACKUP, tmp_path / "v1.familytrace", Way.PASSPHRASE, WORDS)
    return tmp_path / "v1.familytrace"


def test_what_version_1_kept_is_all_there(restored: Path) -> None:
    with Vault.open(restored, "aban zoo rive ston oran appl") as vault:
        vault.check_anchor()
        assert vault.check().is_sound
        case = vault.load("c1")
        assert [name.text for name in case.names] == ["\u0626\u0627\u0644\u0649\u0645 Sinaq"]
        assert case.claims[0].status == "missing_no_news"
        assert b"".join(vault.read_evidence("c1", "e1")) == b"a photo" * 100
        assert [line.code for line in vault.search("sinaq spring")] == ["K-1"]
        assert len(vault.history("c1")) == 7


def test_what_version_1_kept_can_be_gone_on_with(restored: Path) -> None:
    with Vault.open(restored, WORDS) as vault:
        vault.undo("c1")
        assert vault.load("c1").evidence == ()
        vault.redo("c1")
        assert [one.id for one in vault.load("c1").evidence] == ["e1"]
        assert vault.check().is_sound


def test_its_recovery_code_restores_it_too(tmp_path: Path) -> None:
    code = recovery.from_code(CODE)
    restore.restore(BACKUP, tmp_path / "v1.familytrace", Way.RECOVERY, code)
    Vault.open_with_recovery(tmp_path / "v1.familytrace", CODE).close()
    with pytest.raises(RecoveryCodeTypoError):
        Vault.open_with_recovery(tmp_path / "v1.familytrace", "1" + CODE[:1] + CODE[2:])


def test_its_tables_are_those_of_a_new_vault(restored: Path, template: Template) -> None:
    question = "SELECT name, sql FROM sqlite_master ORDER BY name"
    with Vault.open(restored, WORDS) as old, template.open(template.folder) as new:
        assert old.store.ask(question) == new.store.ask(question)


def test_a_restored_vault_is_private(restored: Path) -> None:
    for path in (restored, *restored.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path.name
    assert list(restored.parent.iterdir()) == [restored]


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"text", BACKUP.read_bytes()[:-1]):
        (tmp_path / "x.ftbackup").write_bytes(content)
        with pytest.raises(BackupDamagedError):
            restore.verify(tmp_path / "x.ftbackup")
    with pytest.raises(BackupDamagedError):
        restore.verify(tmp_path / "none.ftbackup")
