"""Begin a case: nothing is needed, not even a name."""

import secrets

from familytrace.model.case import CaseFile
from familytrace.model.document import new_id
from familytrace.model.person import PersonName
from familytrace.names.script import guess_name_script
from familytrace.vault.vault import Vault

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_code() -> str:
    """Return a short random code for paper; it is made from nothing about a person."""
    return "FT-" + "".join(secrets.choice(_LETTERS) for _ in range(4))


def start_case(vault: Vault, name: str = "", *, language: str = "") -> str:
    """Save a new case, with a first name if there is one, and return its id."""
    case_id = new_id()
    records: list[object] = [CaseFile(code=new_code(), language=language)]
    if name.strip():
        script = guess_name_script(name)
        records.append(PersonName(text=name.strip(), script=script, main=True, origin="typed"))
    vault.save(case_id, *records, reason="start")
    return case_id
