from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest

from familytrace.model.consent import Consent
from familytrace.plain import PlainError, from_plain, to_plain


class Colour(StrEnum):
    """A choice of the test."""

    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    """An inner record without a place for leftovers."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """One attribute of each shape."""

    name: str = ""
    count: int | None = None
    sure: bool = False
    colour: Colour | None = None
    colours: frozenset[Colour] = frozenset()
    parts: tuple[Part, ...] = ()
    part: Part | None = None
    day: date | None = None
    at: datetime | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    code: str = field(default="", metadata={"check": lambda code: code in ("a", "b")})
    extra: Mapping[str, Any] = field(default_factory=dict)


FULL = Whole(
    name="Tahir",
    count=0,
    sure=True,
    colour=Colour.RED,
    colours=frozenset(Colour),
    parts=(Part("one"), Part("two")),
    part=Part("three"),
    day=date(2018, 3, 4),
    at=datetime(2018, 3, 4, 5, 6, tzinfo=UTC),
    words={"en": "yes"},
    code="a",
)


def test_a_record_comes_back_whole() -> None:
    assert FULL == from_plain(Whole, to_plain(FULL))


def test_what_is_unknown_is_not_there_and_zero_is_known() -> None:
    assert {} == to_plain(Whole())
    assert {"count": 0} == to_plain(Whole(count=0))
    assert {"parts": [{}]} == to_plain(Whole(parts=(Part(),)))


def test_sets_are_written_in_order() -> None:
    assert ["blue", "red"] == to_plain(frozenset({Colour.RED, Colour.BLUE}))


def test_plain_data_is_made_of_plain_types_only() -> None:
    plain = to_plain(FULL)
    assert "2018-03-04" == plain["day"]
    assert "2018-03-04T05:06:00+00:00" == plain["at"]
    assert str is type(plain["colour"])


@pytest.mark.parametrize(
    ("said", "data"),
    [
        ("Whole: expected a table", []),
        ("Whole.name: expected a text", {"name": 5}),
        ("Whole.name: expected a text", {"name": None}),
        ("Whole.count: expected a whole number", {"count": "5"}),
        ("Whole.count: expected a whole number", {"count": True}),
        ("Whole.sure: expected true or false", {"sure": 1}),
        ("Whole.colour: expected a known choice", {"colour": "green"}),
        ("Whole.colours: expected a list", {"colours": "red"}),
        ("Whole.parts[1].text: expected a text", {"parts": [{}, {"text": 1}]}),
        ("Whole.part: expected a table", {"part": "three"}),
        ("Whole.day: expected a date", {"day": "yesterday"}),
        ("Whole.at: expected a date", {"at": 5}),
        ("Whole.words: expected a table", {"words": []}),
        ("Whole.words.en: expected a text", {"words": {"en": 1}}),
        ("Whole.code: expected a known code", {"code": "c"}),
        ("no other entries than the published ones", {"later": 1}),
        ("no other entries than the published ones", {"part": {"later": 1}}),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(said: str, data: object) -> None:
    with pytest.raises(PlainError) as caught:
        from_plain(Whole, data)
    assert said in str(caught.value)


def test_a_refusal_does_not_repeat_what_was_read() -> None:
    for data in ({"colour": "secret"}, {"day": "secret"}, {"code": "secret"}, {"secret": 1}):
        with pytest.raises(PlainError) as caught:
            from_plain(Whole, data)
        assert "secret" not in str(caught.value)


def test_a_later_version_is_kept_aside_when_asked() -> None:
    read = from_plain(Whole, {"name": "Tahir", "later": [1], "code": "c"}, lenient=True)
    assert Whole(name="Tahir", extra={"later": [1], "code": "c"}) == read


def test_a_value_without_a_place_for_leftovers_drops_them() -> None:
    read = from_plain(Whole, {"part": {"text": "x", "later": 1}}, lenient=True)
    assert Whole(part=Part("x")) == read


def test_lenient_is_not_careless_about_types() -> None:
    with pytest.raises(PlainError):
        from_plain(Whole, {"name": 5}, lenient=True)


def test_leftovers_that_were_kept_stay_when_they_are_read_again() -> None:
    read = from_plain(Whole, {"extra": {"old": 1}, "new": 2}, lenient=True)
    assert {"old": 1, "new": 2} == read.extra


def test_a_no_survives_where_silence_would_mean_yes() -> None:
    for confirmed in (True, False):
        assert confirmed is from_plain(Consent, to_plain(Consent(confirmed=confirmed))).confirmed
