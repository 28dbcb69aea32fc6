"""Read it as the state would: private attempts become one line without detail."""

from collections.abc import Iterable

from familytrace.model.events import PRIVATE_TARGETS, ContactAttempt
from familytrace.model.partial_date import PartialDate


def coarsen(
    attempts: Iterable[ContactAttempt], opened: frozenset[str]
) -> tuple[ContactAttempt, ...]:
    """Replace attempts that reached private people inside by one summary of years.

    No day, hour, channel, words, number or kinship is left, unless an attempt was
    opened by itself. What nobody classified counts as private.
    """
    plain: list[ContactAttempt] = []
    private: list[ContactAttempt] = []
    for attempt in attempts:
        hidden = attempt.target in PRIVATE_TARGETS or attempt.target is None
        (private if hidden and attempt.id not in opened else plain).append(attempt)
    return (*_summary(private), *plain)


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
    return (ContactAttempt(id=attempts[0].id, date=when, summary="private_attempts"),)


def _years(attempt: ContactAttempt) -> Iterable[int]:
    for date in (attempt.date, attempt.until):
        for end in (date.earliest, date.latest) if date else ():
            if end is not None:
                yield end.year
