"""Partial dates in the words of a language, for screens and printed pages.

Patterns and month names are our own data: CLDR has none for the way Uyghur dates are
written, and a library's tables change with the order in which languages are loaded.
Whoever puts the result into a sentence isolates it (``familytrace.i18n.isolate``).
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from familytrace.model.partial_date import OPEN, PartialDate, Point, Span, parse

_DATA = Path(__file__).with_name("data") / "date_words.toml"
_MARKS = {"~": "about", "?": "doubted", "%": "about_and_doubted"}


def in_words(told: PartialDate, language: str) -> str:
    """Return the date in a language, English where we have no words for it.

    A date known only in words comes back as told.
    """
    if told.edtf is None:
        return told.told
    return _span(parse(told.edtf), _words(language))


def languages() -> frozenset[str]:
    """Return the codes of the languages that dates can be said in."""
    return frozenset(_tables())


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def _words(language: str) -> dict[str, Any]:
    tables = _tables()
    return tables.get(language) or tables.get(language.split("_", maxsplit=1)[0]) or tables["en"]


def _span(span: Span, words: dict[str, Any]) -> str:
    if span.start and span.end:
        if not span.is_interval:
            return _point(span.start, words)
        start, end = _point(span.start, words), _point(span.end, words)
        return str(words["between"]).format(start=start, end=end)
    if span.start:
        pattern = words["since" if span.end_mark == OPEN else "end_unknown"]
        return str(pattern).format(date=_point(span.start, words))
    pattern = words["until" if span.start_mark == OPEN else "start_unknown"]
    return str(pattern).format(date=_point(span.end, words)) if span.end else ""


def _point(point: Point, words: dict[str, Any]) -> str:
    said = _plain_point(point, words)
    return str(words[_MARKS[point.mark]]).format(date=said) if point.mark else said


def _plain_point(point: Point, words: dict[str, Any]) -> str:
    if "X" in point.year:
        kind = "century" if point.year.endswith("XX") else "decade"
        return str(words[kind]).format(first=point.first.year, last=point.last.year)
    year = int(point.year)
    if point.month is None:
        return str(words["year"]).format(year=year)
    if point.month == 0:
        return str(words["month_unknown"]).format(date=str(words["year"]).format(year=year))
    if point.month > 12:
        pattern = words["winter" if point.month == 24 else "season"]
        season = words["seasons"][point.month - 21]
        return str(pattern).format(season=season, year=year, next=year + 1)
    if point.day:
        name = _month(point.month, words, "months_with_day")
        return str(words["day"]).format(day=point.day, month=name, year=year)
    said = str(words["month"]).format(month=_month(point.month, words, "months"), year=year)
    return said if point.day is None else str(words["day_unknown"]).format(date=said)


def _month(month: int, words: dict[str, Any], kind: str) -> str:
    names = words.get(kind) or words.get("months")
    return str(names[month - 1]) if names else str(month)
