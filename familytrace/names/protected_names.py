"""Find the names of people to be protected in a text, in whatever script or spelling.

Every word, and every short run of Chinese characters, is compared by sound with every
word of the name (``likeness``). One word is enough when it is like enough; less is needed
of two neighbours; neighbours joined are compared with the whole name. Short words count
only beside a neighbour. A word that is at least as much like one of the missing person's
own names is left alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tomllib import loads
from typing import Any

from familytrace.names.fold import is_han
from familytrace.names.likeness import NameWord, holds, is_common, joined_words, likeness, name_word
from familytrace.names.phones import consonants
from familytrace.names.pieces import Piece
from familytrace.names.skeleton import words

_DATA = Path(__file__).with_name("data") / "phones.toml"
_SHORT, _LONG = 4, 5
_CERTAIN, _GLUED, _HAN_ALONE, _LONG_ALONE, _JOINED = 0.97, 0.97, 0.86, 0.82, 0.88
_ALONE_BY_CONSONANTS = {0: 0.97, 1: 0.97, 2: 0.91, 3: 0.86}
_PAIR, _PAIR_LEAST, _PAIR_SHORT, _HOMOPHONE, _LONGER = 0.76, 0.58, 0.85, 0.80, 0.04
_MOST_CHARACTERS, _MOST_JOINED = 7, 3
Run = tuple[int, int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Name:
    """A name made ready: its words, and the whole written as one word."""

    words: tuple[NameWord, ...]
    whole: tuple[NameWord, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A run of pieces like one word of the name, and how like one of our own it is."""

    first: int
    last: int
    word: int
    worth: float
    ours: float


def prepare(text: str) -> Name:
    """Make a name ready for the search."""
    parts = tuple(_parts(text))
    whole = joined_words(parts) or tuple(map(name_word, parts[:1]))
    return Name(tuple(map(name_word, parts)), whole)


def find_name(
    pieces: Sequence[Piece], name: Name, own: Sequence[Name]
) -> Iterator[tuple[int, int]]:
    """Give first and last piece of everything that may stand for the name."""
    runs = [*_runs(pieces)]
    strong = [*_found(runs, name, own, pieces, _PAIR)]
    alone = [hit for hit in strong if _stands_alone(hit, pieces, name)]
    yield from _best_apart([(hit.worth, hit.first, hit.last) for hit in alone], pieces)
    near = {place for hit in strong for place in range(hit.first - 9, hit.last + 10)}
    beside = [run for run in runs if run[0] in near]
    yield from _neighbours(pieces, name, own, [*_found(beside, name, own, pieces, _PAIR_LEAST)])
    yield from _joined(pieces, name, own, {hit.first for hit in alone})


def _parts(text: str) -> Iterator[str]:
    """Give the words of a name; of a Chinese name in one, the surname and the given name."""
    parts = words(text)
    if len(parts) == 1 and len(parts[0]) == 3 and parts[0][0] in _surnames():
        parts = [parts[0][0], parts[0][1:]]
    yield from parts


def _found(
    runs: Sequence[Run], name: Name, own: Sequence[Name], pieces: Sequence[Piece], least: float
) -> Iterator[Found]:
    """Give the runs of pieces that are like a word of the name."""
    covered = _own_characters(runs, own)
    for first, last, forms in runs:
        chinese = pieces[first].is_han
        for number, word in enumerate(name.words):
            if chinese and not word.size // 4 < len(forms[0]) <= word.size:
                continue
            if chinese:
                worth = _han_likeness(forms[0], word, least)
            else:
                worth = max(likeness(form, word, least) for form in forms)
                worth = max(worth, _GLUED if holds(forms[0], word) else 0.0)
            if worth >= least:
                inside = any(low <= first and last <= high for low, high in covered)
                ours = 1.0 if inside else _own_likeness(forms, own, worth)
                yield Found(first, last, number, worth, ours)


def _runs(pieces: Sequence[Piece]) -> Iterator[Run]:
    """Give every word, and every short run of Chinese characters that touch, a dot aside."""
    for first, piece in enumerate(pieces):
        if not piece.is_han:
            yield first, first, piece.forms
            continue
        text = ""
        for last in range(first, min(first + _MOST_CHARACTERS, len(pieces))):
            here = pieces[last]
            apart = last > first and (here.gap > 1 or not here.follows)
            if not here.is_han or apart:
                break
            text += here.text
            yield first, last, (text,)


def _han_likeness(text: str, word: NameWord, least: float) -> float:
    """Compare characters; one or two of them must be the very ones where both are Chinese."""
    worth = likeness(text, word, least)
    if text == word.text or len(word.text) > 2 or not is_han(word.text[0]):
        return worth
    return min(worth, _HOMOPHONE)


def _own_characters(runs: Sequence[Run], own: Sequence[Name]) -> list[tuple[int, int]]:
    texts = {word.text for name in own for word in name.words if is_han(word.text[0])}
    return [(first, last) for first, last, forms in runs if forms[0] in texts] if texts else []


def _own_likeness(forms: Sequence[str], own: Sequence[Name], least: float) -> float:
    every = ((form, word) for form in forms for name in own for word in name.words)
    return max((likeness(form, word, least) for form, word in every), default=0.0)


def _stands_alone(hit: Found, pieces: Sequence[Piece], name: Name) -> bool:
    """Tell whether one word is enough to give the person away."""
    word = name.words[hit.word]
    if hit.worth <= hit.ours:
        return False
    if word.size < _SHORT:
        return len(name.words) == 1 and hit.worth >= _CERTAIN
    if pieces[hit.first].is_han:
        return hit.worth >= _HAN_ALONE
    hard = len(consonants(word.sounds[0][0]))
    return hit.worth >= _ALONE_BY_CONSONANTS.get(hard, _LONG_ALONE)


