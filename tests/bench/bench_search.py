"""Opening a case and searching names, against the same questions put to SQLCipher itself.

The baseline is what our code asked, noted while it asked it, and asked again on the same
connection without any code of ours around it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import people
import pytest
from harness import ROUNDS, WARM, Figure

from familytrace.vault.keys_sealing import Cost
from familytrace.vault.store import Store
from familytrace.vault.vault import Vault

_SIZES = (1_000, 10_000)
_CHEAP = Cost(64 << 20, 3)


def figures(folder: Path) -> Iterator[Figure]:
    """Yield opening and searching for each size of vault."""
    for size in _SIZES:
        vault, _code = Vault.create(folder / f"{size}.familytrace", "words", cost=_CHEAP)
        people.fill(vault, size)

        def open_case(number: int, vault: Vault = vault, size: int = size) -> None:
            vault.load(people.case_id(number * 61 % size))

        def search(number: int, vault: Vault = vault) -> None:
            vault.search(people.first_name(number))

        yield _figure(f"open one of {size:,} cases", vault, open_case, None)
        yield _figure(f"search a name in {size:,} cases", vault, search, 1.5)
        vault.close()


def _figure(name: str, vault: Vault, ours: Callable[[int], None], aim: float | None) -> Figure:
    asked = [_noted(ours, number) for number in range(ROUNDS + WARM)]
    engine = vault.store.database.conn

    def baseline(number: int) -> None:
        for question, values in asked[number]:
            engine.execute(question, values).fetchall()

    return Figure(name, ours, baseline, "the same questions to SQLCipher itself", aim=aim)


def _noted(work: Callable[[int], None], number: int) -> list[tuple[str, tuple[Any, ...]]]:
    """Return the questions that one piece of work puts to the engine, with their values."""
    questions = []
    ask = Store.ask

    def noting(store: Store, question: str, *values: Any) -> list[Any]:
        questions.append((question, values))
        return ask(store, question, *values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "ask", noting)
        work(number)
    return questions
