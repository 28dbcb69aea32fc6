"""Prefectures and counties of the Uyghur region, with their codes past and present.

Codes are those of GB/T 2260. A code stays in the list after it was abolished, because the
resident numbers of older people carry it; ``successor`` leads to the unit of today.
"""

import csv
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data")
_UNLIKE = str.maketrans(
    {"\u06cc": "\u0649", "\u064a": "\u0649", "\u06a9": "\u0643", "\u06c1": "\u06be", "\u0674": ""}
)
_UNCHECKED = "u"
_TURKISH = str.maketrans({"\u00e7": "ch", "\u015f": "sh", "\u011f": "gh", "\u0131": "i"})
_CONSONANTS = str.maketrans({**dict.fromkeys("aeiouyw"), "x": "h", "q": "k"})


@dataclass(frozen=True, slots=True)
class Place:
    """One unit; ``level`` is ``"prefecture"`` or ``"county"``, years are None when open."""

    code: str
    level: str
    valid_from: int | None
    valid_to: int | None
    successor: str | None
    zh: str
    pinyin: str
    ug: str
    ug_latin: str
    kk: str
    kk_arab: str
    en: tuple[str, ...]
    also: tuple[str, ...]
    sources: str

    @property
    def is_current(self) -> bool:
        """Whether the unit exists today."""
        return self.valid_to is None

    def is_checked(self, column: str) -> bool:
        """Whether the names of a column (zh, ug, kk, en) have a source other than memory."""
        marks = dict(part.split(":") for part in self.sources.split())
        return marks[column] != "-" and _UNCHECKED not in marks[column]

    def names(self) -> Iterator[str]:
        """Give every name it is known by."""
        single = (self.zh, self.pinyin, self.ug, self.ug_latin, self.kk, self.kk_arab)
        return (name for name in (*single, *self.en, *self.also) if name)


def by_code(code: str, year: int | None = None) -> Place | None:
    """Return the unit with this code, in a given year if one is named, else the latest."""
    found = _codes().get(code, ())
    if year is not None:
        in_year = [place for place in found if _exists(place, year)]
        found = tuple(in_year) or found
    return found[-1] if found else None


def present(code: str) -> Place | None:
    """Return the unit of today that a code, old or new, belongs to."""
    place = by_code(code)
    while place and not place.is_current and place.successor and place.successor != place.code:
        place = by_code(place.successor)
    return place


def prefecture_of(code: str) -> Place | None:
    """Return the prefecture of today that a county or an old code belongs to.

    The cities that answer to the region alone (6590xx) have none.
    """
    place = present(code)
    return by_code(place.code[:4] + "00") if place else None


def counties_of(code: str) -> tuple[Place, ...]:
    """Return the counties of today in a prefecture."""
    return tuple(
        place
        for place in places()
        if place.is_current and place.level == "county" and place.code[:4] == code[:4]
    )


def label(code: str, language: str) -> str:
    """Return the name to show in a language: its own, else English, else the bare code."""
    place = by_code(code)
    if not place:
        return code
    short = language.split("_", maxsplit=1)[0]
    if short == "zh":
        return place.zh
    if language == "kk_Arab" and place.kk_arab:
        return place.kk_arab
    name = {"ug": place.ug, "kk": place.kk}.get(short, "")
    if not name:
        return _english(place)
    kind = next((word for end, word in _words()["kinds"][short].items() if place.zh.endswith(end)))
    return f"{name} {kind}"


def _english(place: Place) -> str:
    names = place.en or (place.ug_latin or place.pinyin,)
    return f"{names[0]} ({names[1]})" if len(names) > 1 else names[0]


def find(text: str, limit: int = 12) -> tuple[Place, ...]:
    """Return the places a text may mean, in any script, the likeliest first.

    A code is found too. Old units are left out where their successor is found.
    """
    whole = _key(text)
    if not whole:
        return ()
    if text.strip().isdecimal():
        return _codes().get(whole, ())
    tokens = [key for part in text.replace(",", " ").split() if (key := _key(part))]
    ranked = [(rank, place) for place in places() if (rank := _rank(place, whole, tokens)) < 9]
    ranked.sort(key=lambda pair: (pair[0], not pair[1].is_current, pair[1].code))
    found = [place for _, place in ranked]
    today = {place.code for place in found if place.is_current}
    kept = [p for p in found if p.is_current or getattr(present(p.code), "code", "") not in today]
    return tuple(kept[:limit])


@cache
def places() -> tuple[Place, ...]:
    """Return all units, by code and then by year."""
    with (_DATA / "gazetteer.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_place(row) for row in csv.DictReader(lines))


def _place(row: dict[str, str]) -> Place:
    return Place(
        code=row["code"],
        level=row["level"],
        valid_from=int(row["valid_from"]) if row["valid_from"] else None,
        valid_to=int(row["valid_to"]) if row["valid_to"] else None,
        successor=row["successor"] or None,
        en=tuple(filter(None, row["en"].split("|"))),
        also=tuple(filter(None, row["also"].split("|"))),
        **{name: row[name] for name in ("zh", "pinyin", "ug", "ug_latin", "kk", "kk_arab")},
        sources=row["sources"],
    )


@cache
def _codes() -> dict[str, tuple[Place, ...]]:
    codes: dict[str, tuple[Place, ...]] = {}
    for place in sorted(places(), key=lambda place: place.valid_to or 9999):
        codes[place.code] = (*codes.get(place.code, ()), place)
    return codes


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((_DATA / "gazetteer_words.toml").read_text(encoding="utf-8"))


@cache
def _generic() -> frozenset[str]:
    return frozenset(_fold(word) for word in _words()["generic"])


@cache
def _keys(place: Place) -> frozenset[str]:
    return frozenset(_key(name) for name in place.names())


def _exists(place: Place, year: int) -> bool:
    return (place.valid_from or 0) <= year <= (place.valid_to or 9999)


def _rank(place: Place, whole: str, tokens: list[str]) -> int:
    keys = _keys(place)
    if whole in keys:
        return 0 if place.level == "prefecture" else 1
    if any(key.startswith(whole) for key in keys):
        return 2
    if any(token in keys for token in tokens):
        return _rank_of_part(place, tokens)
    return 6 if _sounds_like_one(whole, keys) else 9


def _sounds_like_one(whole: str, keys: frozenset[str]) -> bool:
    skeleton = whole.translate(_CONSONANTS)
    if not whole.isascii() or len(skeleton) < 3:
        return False
    return any(key.isascii() and key.translate(_CONSONANTS) == skeleton for key in keys)


def _rank_of_part(place: Place, tokens: list[str]) -> int:
    if place.level == "prefecture":
        return 5
    others = set(tokens) - _keys(place)
    above = by_code(place.code[:4] + "00")
    return 3 if above and others & _keys(above) else 4


def _key(name: str) -> str:
    words = [_fold(word) for word in name.replace("-", " ").split()]
    kept = [word for word in words if word not in _generic()] or words
    key = "".join(kept)
    for end in _words()["generic_zh"]:
        if key.endswith(end) and len(key) > len(end):
            return key.removesuffix(end)
    return key


def _fold(word: str) -> str:
    signs = unicodedata.normalize("NFKD", word.casefold().translate(_TURKISH))
    kept = (sign for sign in signs if sign.isalnum() and not unicodedata.combining(sign))
    return "".join(kept).translate(_UNLIKE)
