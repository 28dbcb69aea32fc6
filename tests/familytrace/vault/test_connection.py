import os
import subprocess
import sys
from pathlib import Path

import pytest

from familytrace.errors import (
    VaultDamagedError,
    VaultEmptyError,
    VaultExistsError,
    VaultInUseError,
    VaultMissingError,
)
from familytrace.vault import connection

KEY = bytes(range(32))
OTHER = bytes(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "cases.db"
    database = connection.create(path, KEY)
    database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT) STRICT")
    database.execute("INSERT INTO t VALUES (1, 'canary word')")
    database.close()
    return path


def test_nothing_readable_is_on_the_disk(path: Path) -> None:
    data = path.read_bytes()
    assert b"canary" not in data
    assert b"SQLite" not in data
    assert path.stat().st_mode & 0o777 == 0o600


def test_it_opens_with_its_key_alone(path: Path) -> None:
    database = connection.open_existing(path, KEY)
    assert database.execute("SELECT body FROM t").fetchone() == ("canary word",)
    database.close()
    before = path.read_bytes()
    with pytest.raises(VaultDamagedError):
        connection.open_existing(path, OTHER)
    assert path.read_bytes() == before


def test_a_key_of_another_length_is_never_taken_for_a_passphrase(path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        connection.open_existing(path, b"short")


def test_a_missing_an_empty_and_a_cut_file_are_told_apart_and_left(tmp_path: Path) -> None:
    with pytest.raises(VaultMissingError):
        connection.open_existing(tmp_path / "none.db", KEY)
    assert list(tmp_path.iterdir()) == []
    for size in (0, 100, 4096 + 7):
        (tmp_path / "cut.db").write_bytes(bytes(size))
        with pytest.raises(VaultEmptyError):
            connection.open_existing(tmp_path / "cut.db", KEY)
        assert (tmp_path / "cut.db").stat().st_size == size


def test_a_new_database_never_takes_the_place_of_another(path: Path) -> None:
    with pytest.raises(VaultExistsError):
        connection.create(path, KEY)


def test_a_second_connection_is_refused_at_once_before_any_write(path: Path) -> None:
    first = connection.open_existing(path, KEY)
    with pytest.raises(VaultInUseError):
        connection.open_existing(path, KEY)
    program = (
        "from pathlib import Path; from familytrace.vault import connection\n"
        "from familytrace.errors import VaultInUseError\n"
        "try: connection.open_existing(Path(r'%s'), bytes(range(32)))\n"
        "except VaultInUseError: print('in use')"
    )
    said = subprocess.run(
        [sys.executable, "-c", program % path], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "in use"
    first.close()
    connection.open_existing(path, KEY).close()


def test_the_settings_are_those_of_the_design(path: Path) -> None:
    database = connection.open_existing(path, KEY)
    expected = {
        "cipher_page_size": "4096",
        "locking_mode": "exclusive",
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "temp_store": 2,
        "cipher_status": "1",
    }
    found = {name: database.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    assert found == expected
    database.close()


def test_another_file_cannot_be_attached(path: Path, tmp_path: Path) -> None:
    database = connection.open_existing(path, KEY)
    with pytest.raises(connection.EngineError, match="not authorized"):
        database.execute("ATTACH ? AS other KEY ''", [str(tmp_path / "plain.db")])
    database.close()


def test_a_copy_keeps_key_content_and_version(path: Path, tmp_path: Path) -> None:
    database = connection.open_existing(path, KEY)
    database.execute("PRAGMA user_version=7")
    connection.copy_to(database, tmp_path / "copy.db")
    database.close()
    copy = connection.open_existing(tmp_path / "copy.db", KEY)
    assert copy.execute("PRAGMA user_version").fetchone() == (7,)
    assert copy.execute("SELECT body FROM t").fetchone() == ("canary word",)
    assert connection.troubles(copy) == ()
    copy.close()


def test_every_damaged_page_is_found(path: Path) -> None:
    data = path.read_bytes()
    database = connection.open_existing(path, KEY)
    assert connection.troubles(database) == ()
    database.close()
    for at in range(50, len(data), 997):
        path.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        if at < 4096:
            with pytest.raises(VaultDamagedError):
                connection.open_existing(path, KEY)
        else:
            damaged = connection.open_existing(path, KEY)
            assert "pages" in connection.troubles(damaged)
            damaged.close()


def test_an_error_never_holds_the_key(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path.write_bytes(os.urandom(8192))
    with pytest.raises(VaultDamagedError) as raised:
        connection.open_existing(path, KEY)
    assert KEY.hex() not in repr(raised.value) + str(raised.value.__context__)
    assert capfd.readouterr().err == ""


def test_sqlite_utils_works_on_the_encrypted_engine() -> None:
    database = connection.Database(memory=True)
    assert type(database.conn).__module__.startswith("sqlcipher3")


def test_an_earlier_import_of_sqlite_utils_is_refused() -> None:
    program = "import sqlite_utils, familytrace.vault.connection"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert b"ImportError" in said.stderr
