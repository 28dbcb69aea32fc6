"""The resident number of the People's Republic of China, read softly: we warn, never refuse.

Layout (GB 11643-1999): six digits of the county at first issue, eight of the birth date,
three of order (the last is odd for men), one check sign by ISO 7064 MOD 11-2. Numbers
issued before 1999 have fifteen digits: the year in two digits, no check sign.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from familytrace.clock import today
from familytrace.model import gazetteer

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS = "10X98765432"
_LIKE_ZERO = str.maketrans(dict.fromkeys("Oo\u041e\u043e\u3007", "0"))
_LIKE_X = str.maketrans(dict.fromkeys("x\u0425\u0445\u00d7", "X"))

LENGTH = "length"
SIGNS = "signs"
CHECK_SIGN = "check_sign"
BIRTH_DATE = "birth_date"
COUNTY = "county"
LETTER_O = "letter_o"


@dataclass(frozen=True, slots=True)
class ResidentId:
    """What a resident number says, as hints.

    ``normalised`` is what was typed without spaces, in plain digits; ``as_18`` is the
    18-sign form of an old number. ``checksum_ok`` is None where there is no check sign.
    ``sex`` is ``"male"`` or ``"female"``. ``warnings`` are the codes of this module.
    """

    normalised: str
    checksum_ok: bool | None = None
    birth_date: date | None = None
    sex: str | None = None
    county_code: str | None = None
    as_18: str | None = None
    warnings: tuple[str, ...] = ()


def read_resident_id(text: str) -> ResidentId:
    """Read a number however it was copied; nothing is refused."""
    cleaned = _clean(text)
    number = cleaned.translate(_LIKE_ZERO)
    warnings = [LETTER_O] if number != cleaned else []
    if not re.fullmatch(r"[0-9]{15}|[0-9]{17}[0-9X]", number):
        fault = SIGNS if re.search(r"[^0-9X]", number) else LENGTH
        return ResidentId(number, warnings=(*warnings, fault))
    full = number if len(number) == 18 else _lengthen(number)
    checksum_ok = full[17] == check_sign(full[:17]) if len(number) == 18 else None
    born = _birth_date(full[6:14])
    if checksum_ok is False:
        warnings.append(CHECK_SIGN)
    if born is None:
        warnings.append(BIRTH_DATE)
    if full.startswith("65") and not gazetteer.by_code(full[:6]):
        warnings.append(COUNTY)
    sex = "male" if int(full[16]) % 2 else "female"
    return ResidentId(number, checksum_ok, born, sex, full[:6], full, tuple(warnings))


def check_sign(first_17: str) -> str:
    """Return the check sign of the first seventeen digits."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, first_17, strict=True))
    return _CHECK_SIGNS[total % 11]


def _lengthen(number: str) -> str:
    first_17 = f"{number[:6]}19{number[6:]}"
    return first_17 + check_sign(first_17)


def _clean(text: str) -> str:
    signs = unicodedata.normalize("NFKC", text)
    kept = (_plain_digit(sign) for sign in signs if sign.isalnum() or sign == "\u00d7")
    return "".join(kept).translate(_LIKE_X)


def _plain_digit(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _birth_date(digits: str) -> date | None:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born if born.year >= 1850 and born <= today() else None
