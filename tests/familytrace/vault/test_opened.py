"""Every way in, and everything that can go wrong there, with the real thing."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from vault_for_tests import PASSPHRASE, QUICK, Template

from familytrace import canonical
from familytrace.errors import (
    DiskFailedError,
    FamilyTraceError,
    HistoryBrokenError,
    KeysChangedError,
    KeysDamagedError,
    KeysMissingError,
    NoSpaceError,
    OlderCopyError,
    ReadOnlyError,
    RecoveryCodeTypoError,
    VaultDamagedError,
    VaultEmptyError,
    VaultExistsError,
    VaultInUseError,
    VaultMissingError,
    VaultTooNewError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from familytrace.model.person import PersonName
from familytrace.vault import keys, recovery
from familytrace.vault.opened import new_folder_name
from familytrace.vault.vault import Vault

NAME = PersonName(id="n1", text="Alim Sinaq")


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_vault_opens_by_passphrase_and_by_recovery_code(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er" / new_folder_name()
    vault, code = Vault.create(folder, PASSPHRASE, cost=QUICK)
    vault.save("c1", NAME)
    vault.close()
    with Vault.open(folder, f"  {PASSPHRASE.upper()} ") as again:
        assert again.load("c1").names == (NAME,)
    with Vault.open_with_recovery(folder, code) as again:
        assert again.load("c1").names == (NAME,)
    names = {path.name for path in folder.iterdir()}
    assert names == {"READ-ME.txt", "keys.json", "keys.backup.json", "cases.db", "media"}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert list(folder.parent.iterdir()) == [folder]


def test_a_new_vault_takes_nobodys_place(folder: Path) -> None:
    before = everything(folder)
    with pytest.raises(VaultExistsError):
        Vault.create(folder, PASSPHRASE, cost=QUICK)
    assert everything(folder) == before


def refused(folder: Path, expected: type[FamilyTraceError], open_it: Callable[[], Vault]) -> None:
    """Check that opening fails in this very way and changes no byte."""
    before = everything(folder)
    with pytest.raises(expected):
        open_it()
    assert everything(folder) == before


def test_a_wrong_passphrase_changes_nothing(folder: Path) -> None:
    refused(folder, WrongPassphraseError, lambda: Vault.open(folder, "seven quiet rivers"))


def test_a_wrong_recovery_code_changes_nothing(folder: Path) -> None:
    other = recovery.as_code(bytes(16))
    refused(folder, WrongRecoveryCodeError, lambda: Vault.open_with_recovery(folder, other))
    refused(
        folder, RecoveryCodeTypoError, lambda: Vault.open_with_recovery(folder, "1" + other[1:])
    )


def test_a_place_without_a_vault_is_named(tmp_path: Path) -> None:
    refused(tmp_path, VaultMissingError, lambda: Vault.open(tmp_path / "none", PASSPHRASE))
    refused(tmp_path, KeysMissingError, lambda: Vault.open(tmp_path, PASSPHRASE))


def test_missing_and_damaged_keys_are_told_apart(folder: Path, template: Template) -> None:
    (folder / keys.KEYS).unlink()
    (folder / keys.KEYS_BACKUP).write_bytes(b"{")
    refused(folder, KeysDamagedError, lambda: template.open(folder))
    (folder / keys.KEYS_BACKUP).unlink()
    refused(folder, KeysMissingError, lambda: template.open(folder))


def test_one_lost_key_file_is_made_again_from_the_other(folder: Path, template: Template) -> None:
    good = (folder / keys.KEYS).read_bytes()
    (folder / keys.KEYS).write_bytes(b"\0" * 100)
    template.open(folder).abandon()
    assert (folder / keys.KEYS).read_bytes() == good
    (folder / keys.KEYS_BACKUP).unlink()
    template.open(folder).abandon()
    assert (folder / keys.KEYS_BACKUP).read_bytes() == good


def test_a_missing_an_empty_and_a_cut_database_are_told_apart(
    folder: Path, template: Template
) -> None:
    path = folder / "cases.db"
    data = path.read_bytes()
    path.write_bytes(b"")
    refused(folder, VaultEmptyError, lambda: template.open(folder))
    for size in (5000, len(data) - 1):
        path.write_bytes(data[:size])
        refused(folder, VaultEmptyError, lambda: template.open(folder))
    for size in (4096, len(data) - 4096):
        path.write_bytes(data[:size])
        refused(folder, VaultDamagedError, lambda: template.open(folder))
    path.unlink()
    refused(folder, VaultMissingError, lambda: template.open(folder))


def test_a_damaged_first_page_and_a_strangers_database_are_refused(
    folder: Path, template: Template, tmp_path: Path
) -> None:
    path = folder / "cases.db"
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" + data[101:])
    refused(folder, VaultDamagedError, lambda: template.open(folder))
    other, _code = Vault.create(tmp_path / "other", PASSPHRASE, cost=QUICK)
    other.close()
    path.write_bytes((tmp_path / "other" / "cases.db").read_bytes())
    refused(folder, VaultDamagedError, lambda: template.open(folder))


def test_a_damaged_page_is_named_when_it_is_read(folder: Path, template: Template) -> None:
    with template.open(folder) as vault:
        for number in range(60):
            vault.save("c1", PersonName(id=f"n{number}", text="x" * 900))
        tree = vault.store.ask("SELECT rootpage FROM sqlite_master WHERE name = 'person_name'")
    path = folder / "cases.db"
    data = bytearray(path.read_bytes())
    at = (tree[0][0] - 1) * 4096 + 1000
    data[at] ^= 1
    path.write_bytes(bytes(data))
    vault = template.open(folder)
    with pytest.raises(VaultDamagedError):
        vault.load("c1")
    vault.abandon()


def test_a_vault_of_a_newer_program_is_left_alone(folder: Path, template: Template) -> None:
    vault = template.open(folder)
    vault.store.do("PRAGMA user_version=999")
    vault.abandon()
    refused(folder, VaultTooNewError, lambda: template.open(folder))
    plain = json.loads((folder / keys.KEYS).read_bytes())
    (folder / keys.KEYS).write_bytes(canonical.encode({**plain, "version": 99}))
    refused(folder, VaultTooNewError, lambda: template.open(folder))


def test_a_second_opening_is_refused_while_the_first_goes_on(
    folder: Path, template: Template
) -> None:
    with template.open(folder) as vault:
        with pytest.raises(VaultInUseError):
            template.open(folder)
        vault.save("c1", NAME)
    template.open(folder).close()


def test_a_changed_key_file_is_not_trusted(folder: Path, template: Template) -> None:
    vault = template.open(folder)
    changed = keys.advanced(keys.read(folder), b"another key of 32 bytes".ljust(32))
    vault.abandon()
    keys.write(folder, changed)
    refused(folder, KeysChangedError, lambda: template.open(folder))


def test_a_changed_passphrase_opens_and_the_old_one_no_longer(
    folder: Path, template: Template
) -> None:
    with template.open(folder) as vault:
        vault.change_passphrase("another six words", cost=QUICK)
    Vault.open(folder, "another six words").close()
    refused(folder, WrongPassphraseError, lambda: Vault.open(folder, PASSPHRASE))
    Vault.open_with_recovery(folder, template.code).close()


def test_a_changed_passphrase_does_not_touch_the_database(folder: Path, template: Template) -> None:
    with template.open(folder) as vault:
        vault.save("c1", NAME)
        size, page = (folder / "cases.db").stat().st_size, (folder / "cases.db").read_bytes()
        vault.change_passphrase("another six words", cost=QUICK)
        after = (folder / "cases.db").read_bytes()
    changed = sum(page[at : at + 4096] != after[at : at + 4096] for at in range(0, size, 4096))
    assert changed <= 2


def test_a_new_recovery_code_replaces_the_old_one(folder: Path, template: Template) -> None:
    with template.open(folder) as vault:
        code = vault.new_recovery_code()
    Vault.open_with_recovery(folder, code).close()
    refused(folder, WrongRecoveryCodeError, lambda: Vault.open_with_recovery(folder, template.code))


def test_a_computer_can_be_forgotten(folder: Path, template: Template) -> None:
    with template.open(folder) as vault:
        vault.forget_on_computers()
    refused(folder, WrongPassphraseError, lambda: template.open(folder))
    Vault.open(folder, PASSPHRASE).close()


def test_an_older_copy_put_back_is_noticed_but_can_be_read(
    folder: Path, template: Template
) -> None:
    with template.open(folder) as vault:
        vault.save("c1", NAME)
    older = everything(folder)
    with template.open(folder) as vault:
        vault.save("c1", PersonName(text="Later"))
        known = vault.head()
    newer = everything(folder)

    def put_back(files: dict[str, bytes], *only: str) -> Vault:
        for name, data in files.items():
            if not only or name.endswith(only):
                Path(name).write_bytes(data)
        return template.open(folder)

    whole = put_back(older)
    whole.check_anchor()
    with pytest.raises(OlderCopyError):
        whole.check_anchor(known)
    assert whole.load("c1").names == (NAME,)
    whole.abandon()
    put_back(newer).abandon()
    database = put_back(older, "cases.db")
    with pytest.raises(OlderCopyError):
        database.check_anchor()
    database.abandon()
    whole = put_back(newer)
    whole.check_anchor(known)
    whole.abandon()


def test_an_old_key_file_with_the_old_passphrase_is_noticed(
    folder: Path, template: Template
) -> None:
    old = everything(folder)
    with template.open(folder) as vault:
        vault.change_passphrase("another six words", cost=QUICK)
    for name in (keys.KEYS, keys.KEYS_BACKUP):
        (folder / name).write_bytes(old[str(folder / name)])
    vault = Vault.open(folder, PASSPHRASE)
    with pytest.raises(OlderCopyError):
        vault.check_anchor()
    vault.abandon()


def test_a_broken_history_is_noticed_at_opening(folder: Path, template: Template) -> None:
    with template.open(folder) as vault:
        vault.save("c1", NAME)
    vault = template.open(folder)
    vault.store.do("DROP TRIGGER history_is_only_blanked")
    vault.store.do("UPDATE history SET reason = 'other'")
    vault.abandon()
    vault = template.open(folder)
    with pytest.raises(HistoryBrokenError):
        vault.check_anchor()
    vault.abandon()


def test_closing_twice_is_closing_once(folder: Path, template: Template) -> None:
    vault = template.open(folder)
    vault.close()
    vault.close()


def test_no_error_holds_a_secret_or_a_place(folder: Path) -> None:
    with pytest.raises(WrongPassphraseError) as raised:
        Vault.open(folder, "canary words")
    said = f"{raised.value!r} {raised.value.said()} {raised.value.advice()}"
    assert "canary" not in said
    assert str(folder) not in said


# --- a full disk, a read-only place -----------------------------------------------------------


def mounted(place: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    """Give a place of its own with 1 MiB of room."""
    place = tmp_path / "stick"
    place.mkdir()
    if not mounted(place, "size=1m"):
        pytest.skip("this system does not let tests mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def fill(place: Path) -> Path:
    filler = place / "filler"
    with filler.open("ab", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    return filler


def test_a_full_disk_loses_nothing_and_stops_nothing_but_saving(
    stick: Path, template: Template
) -> None:
    folder = template.copy(stick)
    vault = template.open(folder)
    vault.save("c1", NAME)
    filler = fill(stick)
    big = PersonName(id="n2", text="x" * 200_000)
    with pytest.raises(NoSpaceError):
        vault.save("c1", big)
    with pytest.raises(NoSpaceError):
        vault.change_passphrase("another six words", cost=QUICK)
    assert vault.load("c1").names == (NAME,)
    vault.close()
    again = Vault.open(folder, PASSPHRASE)
    assert again.load("c1").names == (NAME,)
    filler.unlink()
    again.save("c1", PersonName(id="n3", text="room again"))
    again.close()
    with template.open(folder) as vault:
        vault.check_anchor()
        assert vault.check().is_sound
        assert len(vault.load("c1").names) == 2


def test_a_vault_is_not_half_made_on_a_full_disk(stick: Path) -> None:
    fill(stick)
    with pytest.raises((NoSpaceError, DiskFailedError)):
        Vault.create(stick / new_folder_name(), PASSPHRASE, cost=QUICK)
    assert [path.name for path in stick.iterdir()] == ["filler"]


def test_a_read_only_place_is_named_and_left(stick: Path, template: Template) -> None:
    folder = template.copy(stick)
    subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
    refused(folder, ReadOnlyError, lambda: template.open(folder))
    with pytest.raises(ReadOnlyError):
        Vault.create(stick / new_folder_name(), PASSPHRASE, cost=QUICK)


def test_a_limit_on_file_size_is_a_failing_disk_and_loses_nothing(
    folder: Path, template: Template
) -> None:
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from familytrace.vault.vault import Vault; from familytrace.vault.slots import Way\n"
        "from familytrace.errors import VaultError\n"
        "from familytrace.model.person import PersonName\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "vault = Vault.open_with(Path(sys.argv[1]), Way.COMPUTER, bytes.fromhex(sys.argv[2]))\n"
        "vault.save('c1', PersonName(id='n1', text='kept'))\n"
        "size = (Path(sys.argv[1]) / 'cases.db').stat().st_size\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
        "try: vault.save('c1', PersonName(id='n2', text='x' * 900000))\n"
        "except VaultError as e: print(type(e).__name__)\n"
        "print(len(vault.load('c1').names)); vault.abandon()\n"
    )
    arguments = [sys.executable, "-c", program, str(folder), template.secret.hex()]
    said = subprocess.run(arguments, capture_output=True, text=True, check=True).stdout.split()
    assert said in (["DiskFailedError", "1"], ["NoSpaceError", "1"])
    with template.open(folder) as vault:
        assert [name.text for name in vault.load("c1").names] == ["kept"]
        assert vault.check().is_sound
