"""The power is cut at every moment of a recorded run: nothing acknowledged may be lost."""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import powercut
import pytest
import rows_child
import vault_work
from vault_for_tests import NAME, Template

from familytrace.errors import FamilyTraceError
from familytrace.vault import connection, store

pytestmark = [
    pytest.mark.tracer,
    pytest.mark.skipif(
        not powercut.can_record(), reason="strace is missing or this system does not let it watch"
    ),
]


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(vault_work.__file__).parents[2]))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one: every state of the disk is opened."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as name:
        yield Path(name)


def rows_in(path: Path, way: str) -> int:
    """Return how many rows are there, or -1 if they are not one to that number."""
    try:
        conn = rows_child.opened(path, way)
        rows = [row[0] for row in conn.execute("SELECT id FROM t ORDER BY id")]
        sound = conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        conn.close()
    except (connection.EngineError, FamilyTraceError):
        return -1
    return len(rows) if sound and rows == list(range(1, len(rows) + 1)) else -1


def losses_of_rows(way: str, place: Path, *, count: int, each: int) -> tuple[int, int]:
    """Return how many disk states were looked at and how many had lost something."""
    folder = place / "vault"
    folder.mkdir()
    database = connection.create(folder / "cases.db", rows_child.KEY)
    database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT) STRICT")
    database.close()
    start = powercut.snapshot(folder)
    program = [rows_child.__file__, str(folder / "cases.db"), str(count), way]
    calls = powercut.record(program, place / "trace")
    chance = random.Random(7)
    looked = lost = 0
    for acked, state in powercut.states(calls, folder, start, each=each, chance=chance):
        powercut.lay_out(state, place / "after")
        looked += 1
        lost += not acked <= rows_in(place / "after" / "cases.db", way) <= acked + 1
    return looked, lost


def test_our_journal_loses_no_commit(place: Path) -> None:
    looked, lost = losses_of_rows("ours", place, count=10, each=2)
    assert looked > 300
    assert lost == 0


def test_the_simulation_catches_the_engines_own_defaults(place: Path) -> None:
    _looked, lost = losses_of_rows("default", place, count=10, each=2)
    assert lost > 20


def test_the_simulation_catches_an_engine_that_never_syncs(place: Path) -> None:
    _looked, lost = losses_of_rows("exclusive-off", place, count=10, each=2)
    assert lost > 20


def losses_of_work(
    template: Template, place: Path, way: str, *, count: int, each: int
) -> tuple[int, list[str]]:
    """Record saves, evidence, drafts, key changes and backups; return states and losses."""
    root = place / "disk"
    (root / "away").mkdir(parents=True)
    folder = template.copy(root)
    start = powercut.snapshot(root)
    program = [vault_work.__file__, str(folder), template.secret.hex(), str(count), way]
    calls = powercut.record(program, place / "trace")
    secrets = [template.secret, *(vault_work.secret_of(one) for one in range(1, count + 1))]
    chance = random.Random(11)
    looked, losses = 0, []
    for acked, state in powercut.states(calls, root, start, each=each, chance=chance):
        powercut.lay_out(state, place / "after")
        (place / "after" / NAME / "media").mkdir(exist_ok=True)
        (place / "after" / "away").mkdir(exist_ok=True)
        looked += 1
        losses += vault_work.lost(place / "after" / NAME, secrets, list(range(1, acked + 1)))
    return looked, losses


def test_no_work_on_a_vault_is_lost(template: Template, place: Path) -> None:
    looked, losses = losses_of_work(template, place, "ours", count=7, each=1)
    assert looked > 300
    assert losses == []


def test_an_update_of_the_tables_loses_nothing(
    template: Template, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = place / "disk"
    folder = template.copy(root)
    with template.open(folder) as vault:
        vault.save(vault_work.CASE, *(vault_work.name_of(one) for one in (0, 2, 5)))
    start = powercut.snapshot(root)
    program = [vault_work.__file__, str(folder), template.secret.hex(), "0", "update"]
    calls = powercut.record(program, place / "trace")
    monkeypatch.setattr(store, "migrations", vault_work.longer_migrations())
    losses, looked = [], 0
    for _acked, state in powercut.states(calls, root, start, each=1, chance=random.Random(5)):
        powercut.lay_out(state, place / "after")
        (place / "after" / NAME / "media").mkdir(exist_ok=True)
        looked += 1
        losses += vault_work.lost(place / "after" / NAME, [template.secret], [0, 2, 5])
    assert looked > 100
    assert losses == []


def test_work_that_is_acknowledged_too_early_is_caught(template: Template, place: Path) -> None:
    _looked, losses = losses_of_work(template, place, "early", count=3, each=1)
    assert losses


@pytest.mark.campaign
def test_our_journal_loses_no_commit_in_a_long_run(place: Path) -> None:
    looked, lost = losses_of_rows("ours", place, count=100, each=100)
    assert looked > 200_000
    assert lost == 0


@pytest.mark.campaign
def test_no_work_on_a_vault_is_lost_in_a_long_run(template: Template, place: Path) -> None:
    looked, losses = losses_of_work(template, place, "ours", count=21, each=3)
    assert looked > 3_000
    assert losses == []
