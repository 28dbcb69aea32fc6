"""The table from answers to topics, read from ``table.toml``: data, not code."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from familytrace.model.topics import Purpose, Topic
from familytrace.plain import from_plain

_TABLE = Path(__file__).with_name("table.toml")


@dataclass(frozen=True, slots=True)
class Rule:
    """What one purpose allows: topics by answer, how long it lasts, the pause before it.

    ``reaches`` is ``nobody else``, ``government`` or ``public``; ``china_may_read`` tells
    whether the Chinese government learns of it, whatever the form.
    """

    opens: frozenset[Topic]
    apart: frozenset[Topic]
    never: frozenset[Topic]
    months: int
    pause_hours: int
    reaches: str
    china_may_read: bool

    @property
    def allowed(self) -> frozenset[Topic]:
        """Return every topic that can be opened for this purpose at all."""
        return (self.opens | self.apart) - self.never


@cache
def rule_of(purpose: Purpose) -> Rule:
    """Return the rule for a purpose."""
    return from_plain(Rule, tomllib.loads(_TABLE.read_text(encoding="utf-8"))[purpose.value])
