"""Suggest a name in other letters, always to be shown as a suggestion until it is accepted.

Uyghur in Arabic, Latin (ULY) and Cyrillic letters turns one into another without loss; a
Chinese name has one pinyin. Nothing is ever suggested in Chinese characters, for several
spellings are lawful and only the papers tell which.
"""

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from familytrace.names.fold import is_han
from familytrace.names.phones import syllable_of
from familytrace.names.script import ARABIC, CYRILLIC, HAN, LATIN, UYGHUR_ARABIC, script_of

_DATA = Path(__file__).with_name("data") / "uyghur_letters.toml"
_ALPHABETS = {LATIN: 0, CYRILLIC: 1}
_CODES = {ARABIC: "uyghur_arabic", LATIN: "uyghur_latin", CYRILLIC: "uyghur_cyrillic"}
_APOSTROPHES = "'\u2019\u02bc\u2018`"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name in other letters; ``script`` is a code of the choice ``name_script``."""

    script: str
    text: str


def suggest(text: str) -> tuple[Suggestion, ...]:
    """Return the name in the other alphabets that can be made from what was typed."""
    script = script_of(text)
    if script == HAN:
        spelt = pinyin(text)
        return (Suggestion("pinyin", spelt),) if spelt else ()
    source = ARABIC if script == UYGHUR_ARABIC else script
    if source not in _CODES:
        return ()
    arabic = _plain(text) if source == ARABIC else to_arabic(text, source)
    if not arabic or any(sign.isalpha() and sign not in _arabic_letters() for sign in arabic):
        return ()
    made = {script: from_arabic(arabic, script) for script in _ALPHABETS}
    made[ARABIC] = arabic
    return tuple(
        Suggestion(_CODES[target], found) for target, found in made.items() if target != source
    )


def to_arabic(text: str, source: str) -> str:
    """Return Uyghur of Latin or Cyrillic letters in Arabic letters; other signs stay."""
    table, seat, vowels = _to_arabic(source), _letters()["seat"], set(_letters()["vowels"])
    out: list[str] = []
    for sign in _units(_plain(text), tuple(table)):
        letter = table.get(sign)
        if letter in vowels and (not out or out[-1] in vowels or not _is_letter(out[-1])):
            out.append(seat)
        if letter or sign not in _APOSTROPHES:
            out.append(letter or sign)
        else:
            out.append("'")
    return _seats("".join(out))


def from_arabic(text: str, target: str) -> str:
    """Return Uyghur of Arabic letters in Latin or Cyrillic ones, each word with a capital."""
    return " ".join(_word(word, target) for word in _plain(text).split())


def pinyin(text: str) -> str:
    """Return a Chinese name in pinyin as passports write it, one word for each part."""
    words, word = [], ""
    for sign in text + " ":
        if is_han(sign):
            word += syllable_of(sign)
        elif word:
            words.append(word.capitalize())
            word = ""
    return " ".join(words)


def _word(word: str, target: str) -> str:
    letters, column = _letters(), _ALPHABETS[target]
    table = {**letters["vowels"], **letters["consonants"]}
    units = tuple(spelt[column] for spelt in table.values())
    out: list[str] = []
    for sign in word:
        if sign == letters["seat"]:
            out += ["'"] if out else []
            continue
        spelt = table[sign][column] if sign in table else sign
        if out and out[-1] != "'" and _units(out[-1] + spelt, units) != [out[-1], spelt]:
            out.append("'")
        out.append(spelt)
    found = "".join(out)
    if target == CYRILLIC:
        for one, two in letters["joined"].items():
            found = found.replace(two, one)
    return found[:1].upper() + found[1:]


def _units(text: str, units: tuple[str, ...]) -> list[str]:
    """Split a text into letters, those of two signs first."""
    found, place = [], 0
    while place < len(text):
        two = text[place : place + 2]
        found.append(two if len(two) == 2 and two in units else text[place])
        place += len(found[-1])
    return found


def _seats(text: str) -> str:
    """Turn an apostrophe before a vowel into its seat, and drop those between consonants."""
    letters = _letters()
    for vowel in letters["vowels"]:
        text = text.replace(f"'{vowel}", letters["seat"] + vowel)
        text = text.replace(f"'{letters['seat']}{vowel}", letters["seat"] + vowel)
    return text.replace("'", "")


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    for variant, letter in _letters()["variants"].items():
        plain = plain.replace(variant, letter)
    return plain


def _is_letter(sign: str) -> bool:
    return sign.isalpha() or sign == "'"


@cache
def _letters() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def _to_arabic(source: str) -> dict[str, str]:
    letters, column = _letters(), _ALPHABETS[source]
    table = {**letters["vowels"], **letters["consonants"]}
    found = {spelt[column]: letter for letter, spelt in table.items()}
    if source == CYRILLIC:
        found |= {
            one: "".join(found[sign] for sign in two) for one, two in letters["joined"].items()
        }
    return found


@cache
def _arabic_letters() -> frozenset[str]:
    letters = _letters()
    return frozenset((*letters["vowels"], *letters["consonants"], letters["seat"]))
