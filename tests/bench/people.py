"""Invented cases in any number, the same every time, all of the family Sinaq."""

from itertools import product
from typing import Any

from familytrace.model.case import CaseFile
from familytrace.model.claim import Claim
from familytrace.model.disappearance import Disappearance
from familytrace.model.events import ContactAttempt
from familytrace.model.person import Person, PersonName, Relative, Reporter
from familytrace.vault.vault import Vault

_STARTS = ("Gul", "Mehmut", "Abdu", "Tur", "Pati", "Ray", "Ayn", "Yus", "Qur", "Dil")
_ENDS = ("nur", "jan", "rahman", "sun", "gul", "han", "isa", "up", "ban", "shat")
FIRST_NAMES = tuple(start + end for start, end in product(_STARTS, _ENDS))
_BATCH = 500


def case_id(number: int) -> str:
    """Return the id of an invented case."""
    return f"{number:032x}"


def first_name(number: int) -> str:
    """Return the first name of an invented person; a hundred are shared by all."""
    return FIRST_NAMES[number * 37 % len(FIRST_NAMES)]


def records(number: int) -> tuple[Any, ...]:
    """Return what is known about an invented person, about as much as a family tells."""
    name = first_name(number)
    return (
        CaseFile(id=case_id(number)),
        Person(id="p", occupation_words=f"Farmer number {number}", description="Grey coat, tall."),
        PersonName(id="n1", text=f"{name} Sinaq", main=True, given=name, second="Sinaq"),
        PersonName(id="n2", text=f"{name.upper()} SINAQ {number}"),
        Relative(id="r1"),
        Relative(id="r2"),
        Reporter(id="o1"),
        Disappearance(id="d"),
        *(Claim(id=f"c{place}") for place in range(3)),
        *(ContactAttempt(id=f"a{place}") for place in range(4)),
    )


def fill(vault: Vault, count: int) -> None:
    """Put invented cases into a vault, many at a time."""
    for start in range(0, count, _BATCH):
        with vault.store.transaction():
            for number in range(start, min(start + _BATCH, count)):
                vault.save(case_id(number), *records(number))
