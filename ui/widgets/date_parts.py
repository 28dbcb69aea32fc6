"""What the date editor shows for a date, and the date for what it shows; no widgets here."""

from typing import NamedTuple

from familytrace.i18n import N_
from familytrace.model.partial_date import OPEN, Point, parse, write_interval, write_point

KINDS = {
    "day": N_("Exact day"),
    "month": N_("Month"),
    "season": N_("Season"),
    "year": N_("Year"),
    "between": N_("Between"),
    "unknown": N_("Not known"),
}


class Parts(NamedTuple):
    """Year, month (or season 21 to 24) and day; nothing where not known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class Shown(NamedTuple):
    """How a date stands in the editor; ``foreign`` if the editor cannot show all of it."""

    kind: str
    start: Parts = Parts()
    end: Parts = Parts()
    about: bool = False
    foreign: bool = False


def show(edtf: str | None) -> Shown:
    """Return what the editor shows for an EDTF text."""
    if not edtf:
        return Shown("")
    span = parse(edtf)
    ends = (span.start, span.end)
    about = any(point is not None and point.mark in ("~", "%") for point in ends)
    if any(point is not None and not _plain(point) for point in ends):
        return Shown("year", about=about, foreign=True)
    start, end = (_parts(point) for point in ends)
    if span.is_interval:
        return Shown("between", start, end, about)
    if start.day:
        return Shown("day", start, about=about)
    if start.month is None:
        return Shown("year", start, about=about)
    return Shown("season" if start.month > 12 else "month", start, about=about)


def write(kind: str, start: Parts, end: Parts, *, about: bool) -> str | None:
    """Return the EDTF text of what the editor shows, None while no year is given.

    Raises PartialDateError when there is no such day, or the end is before the start.
    """
    mark = "~" if about else ""
    if kind == "between":
        ends = [_point(parts, mark) for parts in (start, end)]
        return write_interval(*ends) if ends != [OPEN, OPEN] else None
    if start.year is None or not kind or kind == "unknown":
        return None
    month = start.month if kind != "year" else None
    return write_point(start.year, month, start.day if kind == "day" else None, mark)


def _point(parts: Parts, mark: str) -> str:
    if parts.year is None:
        return OPEN
    return write_point(parts.year, parts.month, parts.day, mark)


def _plain(point: Point) -> bool:
    return point.year.isdigit() and point.month != 0 and point.day != 0 and point.mark != "?"


def _parts(point: Point | None) -> Parts:
    return Parts() if point is None else Parts(int(point.year), point.month, point.day)
