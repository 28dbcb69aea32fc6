"""What the export page asks of the vault, beside the screen."""

from dataclasses import dataclass
from typing import Any

from familytrace import clock
from familytrace.actions.agree import standing
from familytrace.actions.export_case import Order, Prepared, prepare, preview
from familytrace.actions.recipients import list_recipients
from familytrace.model.case import main_name
from familytrace.model.consent import ConsentState
from familytrace.model.recipient import LedgerEntry, Recipient
from ui.pages.recovery_code import is_copied


@dataclass(frozen=True)
class Start:
    """What the page shows before anything is chosen.

    ``only`` is recipient and purpose when there is exactly one yes; ``copied`` whether
    the recovery code stands on paper.
    """

    name: str
    code: str
    recipients: tuple[Recipient, ...]
    exports: tuple[LedgerEntry, ...]
    only: tuple[str, str] | None
    copied: bool


def start(vault: Any, case_id: str) -> Start:
    """Read what the page needs first."""
    case = vault.load(case_id)
    today = clock.today()
    pairs = {(one.recipient, one.purpose) for one in vault.records("consent", case_id)}
    yes = [
        (who, what.value)
        for who, what in pairs
        if standing(vault, case_id, who, what, today).state is ConsentState.YES
    ]
    return Start(
        name=main_name(case),
        code=case.file.code,
        recipients=list_recipients(vault),
        exports=tuple(one for one in vault.exports() if one.case_id == case_id),
        only=yes[0] if len(yes) == 1 else None,
        copied=is_copied(vault),
    )


def look(vault: Any, order: Order) -> Prepared:
    """Return what would leave; drafts are saved first, so that nothing typed is missing."""
    vault.flush(order.case_id)
    return prepare(vault, order)


def pages(vault: Any, prepared: Prepared) -> bytes:
    """Return the real pages."""
    return preview(vault, prepared)
