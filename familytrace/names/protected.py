"""Search outgoing text for what must never leave: names, numbers and accounts.

Better one word too many than one name let through: a hit is found across scripts, letter
forms, endings, invisible signs and separators. What is found is cut whole, and nothing
that is left can become a hit by the cutting.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from familytrace.names import protected_names, protected_numbers
from familytrace.names.fold import is_han
from familytrace.names.pieces import MARK, split, widen
from familytrace.names.protected_names import Name

Kind = Literal["name", "number", "account"]
CUT = MARK
_MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Protected:
    """One thing to keep back, as the family wrote it."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A span of the text that shows the protected thing of this index."""

    start: int
    end: int
    index: int


def find_protected(
    text: str, protected: Sequence[Protected], *, own_names: Sequence[str] = ()
) -> tuple[Hit, ...]:
    """Return where a text shows anything protected, in order.

    ``own_names`` are the names of the missing person, which the text may say.
    """
    if not text or not protected:
        return ()
    own = tuple(map(_name, own_names))
    pieces = split(text)
    spans: set[Hit] = set()
    for index, item in enumerate(protected):
        if item.kind == "name":
            for first, last in protected_names.find_name(pieces, _name(item.text), own):
                spans.add(Hit(*_whole(text, pieces[first].start, pieces[last].end), index))
        elif item.kind == "number":
            found = protected_numbers.find_number(text, item.text)
            spans.update(Hit(*_whole(text, start, end), index) for start, end in found)
        else:
            found = protected_numbers.find_account(text, item.text)
            spans.update(Hit(*_whole(text, start, end), index) for start, end in found)
    return tuple(sorted(_merged(text, spans), key=lambda hit: (hit.start, hit.end, hit.index)))


def cut(text: str, hits: Sequence[Hit]) -> str:
    """Return the text with every hit replaced by the same mark, overlapping ones by one."""
    kept: list[str] = []
    place = 0
    for start, end in _spans(hits):
        kept += (text[place:start], MARK)
        place = end
    return "".join((*kept, text[place:]))


def cut_protected(
    text: str, protected: Sequence[Protected], *, own_names: Sequence[str] = ()
) -> str:
    """Return the text without anything protected."""
    return cut(text, find_protected(text, protected, own_names=own_names))


@lru_cache(maxsize=1024)
def _name(text: str) -> Name:
    return protected_names.prepare(text)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to whole words; Chinese characters stand as they are."""
    low = start if is_han(text[start]) else widen(text, start, start)[0]
    high = end if is_han(text[end - 1]) else widen(text, end, end)[1]
    return low, high


def _merged(text: str, hits: set[Hit]) -> Iterator[Hit]:
    """Give the hits, one for neighbours of the same thing."""
    last: dict[int, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        before = last.get(hit.index)
        if before and _touch(text, before.end, hit.start):
            last[hit.index] = Hit(before.start, max(before.end, hit.end), hit.index)
            continue
        if before:
            yield before
        last[hit.index] = hit
    yield from last.values()


def _touch(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return len(between) <= _MOST_BETWEEN and not any(map(str.isalnum, between))


def _spans(hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    start = end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        if hit.start <= end:
            end = max(end, hit.end)
            continue
        if end >= 0:
            yield start, end
        start, end = hit.start, hit.end
    if end >= 0:
        yield start, end
