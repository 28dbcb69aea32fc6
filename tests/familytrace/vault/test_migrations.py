from pathlib import Path

import pytest
from vault_for_tests import Template

from familytrace.errors import VaultDamagedError, VaultTooNewError
from familytrace.model.person import PersonName
from familytrace.model.records import NOUNS
from familytrace.vault import connection, store
from familytrace.vault.connection import Database, Migrations
from familytrace.vault.migrations import migrations

NAME = PersonName(id="n1", text="Alim Sinaq")


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """Give the program one more migration than the vault has, which the test fills in."""
    later = Migrations("vault")
    later._migrations = list(migrations._migrations)
    monkeypatch.setattr(store, "migrations", later)
    return later


def schema(vault_store: store.Store) -> list[tuple[str, str]]:
    return vault_store.ask("SELECT name, sql FROM sqlite_master ORDER BY name")


def test_every_noun_has_its_table(template: Template, folder: Path) -> None:
    with template.open(folder) as vault:
        tables = {row[0] for row in vault.store.ask("SELECT name FROM pragma_table_list")}
        assert set(NOUNS) <= tables
        assert {noun.table for noun in NOUNS.values()} == set(NOUNS)


def test_every_table_of_ours_is_strict(template: Template, folder: Path) -> None:
    with template.open(folder) as vault:
        loose = vault.store.ask(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
            "AND NOT strict AND name NOT LIKE 'sqlite_%' AND name <> '_sqlite_migrations'"
        )
    assert loose == []


def test_migrations_use_nothing_of_ours_but_the_door() -> None:
    text = Path(str(store.__file__)).with_name("migrations.py").read_text("utf-8")
    ours = [line for line in text.splitlines() if line.startswith(("import ", "from "))]
    assert ours == ["from familytrace.vault.connection import Database, Migrations"]


def test_an_older_vault_is_copied_aside_and_brought_up_to_date(
    template: Template, folder: Path, next_version: Migrations
) -> None:
    @next_version()
    def m9001_more(db: Database) -> None:
        db.execute("CREATE TABLE more (id TEXT PRIMARY KEY) STRICT")

    with template.open(folder) as vault:
        vault.save("c1", NAME)
        assert vault.store.ask("SELECT * FROM more") == []
        assert vault.store.ask("PRAGMA user_version") == [(len(next_version._migrations),)]
        key = vault.key
    aside = connection.open_existing(folder / store.ASIDE, key)
    assert aside.execute("PRAGMA user_version").fetchone() == (len(migrations._migrations),)
    aside.close()
    with template.open(folder) as vault:
        assert vault.load("c1").names == (NAME,)


def test_a_failing_migration_leaves_the_vault_as_it_was(
    template: Template, folder: Path, next_version: Migrations, monkeypatch: pytest.MonkeyPatch
) -> None:
    with template.open(folder) as vault:
        vault.save("c1", NAME)
        before = schema(vault.store)

    @next_version()
    def m9001_more(db: Database) -> None:
        db.execute("CREATE TABLE more (id TEXT PRIMARY KEY) STRICT")

    @next_version()
    def m9002_worse(db: Database) -> None:
        db.execute("DROP TABLE person_name")
        raise VaultDamagedError

    with pytest.raises(VaultDamagedError):
        template.open(folder)
    monkeypatch.setattr(store, "migrations", migrations)
    with template.open(folder) as vault:
        assert schema(vault.store) == before
        assert vault.load("c1").names == (NAME,)


def test_a_migration_that_this_program_does_not_know_means_a_newer_one(
    template: Template, folder: Path
) -> None:
    vault = template.open(folder)
    vault.store.do(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('vault', 'm9999_future', '2040-01-01')"
    )
    vault.abandon()
    with pytest.raises(VaultTooNewError):
        template.open(folder)


def test_a_new_vault_and_a_migrated_one_are_the_same(template: Template, tmp_path: Path) -> None:
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
    with template.open(template.copy(tmp_path / "one")) as vault:
        fresh = schema(vault.store)
    empty = connection.create(tmp_path / "two" / "cases.db", bytes(32))
    for name in [one.name for one in migrations._migrations][1:]:
        migrations.apply(empty, stop_before=name)
    migrations.apply(empty)
    assert schema(store.Store(empty, tmp_path, "")) == fresh
    empty.close()
