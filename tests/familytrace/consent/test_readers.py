"""Who will see it is said in order, and never less than what is true."""

import pytest

from familytrace.consent.readers import readers
from familytrace.model.topics import Purpose


def seen(purpose: Purpose, *, china: bool = False) -> list[bool]:
    return [one.sees for one in readers("Sinaq group", purpose, china_may_read=china)]


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        (Purpose.HELP, [True, False, False]),
        (Purpose.UN, [True, True, False]),
        (Purpose.HOST_STATE, [True, True, False]),
        (Purpose.COURT, [True, True, False]),
        (Purpose.PUBLIC, [True, True, True]),
        (Purpose.CAMPAIGN, [True, True, True]),
    ],
)
def test_each_purpose_reaches_its_circles(purpose: Purpose, expected: list[bool]) -> None:
    assert expected == seen(purpose)


def test_a_form_that_china_may_read_reaches_it_whatever_the_purpose_is() -> None:
    assert [True, True, False] == seen(Purpose.HELP, china=True)


def test_the_un_is_said_to_tell_the_chinese_government() -> None:
    said = readers("Sinaq group", Purpose.UN, china_may_read=True)[1].sentence
    assert "They tell the Chinese government the name and what happened." == said
