"""Cut a text into words with their places, so that whatever is found can be pointed at.

A word keeps marks, joiners and apostrophes that stand inside it; every Chinese character
is a piece of its own. Nothing is ever joined across the mark of an earlier cut.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from familytrace.names.fold import is_han

MARK = "[\u2026]"
_BREAK = "\u2026"
_APOSTROPHES = "'\u2019\u2018\u02bc\u02bb`\u00b4\u2032\uff07"
_LETTER, _HAN, _DIGIT, _SILENT, _APOSTROPHE, _OTHER = range(6)
_MOST_BETWEEN, _MOST_PARTS = 4, 8
_CAPITALISED = re.compile("[A-Z][a-z\u00df-\u00ff\u0100-\u024f]{2,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word or one Chinese character with its place in the text.

    ``gap`` counts the visible signs between it and the piece before; ``follows`` says that
    they are few enough for the two to be neighbours; ``forms`` are the ways it may be read:
    whole, without what follows an apostrophe, and its parts where case changes inside it or
    an invisible sign stands.
    """

    start: int
    end: int
    text: str
    is_han: bool
    gap: int
    follows: bool
    forms: tuple[str, ...]


def split(text: str) -> list[Piece]:
    """Return the pieces of a text in order."""
    pieces: list[Piece] = []
    for start, end, kind in _spans(text):
        between = text[pieces[-1].end : start] if pieces else _BREAK
        seen = sum(not is_silent(sign) for sign in between)
        follows = _BREAK not in between and seen <= _MOST_BETWEEN
        part = text[start:end]
        forms = (part,) if kind == _HAN else _forms(part)
        pieces.append(Piece(start, end, part, kind == _HAN, seen, follows, forms))
    return _unspace(pieces, text)


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span grown to whole words with their digits; Chinese needs no growing."""
    while start and kind_of(text[start - 1]) in (_LETTER, _DIGIT, _SILENT):
        start -= 1
    while end < len(text) and kind_of(text[end]) in (_LETTER, _DIGIT, _SILENT):
        end += 1
    return start, end


def is_silent(sign: str) -> bool:
    """Tell whether a sign is a mark, joiner or control that nobody sees alone."""
    return kind_of(sign) == _SILENT


@lru_cache(maxsize=8192)
def kind_of(sign: str) -> int:
    """Return what a sign does in a word."""
    if is_han(sign):
        return _HAN
    if sign.isalpha():
        return _LETTER
    if sign in _APOSTROPHES:
        return _APOSTROPHE
    if unicodedata.category(sign) in ("Mn", "Me", "Cf", "Cc") and not sign.isspace():
        return _SILENT
    return _DIGIT if sign.isalnum() else _OTHER


def _spans(text: str) -> list[tuple[int, int, int]]:
    """Return start, end and kind of each run of letters and each Chinese character."""
    spans: list[tuple[int, int, int]] = []
    start = last = -1
    for place, sign in enumerate(text):
        kind = kind_of(sign)
        if kind == _LETTER:
            start, last = (place if start < 0 else start), place
        elif kind == _SILENT or (kind == _APOSTROPHE and start >= 0 and last == place - 1):
            if unicodedata.combining(sign) and start >= 0:
                last = place
        else:
            if start >= 0:
                spans.append((start, last + 1, _LETTER))
            start = last = -1
            if kind == _HAN:
                spans.append((place, place + 1, _HAN))
    if start >= 0:
        spans.append((start, last + 1, _LETTER))
    return spans


def _forms(word: str) -> tuple[str, ...]:
    clean = "".join(
        sign for sign in word if kind_of(sign) != _SILENT or unicodedata.combining(sign)
    )
    forms = {clean: None}
    if cut := [place for place, sign in enumerate(clean) if sign in _APOSTROPHES]:
        forms[clean[: cut[-1]]] = None
    parts = "".join(" " if sign not in clean else sign for sign in word).split()[:_MOST_PARTS]
    runs = ("".join(parts[low:high]) for low, high in combinations(range(len(parts) + 1), 2))
    forms |= dict.fromkeys(run for run in runs if len(run) > 1)
    if not clean.isupper():
        forms |= dict.fromkeys(_CAPITALISED.findall(clean))
    return tuple(forms)


def _unspace(pieces: list[Piece], text: str) -> list[Piece]:
    """Join letters that were written one by one, ``S i n a q``."""
    joined: list[Piece] = []
    place = 0
    while place < len(pieces):
        end = place
        while end < len(pieces) and _is_lone(pieces[end]) and (end == place or pieces[end].follows):
            end += 1
        if end - place >= _MOST_BETWEEN:
            run = pieces[place:end]
            word = "".join(piece.text for piece in run)
            first = run[0]
            joined.append(replace(first, end=run[-1].end, text=word, forms=(word,)))
            place = end
        else:
            joined.append(pieces[place])
            place += 1
    return joined


def _is_lone(piece: Piece) -> bool:
    return not piece.is_han and len(piece.text) == 1