def _neighbours(
    pieces: Sequence[Piece], name: Name, own: Sequence[Name], found: Sequence[Found]
) -> Iterator[tuple[int, int]]:
    """Give two neighbours that are like two different words of the name."""
    usable = [hit for hit in found if hit.worth >= hit.ours and _may_pair(hit, name)]
    starts: dict[int, list[Found]] = {}
    for hit in usable:
        starts.setdefault(hit.first, []).append(hit)
    chinese: list[tuple[float, int, int]] = []
    for left in usable:
        for right in _after(left, pieces, starts):
            mean = (left.worth + right.worth) / 2
            if left.word == right.word or mean < _PAIR or not _matched(left, right, pieces):
                continue
            if mean <= _own_pair(left, right, pieces, own):
                continue
            if pieces[left.last].is_han or pieces[right.first].is_han:
                chinese.append((mean, left.first, right.last))
            else:
                yield left.first, left.last
                yield right.first, right.last
    yield from _best_apart(chinese, pieces)


def _best_apart(
    runs: Sequence[tuple[float, int, int]], pieces: Sequence[Piece]
) -> Iterator[tuple[int, int]]:
    """Give the runs; of Chinese ones that overlap only the likeliest, rather longer ones."""
    taken: set[int] = set()
    best = sorted(runs, key=lambda run: (-run[0] - _LONGER * (run[2] - run[1]), run[1]))
    for _, first, last in best:
        places = range(first, last + 1)
        if not (pieces[first].is_han and taken.intersection(places)):
            taken.update(places)
            yield first, _with_ending(last, pieces)


def _with_ending(last: int, pieces: Sequence[Piece]) -> int:
    """Return the last piece with the Chinese for -jan, -gul or -khan that follows it, if any."""
    if not pieces[last].is_han:
        return last
    after = "".join(piece.text for piece in pieces[last + 1 : last + 3] if piece.follows)
    endings = (end for end in _chinese_words()["endings"] if after.startswith(end))
    return last + max(map(len, endings), default=0)


def _matched(left: Found, right: Found, pieces: Sequence[Piece]) -> bool:
    """Tell whether two neighbours go together.

    A weak one needs a capital where the other has one; with a word between neither may be
    weak, nor one of our own.
    """
    strong, weak = (left, right) if left.worth >= right.worth else (right, left)
    ours = left.worth == left.ours or right.worth == right.ours
    if right.first - left.last > 1 and (weak.worth < _PAIR or ours):
        return False
    capitals = [pieces[hit.first].text[0].isupper() for hit in (strong, weak)]
    return weak.worth >= _LONG_ALONE or capitals[1] or not capitals[0]


def _may_pair(hit: Found, name: Name) -> bool:
    return name.words[hit.word].size >= _SHORT or hit.worth >= _PAIR_SHORT


def _after(left: Found, pieces: Sequence[Piece], starts: dict[int, list[Found]]) -> Iterator[Found]:
    """Give what follows at once, or with one word between in alphabetic scripts."""
    following = left.last + 1
    if following < len(pieces) and pieces[following].follows:
        yield from starts.get(following, ())
        after = following + 1
        if after < len(pieces) and pieces[after].follows:
            nearby = (pieces[place].is_han for place in (left.last, following, after))
            yield from () if any(nearby) else starts.get(after, ())


def _own_pair(left: Found, right: Found, pieces: Sequence[Piece], own: Sequence[Name]) -> float:
    """Return how much two pieces are like two words of one of the person's own names."""
    texts = ["".join(p.text for p in pieces[hit.first : hit.last + 1]) for hit in (left, right)]
    return max(
        (
            (likeness(texts[0], one) + likeness(texts[1], other)) / 2
            for name in own
            for one in name.words
            for other in name.words
            if one is not other
        ),
        default=0.0,
    )


def _joined(
    pieces: Sequence[Piece], name: Name, own: Sequence[Name], known: set[int]
) -> Iterator[tuple[int, int]]:
    """Give words that are the whole name written as one, or a word of it written as two.

    Words that stand alone already, and ordinary ones, are not joined.
    """
    for first in range(len(pieces)):
        text = ""
        for last in range(first, min(first + _MOST_JOINED, len(pieces))):
            here = pieces[last]
            if here.is_han or len(here.text) < 2 or (last > first and not here.follows):
                break
            if last in known or is_common(here.text):
                break
            text += here.forms[0]
            targets = name.whole if last == first else (*name.whole, *name.words)
            long = (word for word in targets if word.size >= _LONG and _fits(text, word))
            worth = max((likeness(text, word, _JOINED) for word in long), default=0.0)
            if worth >= _JOINED and worth > _own_joined(text, own):
                yield first, last


def _fits(text: str, word: NameWord) -> bool:
    """Tell cheaply whether two spellings are of about the same length."""
    return 0.45 * word.size <= len(text) <= 2 * word.size + 6


def _own_joined(text: str, own: Sequence[Name]) -> float:
    every = (word for name in own for word in (*name.words, *name.whole))
    return max((likeness(text, word) for word in every), default=0.0)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(_chinese_words()["surnames"])


@cache
def _chinese_words() -> dict[str, Any]:
    found: dict[str, Any] = loads(_DATA.read_text(encoding="utf-8"))["chinese"]
    return found
