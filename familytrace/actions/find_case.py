"""Find the case that somebody means: by id, by code or by a name."""

from familytrace.errors import NotFoundError, UsageError
from familytrace.vault.vault import Vault


def find_case(vault: Vault, words: str) -> str:
    """Return the id of the one case meant by an id, a case code or a name.

    Raises NotFoundError for none, and UsageError when several fit.
    """
    lines = vault.cases()
    exact = [line.id for line in lines if words in (line.id, line.code)]
    found = exact or [line.id for line in vault.search(words)]
    if not found:
        raise NotFoundError
    if len(found) > 1:
        raise UsageError(reason=f"{len(found)} cases fit these words; use the case code")
    return found[0]
