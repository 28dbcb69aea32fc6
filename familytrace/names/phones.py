"""Spell a word by sound, whatever script it is written in, in one small set of phones.

The set and the letter tables stand in ``data/phones.toml``; ``data/han_syllables.csv``
gives each Chinese character the syllable it has in transcribed names (readings as in
pypinyin 0.55, MIT, with the usual ones of names where a character has several).
"""

import csv
import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from familytrace.names.fold import is_han

VOWELS = frozenset("aeiou")
_DATA = Path(__file__).with_name("data")
_RUNS = {"iao": "o", "uai": "e", "ai": "e", "ei": "e", "ie": "e", "ia": "e", "ea": "e", "ae": "e"}
_RUNS |= {"ao": "o", "uo": "o", "ou": "o", "au": "o", "ue": "u"}
_LONGEST_SYLLABLE = 6
_DOUBLED = re.compile(r"(.)\1+")
_CLOSING_Y = re.compile(r"(?<=[aeou])y(?![aeiou])")
_CLOSING_W = re.compile(r"(?<=[aei])w(?![aeiou])")
_DROPPED = ("Mn", "Me", "Cf", "Lm")


@lru_cache(maxsize=16384)
def phones(word: str) -> str:
    """Return the phones of one word; a word of Chinese characters is read in transcription.

    Signs that are in no table (digits, other scripts) are left out.
    """
    letters = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", word).casefold())
    spelt: list[str] = []
    for is_chinese, run in groupby(letters, key=is_han):
        part = "".join(run)
        spelt.append(_chinese(part) if is_chinese else _alphabetic(part))
    return _smooth("".join(spelt))


@lru_cache(maxsize=16384)
def pinyin_phones(word: str) -> str | None:
    """Return the phones of a Latin word read as pinyin, or None when it cannot be pinyin."""
    plain = "".join(sign for sign in word.casefold() if sign.isalpha())
    parts = _split_pinyin(plain) if plain.isascii() else None
    return _smooth("".join(map(_syllable, parts))) if parts else None


@cache
def syllable_of(character: str) -> str:
    """Return the pinyin syllable of one Chinese character, empty when it is not in the table."""
    return _syllables().get(character, "")


def consonants(spelt: str) -> str:
    """Return the phones without vowels and without those that spelling habits drop."""
    return "".join(phone for phone in spelt if phone not in "aeiouwyhxH")


def _chinese(part: str) -> str:
    return "".join(_syllable(syllable_of(character)) for character in part)


@cache
def _syllable(syllable: str) -> str:
    tables = _tables()
    if syllable == "er":
        return "R"
    for initial, sound in tables["initial"].items():
        rest = syllable.removeprefix(initial)
        if rest != syllable and rest in tables["final"]:
            return sound + tables["final"][rest]
    return tables["final"].get(syllable, "")


def _alphabetic(part: str) -> str:
    letters = _letters()
    spelt, place = [], 0
    while place < len(part):
        for length in (4, 3, 2, 1):
            sound = letters.get(part[place : place + length])
            if sound is not None:
                spelt.append(sound)
                place += length
                break
        else:
            spelt.append(_plain_letter(part[place]))
            place += 1
    return "".join(spelt)


def _plain_letter(sign: str) -> str:
    if unicodedata.category(sign) in _DROPPED:
        return ""
    base = unicodedata.normalize("NFD", sign)[0]
    return base if "a" <= base <= "z" else _letters().get(base, "")


def _smooth(spelt: str) -> str:
    """Make one vowel of a run of vowels and glides, and one phone of a doubled one."""
    single = _DOUBLED.sub(r"\1", spelt).replace("yi", "i").replace("wu", "u")
    single = _CLOSING_Y.sub("i", single)
    single = _CLOSING_W.sub("u", single)
    for run, vowel in _RUNS.items():
        single = single.replace(run, vowel)
    return _DOUBLED.sub(r"\1", single)


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = tomllib.loads(
        (_DATA / "phones.toml").read_text(encoding="utf-8")
    )
    return tables


@cache
def _letters() -> dict[str, str]:
    tables = _tables()
    return {**tables["latin"], **tables["cyrillic"], **tables["arabic"]}


@cache
def _syllables() -> dict[str, str]:
    with (_DATA / "han_syllables.csv").open(encoding="utf-8", newline="") as lines:
        return {
            character: row["syllable"]
            for row in csv.DictReader(lines)
            for character in row["characters"]
        }


@cache
def _all_syllables() -> frozenset[str]:
    return frozenset(syllable for syllable in _syllables().values() if syllable != "n")


def _split_pinyin(plain: str) -> list[str] | None:
    """Split a word that is all pinyin into syllables, long ones first."""
    after: dict[int, list[str]] = {len(plain): []}
    for start in range(len(plain) - 1, -1, -1):
        for length in range(_LONGEST_SYLLABLE, 0, -1):
            syllable, end = plain[start : start + length], start + length
            if end in after and syllable in _all_syllables():
                after[start] = [syllable, *after[end]]
                break
    return after.get(0)
