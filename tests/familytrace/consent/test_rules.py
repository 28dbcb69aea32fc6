import tomllib
from pathlib import Path

import pytest

from familytrace.consent import rules
from familytrace.consent.rules import Rule, rule_of
from familytrace.model.topics import Purpose, Topic

PUBLIC = (Purpose.PUBLIC, Purpose.CAMPAIGN)


def test_the_table_has_one_rule_for_each_purpose() -> None:
    text = Path(rules.__file__).with_name("table.toml").read_text(encoding="utf-8")
    assert set(Purpose) == set(tomllib.loads(text))


@pytest.mark.parametrize("purpose", Purpose)
def test_how_we_know_never_leaves(purpose: Purpose) -> None:
    assert Topic.HOW in rule_of(purpose).never
    assert Topic.HOW not in rule_of(purpose).allowed


@pytest.mark.parametrize("purpose", Purpose)
def test_a_yes_covers_who_and_what_and_everything_else_is_asked_apart(purpose: Purpose) -> None:
    rule = rule_of(purpose)
    assert frozenset({Topic.WHO, Topic.HAPPENED}) == rule.opens
    assert frozenset() == rule.opens & rule.apart
    assert frozenset(Topic) >= rule.apart


@pytest.mark.parametrize(("months", "purpose"), [(12, Purpose.UN), (6, Purpose.PUBLIC)])
def test_agreements_last_as_long_as_the_reference_says(months: int, purpose: Purpose) -> None:
    assert months == rule_of(purpose).months


def test_only_help_leaves_without_a_pause() -> None:
    assert {Purpose.HELP} == {purpose for purpose in Purpose if not rule_of(purpose).pause_hours}
    assert {24, 0} == {rule_of(purpose).pause_hours for purpose in Purpose}


def test_numbers_and_threats_of_the_family_are_not_for_everybody() -> None:
    assert all(Topic.IDS in rule_of(purpose).never for purpose in PUBLIC)
    assert Topic.THREATS in rule_of(Purpose.PUBLIC).never


def test_whatever_everybody_reads_the_state_reads_too() -> None:
    assert all(rule_of(purpose).china_may_read for purpose in (*PUBLIC, Purpose.UN))
    assert not rule_of(Purpose.HELP).china_may_read


def test_never_wins_over_apart() -> None:
    rule = Rule(
        opens=frozenset({Topic.WHO}),
        apart=frozenset({Topic.IDS}),
        never=frozenset({Topic.IDS}),
        months=1,
        pause_hours=0,
        reaches="public",
        china_may_read=True,
    )
    assert frozenset({Topic.WHO}) == rule.allowed
