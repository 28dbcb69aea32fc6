"""Own words and their translation: two fields, and the original is never replaced."""

from dataclasses import dataclass

from familytrace.i18n import N_
from familytrace.model.facts import Kind, fact


@dataclass(frozen=True, slots=True)
class Telling:
    """Words as they were said, and a translation beside them.

    Languages are BCP 47 codes (``ug``, ``kk``, ``zh``, ``en``); the translator is
    named by role only (``daughter``, ``interpreter``).
    """

    text: str = fact(N_("In the speaker's own words"), Kind.LONG, None, None)
    language: str = fact(N_("Language of these words"), Kind.TEXT, None, 0)
    translation: str = fact(N_("Translation"), Kind.LONG, None, None)
    translation_language: str = fact(N_("Language of the translation"), Kind.TEXT, None, 0)
    translator: str = fact(N_("Who translated (role, no name)"), Kind.TEXT, None, 1)
