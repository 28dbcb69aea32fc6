"""How alike a word of a text and a word of a name are, endings and all."""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations
from pathlib import Path

from familytrace.names.fold import fold, is_han
from familytrace.names.phones import VOWELS, consonants, phones, pinyin_phones
from familytrace.names.skeleton import readings, similarity, weight_of

_DATA = Path(__file__).with_name("data") / "phones.toml"
_HARD = ("bpf", "td", "kg", "szScjZ", "rlLR", "m", "nN")
_HARD_LOSS = (0.25, 1.0, 0.25, 0.25, 0.5, 0.45, 0.45)
_OPEN_SIGNS = frozenset("QXCG")
_ENDING, _PART, _PART_OF_NAME = 0.99, 0.97, 0.93
_VOWELS = frozenset("aeiouy")
_LEAST_STEM, _LEAST_INSIDE, _LONGEST_ENDING = 3, 5, 6
Spelt = tuple[str, tuple[int, ...], int, float]


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name, ready to be compared.

    ``folded`` is the searchable text, ``sounds`` its readings, ``stems`` those without an
    ending that comes and goes, ``size`` the number of letters (three a Chinese character).
    """

    text: str
    folded: str
    sounds: tuple[Spelt, ...]
    stems: tuple[Spelt, ...]
    size: int


@cache
def name_word(text: str) -> NameWord:
    """Prepare one word of a name."""
    sounds = readings(text)
    stems = {stem for sound in sounds for stem in _without(sound, _endings("name"))}
    folded = fold(text).replace(" ", "")
    return NameWord(
        text,
        folded,
        tuple(map(_spelt, sounds)),
        tuple(map(_spelt, sorted(stems - set(sounds)))),
        sum(3 if is_han(sign) else 1 for sign in folded),
    )


def joined_words(words: tuple[str, ...]) -> tuple[NameWord, ...]:
    """Return the name written as one word, in every order of its words."""
    orders = permutations(words) if 1 < len(words) <= 3 else ()
    return tuple(name_word("".join(order)) for order in orders)


@lru_cache(maxsize=1 << 17)
def likeness(word: str, name: NameWord, least: float = 0.0) -> float:
    """Return how alike a word of a text and a word of a name are, 0 to 1.

    What cannot reach ``least`` may come back as 0.
    """
    folded = _folded(word)
    if folded == name.folded and folded:
        return 1.0
    if is_common(word) or _is_unspeakable(folded, name):
        return 0.0
    best = 0.0
    for sound, worth in _readings_of(word):
        for other in name.sounds:
            if not _far(sound, other, least):
                best = max(best, worth * similarity(sound[0], other[0], least))
        for other in name.stems:
            if not _far(sound, other, least):
                best = max(best, worth * _PART_OF_NAME * similarity(sound[0], other[0], least))
    return best


def holds(word: str, name: NameWord) -> bool:
    """Tell whether a word of a text has a name glued in somewhere, letter for letter."""
    long = len(name.folded) >= _LEAST_INSIDE and not is_han(name.folded[0])
    return long and name.folded in _folded(word)


def _is_unspeakable(folded: str, name: NameWord) -> bool:
    """Tell that a word is letters only, like ``XML``, and the name is not written so."""
    if not folded.isascii() or not _VOWELS.isdisjoint(folded):
        return False
    return any(not VOWELS.isdisjoint(sound) for sound, *_ in name.sounds)


def is_common(word: str) -> bool:
    """Tell whether a word is an ordinary English or Uyghur one, and nobody's name."""
    return _folded(word) in _common()


@cache
def _common() -> frozenset[str]:
    """Return ordinary words, which only a name spelt just so makes suspicious."""
    text = (_DATA.parent / "common_words.txt").read_text(encoding="utf-8")
    return frozenset(fold(word) for word in text.split())


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return fold(word).replace(" ", "")


@lru_cache(maxsize=1 << 16)
def _readings_of(word: str) -> tuple[tuple[Spelt, float], ...]:
    """Return the sounds of a word of a text with and without endings, and their worth."""
    found = dict.fromkeys(readings(word), 1.0)
    if not is_han(word[0]):
        for sound in _pinyin_with_ending(word):
            found.setdefault(sound, _ENDING)
        for sound in tuple(found):
            once = _without(sound, _endings("grammar"))
            twice = {stem for part in once for stem in _without(part, _endings("grammar"))}
            for stem in once | twice:
                found.setdefault(stem, _ENDING)
            for stem in {sound} | once | twice:
                for part in _without(stem, _endings("name")):
                    found.setdefault(part, _PART)
    return tuple((_spelt(sound), worth) for sound, worth in found.items() if sound)


def _pinyin_with_ending(word: str) -> tuple[str, ...]:
    """Return the readings of a pinyin word that has a letter-written ending glued to it."""
    if not word.isascii() or pinyin_phones(word):
        return ()
    for length in range(1, min(_LONGEST_ENDING, len(word) - _LEAST_STEM) + 1):
        ending = phones(word[-length:])
        known = ending in _endings("grammar") or ending in _endings("name")
        if known and pinyin_phones(word[:-length]):
            return readings(word[:-length])
    return ()


def _without(sound: str, endings: tuple[str, ...]) -> set[str]:
    if not sound.endswith(endings):
        return set()
    stems = {sound.removesuffix(end) for end in endings if sound.endswith(end)}
    return {stem for stem in stems if len(stem) >= _LEAST_STEM and len(consonants(stem)) > 1}


@lru_cache(maxsize=1 << 16)
def _spelt(sound: str) -> Spelt:
    """Return phones, how many of each class of hard consonants, of unclear ones, the weight."""
    counts = tuple(sum(map(sound.count, group)) for group in _HARD)
    return sound, counts, sum(map(sound.count, _OPEN_SIGNS)), weight_of(sound)


def _far(one: Spelt, other: Spelt, least: float) -> bool:
    """Tell cheaply that two sounds cannot be as alike as ``least``, by their hard consonants."""
    missing = extra = 0.0
    for left, right, loss in zip(one[1], other[1], _HARD_LOSS, strict=True):
        if left > right:
            extra += (left - right) * loss
        else:
            missing += (right - left) * loss
    cost = max(extra - other[2], missing - one[2])
    return cost > (1.0 - least) * (one[3] + other[3]) / 2 + 1e-9


@cache
def _endings(kind: str) -> tuple[str, ...]:
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))["suffixes"]
    return tuple(sorted(table[kind], key=len, reverse=True))
