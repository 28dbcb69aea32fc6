"""The recovery code: 128 random bits as 48 digits in eight groups that check themselves.

Each group is a 16-bit number times eleven, so that a wrong digit or two swapped
neighbours show in the very group they happened in.
"""

import os
import unicodedata

from familytrace.errors import RecoveryCodeTypoError, WrongRecoveryCodeError

_GROUPS = 8
_DIGITS = 6
_CHECK = 11


def new_secret() -> bytes:
    """Return 16 random bytes for a new recovery code."""
    return os.urandom(2 * _GROUPS)


def as_code(secret: bytes) -> str:
    """Write 16 bytes as eight groups of six digits with a space between them."""
    numbers = (int.from_bytes(secret[at : at + 2], "big") for at in range(0, 2 * _GROUPS, 2))
    return " ".join(f"{number * _CHECK:0{_DIGITS}d}" for number in numbers)


def from_code(text: str) -> bytes:
    """Read a code typed in digits of any script, with or without spaces and dashes.

    Raises RecoveryCodeTypoError naming the first wrong group, counted from one, or
    WrongRecoveryCodeError if there are not 48 digits.
    """
    digits = "".join(_digits(text))
    if len(digits) != _GROUPS * _DIGITS:
        raise WrongRecoveryCodeError
    secret = b""
    for group in range(_GROUPS):
        number = int(digits[group * _DIGITS : (group + 1) * _DIGITS])
        if number % _CHECK or number // _CHECK > 0xFFFF:
            raise RecoveryCodeTypoError(group=group + 1)
        secret += (number // _CHECK).to_bytes(2, "big")
    return secret


def group_is_good(text: str) -> bool:
    """Tell whether one typed group of six digits has no mistake in it."""
    digits = "".join(_digits(text))
    if len(digits) != _DIGITS:
        return False
    return int(digits) % _CHECK == 0 and int(digits) // _CHECK <= 0xFFFF


def _digits(text: str) -> list[str]:
    values = (unicodedata.decimal(char, None) for char in text)
    return [str(value) for value in values if value is not None]
