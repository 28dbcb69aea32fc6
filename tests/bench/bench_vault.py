"""Unlocking against Argon2id alone, saving against one durable commit of SQLCipher."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import people
from harness import Figure

from familytrace.vault import connection
from familytrace.vault.keys_sealing import STANDARD, Cost, stretch
from familytrace.vault.vault import Vault

_WORDS = "anar bulut derya qeyin tagh yultuz"
_CHEAP = Cost(64 << 20, 3)


def figures(folder: Path) -> Iterator[Figure]:
    """Yield both figures; unlocking uses the cost that the app uses."""
    yield _unlock(folder / "unlock.familytrace")
    yield _save(folder / "save.familytrace", folder / "raw.db")


def _unlock(place: Path) -> Figure:
    vault, _code = Vault.create(place, _WORDS, cost=STANDARD)
    people.fill(vault, 20)
    vault.close()

    def ours(_round: int) -> float:
        start = time.perf_counter()
        opened = Vault.open(place, _WORDS)
        spent = time.perf_counter() - start
        opened.close()
        return spent

    def baseline(_round: int) -> None:
        stretch(_WORDS.encode(), bytes(16), STANDARD)

    return Figure("unlock", ours, baseline, "Argon2id alone, at the same cost", aim=1.1)


def _save(place: Path, raw: Path) -> Figure:
    vault, _code = Vault.create(place, _WORDS, cost=_CHEAP)
    people.fill(vault, 50)
    case = people.case_id(7)
    name = vault.load(case).names[0]
    plain = connection.create(raw, os.urandom(32))
    plain.conn.execute("CREATE TABLE record (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT")
    for number in range(1000):
        plain.conn.execute("INSERT INTO record VALUES (?, ?)", (str(number), "x" * 400))

    def ours(number: int) -> None:
        vault.save(case, replace(name, pinyin=f"Number {number}"))

    def baseline(number: int) -> None:
        text = f"Number {number}".ljust(400)
        plain.conn.execute("UPDATE record SET body = ? WHERE id = '7'", (text,))

    return Figure("save of one change", ours, baseline, "one durable SQLCipher commit", aim=2)
