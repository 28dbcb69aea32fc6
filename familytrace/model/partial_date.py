"""Dates as families know them: the words as told, and what they mean in EDTF.

EDTF is ISO 8601-2. Of it we use levels 0 and 1 for the years 1000 to 9999: days, months,
years, decades (``201X``), centuries (``20XX``), unknown months and days (``2017-XX``),
seasons 21 to 24, the marks ``?`` ``~`` ``%`` at the end, and intervals with open (``..``)
or unknown (empty) ends.

Seasons are those of the northern half of the earth, by whole months: spring is March to
May. Winter begins in December of the year named and ends with February of the next one,
so ``2016-24`` is December 2016 to February 2017; whoever means the January before says
so with an interval.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

OPEN, UNKNOWN = "..", ""
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_POINT = re.compile(
    r"(?P<year>[1-9][0-9]{3}|[1-9][0-9]{2}X|[1-9][0-9]XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<mark>[?~%]?)"
)
_LONGEST = 32


class PartialDateError(ValueError):
    """The text is not a date in the part of EDTF that we use."""


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date; ``month`` is 1 to 12, a season 21 to 24, 0 for X, or None."""

    first: date
    last: date
    year: str
    month: int | None
    day: int | None
    mark: str


@dataclass(frozen=True, slots=True)
class Span:
    """What an EDTF text says; both ends are the same point unless it is an interval."""

    start: Point | None
    end: Point | None
    is_interval: bool
    start_mark: str = ""
    end_mark: str = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the words as told; ``edtf`` is None while only words exist.

    Raises PartialDateError when ``edtf`` is not in the part of EDTF that we use.
    """

    edtf: str | None = None
    told: str = ""

    def __post_init__(self) -> None:
        if self.edtf is not None:
            check(self.edtf)

    @property
    def earliest(self) -> date | None:
        """The first day it can be, or None when that is open."""
        start = self._span.start
        return start.first if start else None

    @property
    def latest(self) -> date | None:
        """The last day it can be, or None when that is open."""
        end = self._span.end
        return end.last if end else None

    @property
    def has_month(self) -> bool:
        """Whether the month is known; in an interval, of both ends."""
        return all(point and point.month in range(1, 13) for point in self._ends)

    @property
    def has_day(self) -> bool:
        """Whether the day is known; in an interval, of both ends."""
        return all(point and point.day for point in self._ends)

    @property
    def is_approximate(self) -> bool:
        """Whether it is marked as "about" (``~`` or ``%``) at either end."""
        return any(point and point.mark in ("~", "%") for point in self._ends)

    @property
    def is_uncertain(self) -> bool:
        """Whether it is marked as doubted (``?`` or ``%``) at either end."""
        return any(point and point.mark in ("?", "%") for point in self._ends)

    @property
    def sort_key(self) -> tuple[bool, date, date, str]:
        """Order by first possible day, then last; dates known only in words come last."""
        first, last = self.earliest, self.latest
        known = first or last
        return known is None, known or date.max, last or date.max, self.edtf or self.told

    @property
    def _span(self) -> Span:
        return parse(self.edtf) if self.edtf is not None else Span(None, None, is_interval=False)

    @property
    def _ends(self) -> tuple[Point | None, Point | None]:
        return self._span.start, self._span.end


def check(edtf: str) -> None:
    """Raise PartialDateError unless the text is a date in the part of EDTF that we use."""
    parse(edtf)


def write_point(year: int, month: int | None = None, day: int | None = None, mark: str = "") -> str:
    """Return the EDTF text of a year, month (or season 21 to 24) or day.

    Raises PartialDateError when there is no such day.
    """
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part is not None)]
    edtf = "-".join(parts) + mark
    if day is not None and month is None:
        raise PartialDateError("a day without a month")
    check(edtf)
    return edtf


def write_interval(start: str, end: str) -> str:
    """Return the EDTF text from one point to another; ``OPEN`` and ``UNKNOWN`` may be one end."""
    edtf = f"{start}/{end}"
    check(edtf)
    return edtf


def read_typed(text: str) -> PartialDate:
    """Keep what a person typed, with its meaning when it is plainly EDTF."""
    try:
        return PartialDate(text.strip(), text)
    except PartialDateError:
        return PartialDate(None, text)


@lru_cache(maxsize=4096)
def parse(edtf: str) -> Span:
    """Return what an EDTF text says. Raises PartialDateError."""
    if len(edtf) > _LONGEST:
        raise PartialDateError("too long for a date")
    ends = edtf.split("/")
    if len(ends) == 1:
        point = _point(edtf)
        return Span(point, point, is_interval=False)
    if len(ends) > 2 or all(end in (OPEN, UNKNOWN) for end in ends):
        raise PartialDateError("not an interval")
    start, end = (None if text in (OPEN, UNKNOWN) else _point(text) for text in ends)
    if start and end and start.first > end.last:
        raise PartialDateError("an interval that ends before it starts")
    marks = [text if text == OPEN else "" for text in ends]
    return Span(start, end, is_interval=True, start_mark=marks[0], end_mark=marks[1])


def _point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise PartialDateError("not a date")
    year, month, day, mark = found.group("year", "month", "day", "mark")
    if "X" in year and month is not None:
        raise PartialDateError("a month in an unknown year")
    if month == "XX" and day not in (None, "XX"):
        raise PartialDateError("a day in an unknown month")
    first, last = _bounds(year, month, day)
    number = {None: None, "XX": 0}
    return Point(
        first,
        last,
        year,
        number[month] if month in number else int(month),
        number[day] if day in number else int(day),
        mark,
    )


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if month in (None, "XX"):
        return date(low, 1, 1), date(high, 12, 31)
    number = int(month or 0)
    if number in _SEASON_STARTS and day is None:
        return _season(low, _SEASON_STARTS[number])
    if not 1 <= number <= 12:
        raise PartialDateError("no such month")
    length = monthrange(low, number)[1]
    if day in (None, "XX"):
        return date(low, number, 1), date(low, number, length)
    if not 1 <= int(day or 0) <= length:
        raise PartialDateError("no such day")
    return (exact := date(low, number, int(day or 0))), exact


def _season(year: int, start: int) -> tuple[date, date]:
    last_year, last_month = (year, start + 2) if start < 12 else (min(year + 1, 9999), 2)
    if year == 9999 and start == 12:
        last_month = 12
    return date(year, start, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
