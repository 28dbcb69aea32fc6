import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from vault_for_tests import NAME, PASSPHRASE, QUICK, Template

from familytrace.errors import (
    BackupDamagedError,
    NoSpaceError,
    VaultExistsError,
    WrongPassphraseError,
)
from familytrace.model.evidence import Evidence
from familytrace.model.person import PersonName
from familytrace.vault import backup, restore
from familytrace.vault.slots import Way
from familytrace.vault.vault import Vault

ALIM = PersonName(id="n1", text="Alim Sinaq", main=True)
PHOTO = os.urandom(600_000)


@pytest.fixture
def full(vault: Vault) -> Vault:
    vault.save("c1", ALIM)
    vault.add_evidence("c1", Evidence(id="e1", kind="photo"), io.BytesIO(PHOTO))
    vault.add_copy("c1", "e1", "thumbnail", io.BytesIO(b"small"))
    return vault


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "away").mkdir()
    return tmp_path / "away" / "records.ftbackup"


def check_restored(vault: Vault) -> None:
    assert vault.load("c1").names == (ALIM,)
    assert b"".join(vault.read_evidence("c1", "e1")) == PHOTO
    assert vault.check().is_sound
    vault.check_anchor()


def test_a_backup_gives_back_the_whole_vault(full: Vault, target: Path, tmp_path: Path) -> None:
    made = backup.back_up(full, target)
    assert made == backup.Made(full.head(), target.stat().st_size, 1, 0)
    assert list(target.parent.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o600
    full.close()
    restore.restore(target, tmp_path / "new" / NAME, Way.PASSPHRASE, PASSPHRASE)
    assert [path.name for path in (tmp_path / "new").iterdir()] == [NAME]
    with Vault.open(tmp_path / "new" / NAME, PASSPHRASE) as again:
        check_restored(again)
        assert again.head() == made.anchor


def test_a_backup_in_parts_gives_back_the_whole_vault(
    full: Vault, target: Path, tmp_path: Path, template: Template
) -> None:
    made = backup.back_up(full, target, part=300_000)
    names = sorted(path.name for path in target.parent.iterdir())
    assert len(names) == made.parts > 2
    assert names[:2] == ["records.ftbackup", "records.ftbackup.2"]
    assert sum(path.stat().st_size for path in target.parent.iterdir()) == made.size
    restore.restore(target, tmp_path / NAME[::-1], Way.COMPUTER, template.secret)
    with template.open(tmp_path / NAME[::-1]) as again:
        check_restored(again)
    target.with_name("records.ftbackup.2").unlink()
    with pytest.raises(BackupDamagedError):
        restore.verify(target)


def test_nothing_of_a_backup_is_readable(full: Vault, target: Path) -> None:
    full.add_evidence("c1", Evidence(id="e2"), io.BytesIO(b"canary " * 50))
    backup.back_up(full, target)
    data = target.read_bytes()
    assert b"canary" not in data
    assert b"Sinaq" not in data


def test_every_damage_to_a_backup_is_found_and_nothing_is_restored(
    full: Vault, target: Path, tmp_path: Path
) -> None:
    backup.back_up(full, target)
    key = full.key
    good = target.read_bytes()
    restore.verify(target, key=key)
    damages = [b"", good[:100], good[:-1], good[:-1024], good + b"\0" * 512, good[512:]]
    damages += [
        good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        for at in range(0, len(good), len(good) // 97)
    ]
    place = tmp_path / "never"
    for damaged in damages:
        target.write_bytes(damaged)
        with pytest.raises(BackupDamagedError):
            restore.verify(target, key=key)
    for damaged in damages[:8]:
        target.write_bytes(damaged)
        with pytest.raises(BackupDamagedError):
            restore.restore(target, place / NAME, Way.PASSPHRASE, PASSPHRASE)
        assert not place.exists() or list(place.iterdir()) == []


def test_a_wrong_passphrase_restores_nothing(full: Vault, target: Path, tmp_path: Path) -> None:
    backup.back_up(full, target)
    with pytest.raises(WrongPassphraseError):
        restore.restore(target, tmp_path / "x" / NAME, Way.PASSPHRASE, "other")
    assert list((tmp_path / "x").iterdir()) == []


def test_a_backup_made_by_another_key_is_refused(full: Vault, target: Path, tmp_path: Path) -> None:
    backup.back_up(full, target)
    with pytest.raises(BackupDamagedError):
        restore.verify(target, key=bytes(32))


def test_a_backup_opens_with_the_passphrase_of_its_day(
    full: Vault, target: Path, tmp_path: Path
) -> None:
    backup.back_up(full, target)
    full.change_passphrase("another six words", cost=QUICK)
    restore.restore(target, tmp_path / "x" / NAME, Way.PASSPHRASE, PASSPHRASE)
    with Vault.open(tmp_path / "x" / NAME, PASSPHRASE) as again:
        check_restored(again)


def test_nothing_is_overwritten(full: Vault, target: Path, tmp_path: Path) -> None:
    target.write_bytes(b"mine")
    with pytest.raises(VaultExistsError):
        backup.back_up(full, target)
    assert target.read_bytes() == b"mine"
    target.unlink()
    backup.back_up(full, target)
    (tmp_path / "there").mkdir()
    with pytest.raises(VaultExistsError):
        restore.restore(target, tmp_path / "there", Way.PASSPHRASE, PASSPHRASE)


class StoppedError(Exception):
    """The person pressed stop."""


def test_a_stopped_backup_or_restore_leaves_nothing(
    full: Vault, target: Path, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    backup.back_up(full, target, lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)
    target.unlink()
    for stop_at in range(0, len(told), 2):
        left = iter(range(stop_at))

        def stop(_done: int, _whole: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise StoppedError

        with pytest.raises(StoppedError):
            backup.back_up(full, target, stop)
        assert list(target.parent.iterdir()) == []
        assert not list(full.folder.glob(".tmp-*"))
    backup.back_up(full, target)

    def stop_at_once(_done: int, _whole: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        restore.restore(target, tmp_path / "x" / NAME, Way.PASSPHRASE, PASSPHRASE, stop_at_once)
    assert list((tmp_path / "x").iterdir()) == []


def test_records_can_be_saved_between_two_steps_of_a_backup(
    full: Vault, target: Path, tmp_path: Path
) -> None:
    work = backup.steps(full, target)
    for number, _told in enumerate(work):
        full.save("c1", PersonName(id=f"m{number}", text="meanwhile"))
    restore.restore(target, tmp_path / "x" / NAME, Way.PASSPHRASE, PASSPHRASE)
    with Vault.open(tmp_path / "x" / NAME, PASSPHRASE) as again:
        check_restored(again)


def test_a_lost_file_of_evidence_does_not_stop_a_backup(full: Vault, target: Path) -> None:
    next((full.folder / "media").iterdir()).unlink()
    assert backup.back_up(full, target).missing == 1


def test_a_full_stick_leaves_no_half_backup(full: Vault, target: Path) -> None:
    command = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(target.parent)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system does not let tests mount a small disk")
    try:
        with pytest.raises(NoSpaceError):
            backup.back_up(full, target)
        assert list(target.parent.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", str(target.parent)], check=True)


def test_a_manifest_is_read_strictly() -> None:
    for wrong in (b"", b"{}", b"[]", b'{"format":"other"}', b"\xff"):
        with pytest.raises(BackupDamagedError):
            backup.manifest_from(wrong)
