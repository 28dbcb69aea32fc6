"""Fictional cases for pictures and tests; every person in them is invented."""

import json
from pathlib import Path
from typing import Any

from familytrace import plain
from familytrace.actions.start_case import start_case
from familytrace.model.records import NOUNS

DATA = Path(__file__).parent.parent / "data" / "ui" / "demo_case.json"


def records() -> list[Any]:
    """Return the records of the fullest case."""
    tables: dict[str, list[dict[str, Any]]] = json.loads(DATA.read_text("utf-8"))
    return [
        plain.from_plain(NOUNS[table].record, body)
        for table, bodies in tables.items()
        for body in bodies
    ]


def fill(vault: Any) -> str:
    """Put a few fictional cases into a vault and return the id of the fullest one."""
    for name in ("Sinaq Test Adam", "Aygul Sinaq", ""):
        start_case(vault, name, language="en")
    case_id = start_case(vault, language="ug")
    vault.save(case_id, *records())
    return case_id
