"""Compare names by sound across scripts, word order and spelling habits.

The costs stand in ``data/phones.toml``; what they rest on was measured on names in
several scripts: cheap vowels, a table of consonants that are taken for each other, and
every order of the words.
"""

import re
import tomllib
from functools import cache, lru_cache
from itertools import accumulate, permutations
from pathlib import Path

from familytrace.names.phones import VOWELS, consonants, phones, pinyin_phones
from familytrace.names.script import ARABIC, script_of

_DATA = Path(__file__).with_name("data") / "phones.toml"
_CLASSES = str.maketrans("bfqgQGkszSXcjCZlLRN", "ppkkkkkssssssssrrrn")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019\u02bc\u200b-\u200d-][^\W\d_]+)*")
_ARTICLE, _JOINING_U = "\u0627\u0644", "\u06c7"
_MOST_WORDS, _SLACK = 5, 1e-9


def name_key(text: str) -> str:
    """Return a key that spellings of one name mostly share: word skeletons in fixed order."""
    keys = (consonants(phones(word)).translate(_CLASSES) for word in words(text))
    return " ".join(sorted(re.sub(r"(.)\1+", r"\1", key) for key in keys if key))


def alike(one: str, other: str) -> float:
    """Return how alike two names sound, 0 to 1; about 0.78 is worth showing to a person."""
    left, right = words(one)[:_MOST_WORDS], words(other)[:_MOST_WORDS]
    if not left or not right:
        return 0.0
    if len(left) > len(right):
        left, right = right, left
    best = max(_aligned(left, order) for order in permutations(right, len(left)))
    if len(left) != len(right):
        best *= 0.80 if len(left) == 1 else 0.93
        joined = max(word_alike("".join(left), "".join(order)) for order in permutations(right))
        best = max(best, 0.97 * joined)
    return best


@lru_cache(maxsize=65536)
def word_alike(one: str, other: str) -> float:
    """Return how alike two words sound, 0 to 1, in the best of their readings."""
    pairs = ((a, b) for a in readings(one) for b in readings(other))
    return max((similarity(a, b) for a, b in pairs), default=0.0)


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[str, ...]:
    """Return the ways a word may sound: by its letters, as pinyin, and by convention.

    The Arabic article inside a name (Abd al-) is heard as u with a doubled consonant.
    """
    found = [phones(word), pinyin_phones(word) or ""]
    if _ARTICLE in word[2:-2] and script_of(word) == ARABIC:
        found.append(phones(word[0] + word[1:].replace(_ARTICLE, _JOINING_U)))
    for sound in tuple(found):
        usual = (key for key in _conventional() if key in sound)
        found.extend(sound.replace(key, _conventional()[key]) for key in usual)
    return tuple(dict.fromkeys(sound for sound in found if sound))


@cache
def _conventional() -> dict[str, str]:
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))["conventional"]
    return {phones(characters): sound for characters, sound in table.items()}


def words(text: str) -> list[str]:
    """Return the words of a name."""
    return _WORD.findall(text)


@lru_cache(maxsize=1 << 16)
def similarity(one: str, other: str, least: float = 0.0) -> float:
    """Return 1 minus the weighted cost of making one string of phones from another.

    What cannot reach ``least`` comes back as 0 without being worked out.
    """
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    weight = (weight_of(one) + weight_of(other)) / 2
    most = (1.0 - least) * weight + _SLACK
    losses = _losses(other)
    before = [0.0, *accumulate(losses)]
    for phone, loss in zip(one, _losses(one), strict=True):
        swaps = _swaps(phone)
        last = before[0] + loss
        here = [last]
        for column, partner in enumerate(other):
            last = min(
                before[column] + swaps.get(partner, 1.0),
                before[column + 1] + loss,
                last + losses[column],
            )
            here.append(last)
        if min(here) > most:
            return 0.0
        before = here
    return max(0.0, 1.0 - before[-1] / weight)


def _aligned(left: list[str], right: tuple[str, ...]) -> float:
    pairs = [
        (word_alike(a, b), len(phones(a)) + len(phones(b)))
        for a, b in zip(left, right, strict=True)
    ]
    total = sum(weight for _, weight in pairs) or 1
    mean = sum(value * weight for value, weight in pairs) / total
    return 0.7 * mean + 0.3 * min(value for value, _ in pairs)


@lru_cache(maxsize=1 << 14)
def _losses(spelt: str) -> tuple[float, ...]:
    return tuple(_loss(spelt, place) for place in range(len(spelt)))


@lru_cache(maxsize=1 << 14)
def weight_of(spelt: str) -> float:
    """Return what the phones of a word weigh together: consonants more than vowels."""
    return sum(map(_weight, spelt))


def _loss(spelt: str, place: int) -> float:
    """What it costs that a phone is missing on the other side."""
    phone, following = spelt[place], spelt[place + 1 : place + 2]
    if phone in VOWELS:
        return 0.22 if place == 0 else 0.12
    if phone in "wy":
        silent = place == 0 and following in tuple("ui")
        return 0.08 if silent else 0.35 if phone == "w" else 0.22
    if phone in "hxHX":
        return 0.30 if place == 0 or following not in VOWELS else 0.40
    if phone in "RG":
        return 0.35
    if phone in "rLl" and following not in VOWELS:
        return 0.5
    if phone in "nN" and not following:
        return 0.6
    if phone in "td" and following in tuple("jZc"):
        return 0.25
    return 1.0


def _weight(phone: str) -> float:
    return 0.3 if phone in VOWELS else 0.4 if phone in "wyhxH" else 1.0


@cache
def _swaps(phone: str) -> dict[str, float]:
    """Return what each phone costs that may stand for this one; all others cost 1."""
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))["costs"]
    found = {phone: 0.0}
    for cost, pairs in table.items():
        found |= {pair.replace(phone, "", 1): float(cost) for pair in pairs if phone in pair}
    return found
