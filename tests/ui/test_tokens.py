"""Every text can be read on every ground it stands on."""

import pytest

from ui.tokens import DARK, LIGHT, LOOK, TEXT_SIZES, TONES, Look

GROUNDS = ("bg", "sidebar", "surface", "sunken", "hover")
PAIRS = [
    *((text, ground, 4.5) for text in ("text", "text2", "text3") for ground in GROUNDS),
    *((tone, f"{tone}_soft", 4.5) for tone in TONES),
    *((tone, ground, 4.5) for tone in TONES for ground in ("surface", "bg")),
    *(("on_accent", ground, 4.5) for ground in ("accent", "accent_hover", "accent_press")),
    *((text, f"{tone}_soft", 4.5) for text in ("text", "text2") for tone in TONES),
    *(("border_strong", ground, 3.0) for ground in ("surface", "bg", "sunken")),
    ("on_hero", "hero", 4.5),
    ("surface", "text", 4.5),
]


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def too_weak(colours: dict[str, str]) -> list[str]:
    return [
        f"{front} on {ground}"
        for front, ground, least in PAIRS
        if contrast(colours[front], colours[ground]) < least
    ]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_has_enough_contrast(colours: dict[str, str]) -> None:
    assert [] == too_weak(colours)


def test_a_pale_colour_is_caught() -> None:
    assert "text3 on surface" in too_weak({**LIGHT, "text3": "#AAAAAA"})


def test_light_and_dark_have_the_same_names() -> None:
    assert list(LIGHT) == list(DARK)


def test_lengths_follow_the_text_size_and_nothing_stays_nothing() -> None:
    look = Look()
    look.choose(percent=150)
    assert (18, 0, 1) == (look.px(12), look.px(0), look.px(0.2))


def test_the_text_size_stays_within_its_bounds() -> None:
    look = Look()
    for asked, kept in ((10, TEXT_SIZES[0]), (900, TEXT_SIZES[-1]), (125, 125)):
        look.choose(percent=asked)
        assert kept == look.percent


def test_arabic_letters_get_one_more_pixel() -> None:
    look = Look()
    latin = look.type_px("md")
    look.choose(rtl=True)
    assert latin + 1 == look.type_px("md")
    assert LOOK is not look
