"""A place as the family tells it, and where on the map that is."""

from dataclasses import dataclass

from familytrace.i18n import N_
from familytrace.model.facts import Kind, fact
from familytrace.model.topics import Level


@dataclass(frozen=True, slots=True)
class Place:
    """A place: ``code`` is a county or prefecture of the gazetteer (GB/T 2260).

    Words as told may hold a village or a street, so they are more dangerous than
    the code: a public recipient sees the county only.
    """

    told: str = fact(N_("Place, as you say it"), Kind.TEXT, None, Level.ENDANGERING)
    code: str = fact(N_("County or prefecture"), Kind.TEXT, None, Level.PERSONAL)
    country: str = fact(N_("Country"), Kind.TEXT, None, Level.PERSONAL)
    detail: str = fact(N_("Village, group or street"), Kind.TEXT, None, Level.ENDANGERING)
