"""Numbered work on a vault, each piece acknowledged once it is done, and its check.

As a program it forks one worker a line, ``folder secret number way``, for tests that
kill it: ``python vault_work.py``. With arguments it works once: ``... count way``.
"""

import hashlib
import io
import os
import random
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from familytrace.errors import FamilyTraceError, WrongPassphraseError
from familytrace.model.evidence import Evidence
from familytrace.model.person import PersonName
from familytrace.vault import backup, connection, history, restore, slots, store
from familytrace.vault.keys_sealing import Cost
from familytrace.vault.migrations import migrations
from familytrace.vault.slots import Way
from familytrace.vault.vault import Vault

CASE = "c1"
QUICK = Cost(memory=64 * 1024 * 1024, turns=3)
KINDS = ("save", "evidence", "save", "draft", "key", "save", "backup")


def kind_of(number: int) -> str:
    return KINDS[number % len(KINDS)]


def bytes_of(number: int) -> bytes:
    return random.Random(number).randbytes(1 + number * 7919 % 400_000)


def secret_of(number: int) -> bytes:
    return hashlib.sha256(b"secret %d" % number).digest()


def name_of(number: int) -> PersonName:
    return PersonName(id=f"n{number}", text=f"name {number} " + "x" * (number * 131 % 3000))


def backup_of(folder: Path, number: int) -> Path:
    return folder.parent / "away" / f"{number}.ftbackup"


def do(vault: Vault, number: int) -> None:
    kind = kind_of(number)
    if kind == "save":
        vault.save(CASE, name_of(number))
    elif kind == "draft":
        vault.put_draft(CASE, name_of(number))
    elif kind == "evidence":
        vault.add_evidence(CASE, Evidence(id=f"e{number}"), io.BytesIO(bytes_of(number)))
    elif kind == "key":
        slot = slots.new_secret_slot(vault.id, vault.key, Way.COMPUTER, secret_of(number))
        vault._exchange(Way.COMPUTER, slot)
    else:
        backup_of(vault.folder, number).unlink(missing_ok=True)
        backup.back_up(vault, backup_of(vault.folder, number))


def work(folder: Path, secret: bytes, number: int, way: str, count: int = 10**9) -> None:
    """Do piece after piece; the way "early" is the planted fault: it acknowledges first."""
    if way == "create":
        make_vaults(folder, number)
    if way == "update":
        vars(store)["migrations"] = longer_migrations()
    vault = Vault.open_with(folder, Way.COMPUTER, secret)
    for one in range(number, number + count):
        if way == "early":
            os.write(1, b"%d\n" % one)
            time.sleep(0.01)
        if way == "faults":
            said = b"%d\n" % one if not refused(vault, one) else b"refused\n"
            os.write(1, said)
            continue
        do(vault, one)
        if way != "early":
            os.write(1, b"%d\n" % one)
    vault.close()


def make_vaults(place: Path, number: int) -> None:
    """Make vault after vault until killed, each with its number as the passphrase."""
    while True:
        made, _code = Vault.create(place / f"{number}.familytrace", f"{number}", cost=QUICK)
        made.save(CASE, name_of(number))
        os.write(1, b"%d\n" % number)
        made.close()
        number += 1


def longer_migrations() -> connection.Migrations:
    """Return the migrations of a program one step newer than ours."""
    longer = connection.Migrations("vault")
    longer._migrations = list(migrations._migrations)

    @longer()
    def m9001_names_elsewhere(db: connection.Database) -> None:
        db.execute("CREATE TABLE elsewhere (id TEXT PRIMARY KEY, body TEXT) STRICT")
        db.execute("INSERT INTO elsewhere SELECT id, body FROM person_name")

    return longer


def refused(vault: Vault, number: int) -> bool:
    """Do one piece of work and tell whether the vault refused it in its own words."""
    try:
        do(vault, number)
    except FamilyTraceError:
        return True
    return False


def lost(folder: Path, secrets: list[bytes], acked: list[int]) -> list[str]:
    """Open what is left and return in words what was acknowledged and is not there."""
    try:
        vault = opened(folder, secrets)
    except FamilyTraceError as trouble:
        return [f"not opened: {type(trouble).__name__}"]
    if vault is None:
        return ["no secret opens it"]
    found: list[str] = []
    try:
        found += connection.troubles(vault.store.database)
        history.verify(vault.store)
        vault.check_anchor()
        names = {name.id: name for name in vault.records("person_name", CASE)}
        for number in acked:
            found += _missing(vault, number, names)
    except FamilyTraceError as trouble:
        found.append(type(trouble).__name__)
    finally:
        vault.abandon()
    return found


def opened(folder: Path, secrets: list[bytes]) -> Vault | None:
    for secret in reversed(secrets):
        with suppress(WrongPassphraseError):
            return Vault.open_with(folder, Way.COMPUTER, secret)
    return None


def _missing(vault: Vault, number: int, names: dict[str, PersonName]) -> list[str]:
    kind = kind_of(number)
    if kind in {"save", "draft"}:
        return [] if names.get(f"n{number}") == name_of(number) else [f"{kind} {number}"]
    if kind == "evidence":
        whole = b"".join(vault.read_evidence(CASE, f"e{number}"))
        return [] if whole == bytes_of(number) else [f"evidence {number}"]
    if kind == "backup":
        restore.verify(backup_of(vault.folder, number), key=vault.key)
    return []


def serve() -> None:
    for line in sys.stdin:
        folder, secret, number, way = line.split()
        worker = os.fork()
        if worker == 0:
            try:
                work(Path(folder), bytes.fromhex(secret), int(number), way)
            finally:
                os._exit(1)
        os.write(1, b"worker %d\n" % worker)
        _pid, status = os.waitpid(worker, 0)
        os.write(1, b"dead %d\n" % (os.WIFSIGNALED(status) and os.WTERMSIG(status)))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if len(sys.argv) > 1:
        work(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), 1, sys.argv[4], int(sys.argv[3]))
    else:
        serve()
