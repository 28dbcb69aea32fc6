"""The power is cut at every moment of a recorded run: nothing acknowledged may be lost."""

import random
from pathlib import Path

import powercut
import pytest
import rows_child
import vault_work
from vault_for_tests import NAME, Template

from familytrace.errors import FamilyTraceError
from familytrace.vault import connection

pytestmark = [
    pytest.mark.tracer,
    pytest.mark.skipif(
        not powercut.can_record(), reason="strace is missing or this system does not let it watch"
    ),
]


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(vault_work.__file__).parents[2]))


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


def test_our_journal_loses_no_commit(tmp_path: Path) -> None:
    looked, lost = losses_of_rows("ours", tmp_path, count=10, each=2)
    assert looked > 300
    assert lost == 0


def test_the_simulation_catches_the_engines_own_defaults(tmp_path: Path) -> None:
    _looked, lost = losses_of_rows("default", tmp_path, count=10, each=2)
    assert lost > 20


def test_the_simulation_catches_an_engine_that_never_syncs(tmp_path: Path) -> None:
    _looked, lost = losses_of_rows("exclusive-off", tmp_path, count=10, each=2)
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


def test_no_work_on_a_vault_is_lost(template: Template, tmp_path: Path) -> None:
    looked, losses = losses_of_work(template, tmp_path, "ours", count=7, each=1)
    assert looked > 300
    assert losses == []


def test_work_that_is_acknowledged_too_early_is_caught(template: Template, tmp_path: Path) -> None:
    _looked, losses = losses_of_work(template, tmp_path, "early", count=3, each=1)
    assert losses


@pytest.mark.campaign
def test_our_journal_loses_no_commit_in_a_long_run(tmp_path: Path) -> None:
    looked, lost = losses_of_rows("ours", tmp_path, count=100, each=100)
    assert looked > 200_000
    assert lost == 0


@pytest.mark.campaign
def test_no_work_on_a_vault_is_lost_in_a_long_run(template: Template, tmp_path: Path) -> None:
    looked, losses = losses_of_work(template, tmp_path, "ours", count=35, each=10)
    assert looked > 10_000
    assert losses == []
