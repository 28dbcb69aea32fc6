"""The whole case for the owner of the vault: nothing is left out, so it never travels."""

from typing import Any

from familytrace.model.document import CaseDocument, write_document
from familytrace.vault.vault import Vault


def case_document(vault: Vault, case_id: str) -> dict[str, Any]:
    """Return the case document of one case with its authorisations and recipients."""
    consents = vault.records("consent", case_id)
    wanted = {consent.recipient for consent in consents}
    recipients = tuple(one for one in vault.records("recipient") if one.id in wanted)
    return write_document(CaseDocument(vault.load(case_id), consents, recipients))
