"""Fictional cases for pictures and tests; every person in them is invented."""

from typing import Any


def fill(vault: Any) -> str:
    """Put a few fictional cases into a vault and return the id of the fullest one."""
    from familytrace.actions.start_case import start_case as begin

    for name in ("Sinaq Test Adam", "\u0413\u04af\u043b\u043d\u0430\u0440 \u0421\u0438\u043d\u0430\u049b", ""):
        begin(vault, name)
    return begin(vault, "Tursun Sinaq")
