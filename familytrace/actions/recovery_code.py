"""The recovery code: made when it is to be copied, noted once the copy was typed back."""

from familytrace.errors import RecoveryCodeTypoError, WrongRecoveryCodeError
from familytrace.vault.recovery import from_code
from familytrace.vault.store import moment
from familytrace.vault.vault import Vault

_COPIED = "recovery code copied"


def code_is_copied(vault: Vault) -> bool:
    """Tell whether somebody has copied the present code and typed it back."""
    return vault.store.remembered(_COPIED) is not None


def make_code(vault: Vault) -> str:
    """Make and return another recovery code; the one before opens nothing any more."""
    code = vault.new_recovery_code()
    with vault.store.transaction():
        vault.store.do("DELETE FROM meta WHERE name = ?", _COPIED)
    return code


def note_copied(vault: Vault, code: str, typed: str) -> None:
    """Remember that the code stands on paper, proved by typing it back.

    Raises RecoveryCodeTypoError naming the first group that differs.
    """
    wanted, given = from_code(code), from_code(typed)
    if wanted != given:
        groups = zip(code.split(), _groups(typed), strict=False)
        wrong = next((n for n, (ours, theirs) in enumerate(groups, 1) if ours != theirs), 0)
        raise RecoveryCodeTypoError(group=wrong) if wrong else WrongRecoveryCodeError
    with vault.store.transaction():
        vault.store.remember(_COPIED, moment())


def _groups(typed: str) -> list[str]:
    digits = "".join(letter for letter in typed if letter.isdecimal())
    return [digits[at : at + 6] for at in range(0, len(digits), 6)]
