"""Fold a text so that spellings a searcher would not tell apart become the same.

Used on both sides of a search. Compatibility forms, case, marks, joiners and direction
signs go; Arabic letter variants and hamza seats, the added Cyrillic letters of Uyghur and
Kazakh, and digits of every script fold to their plain relatives; every Chinese character
stands alone between spaces. Folding twice changes nothing.
"""

import re
import tomllib
import unicodedata
from pathlib import Path

_DATA = Path(__file__).with_name("data") / "fold.toml"
_DROPPED = frozenset({"Mn", "Me", "Cf", "Cc"})
_TATWEEL, _HAMZA = 0x640, "\u0654"
_SEAT = re.compile(
    "[\u0649\u064a\u06cc]"
    "[\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*?\u0654"
)
_HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x3FFFF), (0x3005, 0x3007))


def fold(text: str) -> str:
    """Return the folded text; words are parted by single spaces."""
    if text.isascii():
        return " ".join(text.translate(_PLAIN).lower().split())
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = unicodedata.normalize("NFKD", folded)
    if _HAMZA in folded:
        folded = _SEAT.sub("", folded)
    return " ".join(folded.translate(_FOLDED).split())


def is_han(sign: str) -> bool:
    """Tell whether a sign is a Chinese character."""
    code = ord(sign)
    return any(low <= code <= high for low, high in _HAN)


class _Table(dict[int, str]):
    """A translation table that works out each sign when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = folded = _fold_sign(sign)
        return folded


def _fold_sign(sign: str) -> str:
    if sign.isspace():
        return " "
    if unicodedata.category(sign) in _DROPPED or ord(sign) == _TATWEEL:
        return ""
    if is_han(sign):
        return f" {sign} "
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


def _load() -> _Table:
    table = _Table()
    for plain, variants in tomllib.loads(_DATA.read_text(encoding="utf-8"))["variants"].items():
        for variant in variants:
            table[ord(variant)] = plain
    for variant in tomllib.loads(_DATA.read_text(encoding="utf-8"))["dropped"]:
        table[ord(variant)] = ""
    return table


_FOLDED = _load()
_PLAIN = {
    code: None
    for code in range(128)
    if chr(code) in "'`" or not (chr(code).isprintable() or chr(code).isspace())
}
