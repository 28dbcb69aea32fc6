"""Beginning a case: a random id and code, and the first name if there is one."""

import secrets
from typing import Any

_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def begin(vault: Any, name: str) -> str:
    """Make a case in the vault and return its id."""
    from familytrace.i18n import language
    from familytrace.model.case import CaseFile
    from familytrace.model.person import PersonName
    from familytrace.vault.rows import new_id

    case_id = new_id()
    code = "FT-" + "".join(secrets.choice(_LETTERS) for _ in range(4))
    records: list[Any] = [CaseFile(code=code, language=language())]
    if name:
        from familytrace.names.script import guess_name_script

        records.append(
            PersonName(text=name, script=guess_name_script(name), main=True, origin="typed")
        )
    vault.save(case_id, *records)
    return case_id
