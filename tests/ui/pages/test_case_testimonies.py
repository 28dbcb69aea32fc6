"""A testimony names its speaker, and says when it was told and how it begins."""

from familytrace.model import events
from familytrace.model.case import Case
from familytrace.model.partial_date import PartialDate
from familytrace.model.person import Reporter
from familytrace.model.telling import Telling
from ui.pages.case_testimonies import TESTIMONIES, speakers, summary


def test_the_summary_says_when_and_where_it_was_told_and_how_it_begins() -> None:
    told = events.Testimony(
        told_on=PartialDate("2026-08"), country="Norway", words=Telling(text="They came at night.")
    )
    title, second = summary(told)
    assert "August 2026" in title
    assert "Norway" in title
    assert "They came at night." in second
    assert ("New statement", "") == summary(events.Testimony())


def test_everybody_who_tells_the_case_can_be_chosen() -> None:
    case = Case(reporters=(Reporter(id="a", name="Aygul Sinaq"), Reporter(id="b")))
    assert {"a", "b"} == set(speakers(case)) == set(TESTIMONIES.options(case)["speaker"])
    assert "Aygul Sinaq" in speakers(case)["a"]
