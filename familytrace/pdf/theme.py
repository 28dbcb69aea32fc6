"""Sizes and colours of a printed form; lengths in points."""

from dataclasses import dataclass, replace

from familytrace.i18n import is_rtl
from familytrace.pdf.bidi import leaning
from familytrace.pdf.layout import Colour, Style

INK: Colour = (0.09, 0.09, 0.09)
GREY: Colour = (0.33, 0.33, 0.33)
RULE: Colour = (0.72, 0.72, 0.70)
TINT: Colour = (0.955, 0.958, 0.955)
ACCENT: Colour = (0.09, 0.36, 0.38)
PALE: Colour = (0.885, 0.935, 0.93)
RED: Colour = (0.60, 0.10, 0.10)
WHITE: Colour = (1.0, 1.0, 1.0)

PAD = 6.0
_JOINTS = (", ", " \u2013 ", "\u060c ")  # between the parts of a line put together
SIGNING_ROOM = 48.0  # 17 mm to sign in
TICK = 11.0
PORTRAIT = (92.0, 122.0)


@dataclass(frozen=True, slots=True)
class Theme:
    """The styles of one form: its own language leads, the second one stands beneath.

    ``rtl`` mirrors the page: labels on the right, answers left of them.
    """

    rtl: bool
    title: Style
    second_title: Style
    section: Style
    second_section: Style
    label: Style
    second_label: Style
    value: Style
    note: Style
    notice: Style
    small: Style
    foot: Style

    @property
    def side(self) -> str:
        """Return the side on which this page's lines begin."""
        return "right" if self.rtl else "left"

    def words(self, text: str, language: str | None) -> Style:
        """Return the style of an answer: somebody's own words if it has a language.

        A line of the form's own making may join several scripts ("county, place as told"):
        most of its letters decide on its direction, not the first one.
        """
        if language:
            return replace(self.value, language=tag(language))
        if "\n" in text or not any(joint in text for joint in _JOINTS):
            return self.value
        return replace(self.value, direction="rtl" if leaning(text) else "ltr")


def theme_for(language: str, second: str | None) -> Theme:
    """Return the theme of a form in a language, with or without a second one."""
    first = Style(language=tag(language), colour=INK)
    beside = Style(language=tag(second or language), colour=GREY)
    return Theme(
        rtl=is_rtl(language.replace("-", "_")),
        title=replace(first, size=19, bold=True, colour=ACCENT),
        second_title=replace(beside, size=13, colour=ACCENT),
        section=replace(first, size=13, bold=True, colour=ACCENT),
        second_section=replace(beside, size=10.5, colour=ACCENT),
        label=replace(first, size=10.5, bold=True),
        second_label=replace(beside, size=9.5),
        value=replace(first, size=12.5),
        note=replace(first, size=10, colour=GREY),
        notice=replace(first, size=11, bold=True, colour=RED),
        small=replace(first, size=9, colour=GREY),
        foot=replace(first, size=8.5, colour=RED, align="center"),
    )


def tag(language: str) -> str:
    """Return a language code as BCP 47 writes it."""
    return language.replace("_", "-")
