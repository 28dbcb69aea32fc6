"""Read it as the state would: private attempts become one line without detail."""

from collections.abc import Iterable

from familytrace.model.events import PRIVATE_TARGETS, ContactAttempt
from familytrace.model.partial_date import PartialDate

SUMMARY = "private_attempts"


def coarsen(
    attempts: Iterable[ContactAttempt], opened: frozenset[str]
) -> tuple[ContactAttempt, ...]:
    """Replace attempts that reached private people inside by one summary of years.

    No day, hour, channel, words, number or kinship is left, unless an attempt was
    opened by itself. What nobody classified, and what somebody inside was asked to do,
    counts as private. The summary has an id of its own, so that no answer points to
    the attempt it came to.
    """
    plain: list[ContactAttempt] = []
    private: list[ContactAttempt] = []
    for attempt in attempts:
        (private if _is_private(attempt) and attempt.id not in opened else plain).append(attempt)
    return (*_summary(private), *plain)


def _is_private(attempt: ContactAttempt) -> bool:
    asked_inside = attempt.channel == "via_relative_in_region"
    return attempt.target in PRIVATE_TARGETS or attempt.target is None or asked_inside


def _summary(attempts: list[ContactAttempt]) -> tuple[ContactAttempt, ...]:
    if not attempts:
        return ()
    years = sorted(year for attempt in attempts for year in _years(attempt))
    if not years:
        when = None
    elif years[0] == years[-1]:
        when = PartialDate(edtf=str(years[0]))
    else:
        when = PartialDate(edtf=f"{years[0]}/{years[-1]}")
    return (ContactAttempt(id=SUMMARY, date=when, summary=SUMMARY),)


def _years(attempt: ContactAttempt) -> Iterable[int]:
    for date in (attempt.date, attempt.until):
        for end in (date.earliest, date.latest) if date else ():
            if end is not None:
                yield end.year
