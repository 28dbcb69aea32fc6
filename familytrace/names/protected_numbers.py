"""Find protected numbers and accounts in a text, however they are written.

Numbers: digits of any script, Chinese numerals too, whatever stands between them; the last
seven digits are enough, so that country codes and leading noughts do not matter. Accounts:
letters and digits in any case, whatever stands between them.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from familytrace.names.fold import fold, is_han
from familytrace.names.pieces import MARK, is_silent

_BREAK = MARK[1]
_ENOUGH, _LEAST_NUMBER, _MOST_BETWEEN = 7, 3, 4
_LEAST_INSIDE, _LEAST_ACCOUNT = 6, 2
Place = tuple[str, int]


def find_number(text: str, number: str) -> Iterator[tuple[int, int]]:
    """Give the spans of the text that show the number.

    Numbers of fewer than seven digits must stand alone; of fewer than three are not sought.
    """
    wanted = "".join(sign for sign in map(_digit, number) if sign)
    if len(wanted) < _LEAST_NUMBER:
        return
    tail = wanted[-_ENOUGH:]
    for run in _runs(text, _MOST_BETWEEN if len(wanted) >= _ENOUGH else 1):
        digits = "".join(sign for sign, _ in run)
        if len(wanted) < _ENOUGH:
            if digits == wanted or digits.lstrip("0") == wanted.lstrip("0"):
                yield run[0][1], run[-1][1] + 1
            continue
        place = digits.find(tail)
        while place >= 0:
            start = place
            before = wanted[:-_ENOUGH]
            while start and before and digits[start - 1] == before[-1]:
                start, before = start - 1, before[:-1]
            yield run[start][1], run[place + len(tail) - 1][1] + 1
            place = digits.find(tail, place + 1)


def find_account(text: str, account: str) -> Iterator[tuple[int, int]]:
    """Give the spans of the text that show the account, or what stands before its ``@``.

    Short accounts must stand alone; of fewer than two signs are not sought.
    """
    keys = {_key(account), _key(account.strip("@ ").split("@")[0])}
    signs = _signs(text)
    stream = "".join(sign for sign, _ in signs)
    for key in keys:
        if len(key) < _LEAST_ACCOUNT:
            continue
        place = stream.find(key)
        while place >= 0:
            start, end = signs[place][1], signs[place + len(key) - 1][1] + 1
            if len(key) >= _LEAST_INSIDE or _alone(text, start, end):
                yield start, end
            place = stream.find(key, place + 1)


def _runs(text: str, most: int) -> Iterator[list[Place]]:
    """Give the digits that stand together, a few separators between them or not."""
    run: list[Place] = []
    between = 0
    for place, sign in enumerate(text):
        digit = _digit(sign)
        if digit:
            run.append((digit, place))
            between = 0
            continue
        between += not is_silent(sign)
        if run and (sign.isalpha() or sign == _BREAK or between > most):
            yield run
            run = []
    if run:
        yield run


@lru_cache(maxsize=4096)
def _digit(sign: str) -> str:
    value = unicodedata.numeric(sign, -1.0)
    return str(int(value)) if value in range(10) else ""


def _signs(text: str) -> list[Place]:
    """Return the folded letters and digits of a text with their places."""
    return [
        (part, place)
        for place, sign in enumerate(text)
        for part in (_BREAK if sign == _BREAK else _folded(sign))
    ]


@lru_cache(maxsize=8192)
def _folded(sign: str) -> str:
    return "".join(part for part in fold(sign) if part.isalnum())


def _key(text: str) -> str:
    return "".join(part for sign in text for part in _folded(sign))


def _alone(text: str, start: int, end: int) -> bool:
    return not (_joins(text[start - 1 : start]) or _joins(text[end : end + 1]))


def _joins(sign: str) -> bool:
    return bool(sign) and not is_han(sign) and bool(_folded(sign))
