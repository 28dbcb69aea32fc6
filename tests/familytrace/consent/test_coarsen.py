import pytest

from familytrace.consent.coarsen import SUMMARY, coarsen
from familytrace.model.events import ContactAttempt
from familytrace.model.partial_date import PartialDate
from familytrace.model.telling import Telling

NONE: frozenset[str] = frozenset()


def _attempt(name: str, target: str | None, date: str = "2018-03-04") -> ContactAttempt:
    return ContactAttempt(
        id=name,
        target=target,
        date=PartialDate(date, "on her birthday"),
        channel="wechat_voice",
        count=7,
        repeat="every night",
        outcome=("told_never_call_again",),
        words=Telling("Do not call", "en"),
        note="She cried",
        person="Aunt",
        address="+86 903 555 0100",
    )


def test_private_attempts_become_one_line_of_years() -> None:
    attempts = [
        _attempt("one", "relative_in_region", "2018-03-04"),
        _attempt("two", "neighbour_colleague", "2020-11"),
        _attempt("three", "person_missing", "2019-23"),
    ]
    expected = ContactAttempt(id=SUMMARY, date=PartialDate("2018/2020"), summary=SUMMARY)
    assert (expected,) == coarsen(attempts, NONE)


def test_attempts_of_one_year_say_that_year() -> None:
    (line,) = coarsen([_attempt("one", "person_missing", "2018-03-04")], NONE)
    assert PartialDate("2018") == line.date


@pytest.mark.parametrize("target", ["authority", "host_state_body", "ngo_un", "media"])
def test_attempts_at_offices_and_bodies_stand_in_full(target: str) -> None:
    attempt = _attempt("one", target)
    assert (attempt,) == coarsen([attempt], NONE)


def test_what_nobody_classified_counts_as_private() -> None:
    (line,) = coarsen([_attempt("one", None)], NONE)
    assert SUMMARY == line.summary


def test_an_office_asked_through_a_relative_inside_counts_as_private() -> None:
    asked = ContactAttempt(id="one", target="authority", channel="via_relative_in_region")
    (line,) = coarsen([asked], NONE)
    assert ContactAttempt(id=SUMMARY, summary=SUMMARY) == line


def test_an_attempt_that_was_opened_by_itself_stands_in_full() -> None:
    one, two = _attempt("one", "person_missing"), _attempt("two", "person_missing", "2017")
    summary, left = coarsen([one, two], frozenset({"one"}))
    assert one == left
    assert PartialDate("2017") == summary.date


@pytest.mark.parametrize("edtf", ["2018/..", "../2018", "201X", "2018-XX", "2018~", "2018?"])
def test_dates_of_every_form_become_years(edtf: str) -> None:
    (line,) = coarsen([_attempt("one", "person_missing", edtf)], NONE)
    assert line.date is not None
    assert set((line.date.edtf or "").replace("/", "")) <= set("0123456789")
    assert line.date.told == ""


def test_without_attempts_there_is_no_line() -> None:
    assert () == coarsen([], NONE)
