"""The Unicode bidirectional algorithm (UAX #9), isolates and bracket pairs included.

Classes are the short names of the standard ("L", "AL", "EN"). A level is even for left to
right, odd for right to left. Held to Unicode's own BidiTest and BidiCharacterTest files.
"""

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple
from unicodedata import bidirectional

from familytrace.pdf.bidi_explicit import ISOLATES, REMOVED, explicit_levels, first_strong
from familytrace.pdf.bidi_implicit import resolve_sequence

_TURNING = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI", "FSI", "LRE", "LRO", "LRI"))
_TRAILING = frozenset(("WS", "PDI", *ISOLATES, *REMOVED))
# What Python's older tables leave unassigned (DerivedBidiClass.txt, @missing): start, class.
_UNASSIGNED = (
    (0x0, "L"), (0x590, "R"), (0x600, "AL"), (0x7C0, "R"), (0x860, "AL"), (0x900, "L"),
    (0x20A0, "ET"), (0x20D0, "L"), (0xFB1D, "R"), (0xFB50, "AL"), (0xFDD0, "BN"),
    (0xFDF0, "AL"), (0xFE00, "L"), (0xFE70, "AL"), (0xFEFF, "BN"), (0xFF00, "L"),
    (0xFFF0, "BN"), (0xFFF9, "L"), (0x10800, "R"), (0x10D00, "AL"), (0x10D40, "R"),
    (0x10EC0, "AL"), (0x10F00, "R"), (0x10F30, "AL"), (0x10F70, "R"), (0x11000, "L"),
    (0x1E800, "R"), (0x1EC70, "AL"), (0x1ECC0, "R"), (0x1ED00, "AL"), (0x1ED50, "R"),
    (0x1EE00, "AL"), (0x1EF00, "R"), (0x1F000, "L"), (0xE0000, "BN"), (0xE1000, "L"),
)  # fmt: skip
_STARTS = [start for start, _name in _UNASSIGNED]


class Resolved(NamedTuple):
    """A paragraph's base level, one level a character, and the original classes."""

    base: int
    levels: list[int]
    classes: list[str]


@lru_cache(4096)
def bidi_class(char: str) -> str:
    """Return the bidirectional class of a character, by default rules where unassigned."""
    return bidirectional(char) or _UNASSIGNED[bisect_right(_STARTS, ord(char)) - 1][1]


def base_level(text: str, default: int = 0) -> int:
    """Return 0 or 1 by the first strong character (P2, P3), else the default."""
    found = first_strong([bidi_class(char) for char in text], 0, len(text), closes=False)
    return default if found is None else found


def leaning(text: str) -> int:
    """Return 0 or 1 by what most letters are: for a line put together out of several scripts.

    The first letter says little there; numbers and signs do not count.
    """
    classes = [bidi_class(char) for char in text]
    right = classes.count("AL") + classes.count("R")
    return int(right > classes.count("L"))


def resolve(text: str, base: int | None = None, classes: list[str] | None = None) -> Resolved:
    """Return the levels of one paragraph; ``classes`` replaces the characters' own."""
    own = classes or [bidi_class(char) for char in text]
    if base is None:
        base = first_strong(own, 0, len(own), closes=False) or 0
    if base == 0 and _TURNING.isdisjoint(own):
        return Resolved(0, [0] * len(own), own)
    explicit = explicit_levels(own, base)
    levels = list(explicit.levels)
    for sequence in explicit.sequences:
        resolve_sequence(sequence, text, explicit, levels, base)
    for index, name in enumerate(own):
        if name in REMOVED:
            levels[index] = levels[index - 1] if index else base
    return Resolved(base, levels, own)


def line_levels(paragraph: Resolved, start: int, end: int) -> list[int]:
    """Return the levels of one line, with white space at its end put back (L1)."""
    levels = paragraph.levels[start:end]
    trailing = True
    for index in range(end - 1, start - 1, -1):
        name = paragraph.classes[index]
        if name in ("B", "S"):
            trailing = True
        elif name not in _TRAILING:
            trailing = False
        if name in ("B", "S") or (trailing and name in _TRAILING):
            levels[index - start] = paragraph.base
    return levels


def visual_order(levels: list[int]) -> list[int]:
    """Return positions from left to right for items of these levels (L2)."""
    order = list(range(len(levels)))
    if not levels:
        return order
    for level in range(max(levels), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            if end > start:
                order[start:end] = order[start:end][::-1]
            start = max(end, start + 1)
    return order
