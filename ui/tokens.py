"""Colour, size and spacing: the only place where one of them is written down."""

LIGHT = {
    "bg": "#F5F3EF",
    "sidebar": "#EBE8E2",
    "surface": "#FFFFFF",
    "sunken": "#FAF8F5",
    "hover": "#F1EEE8",
    "border": "#DFDBD3",
    "border_strong": "#8C877D",
    "text": "#20262B",
    "text2": "#4A535B",
    "text3": "#5E666D",
    "accent": "#17666B",
    "accent_hover": "#115357",
    "accent_press": "#0C4245",
    "accent_soft": "#E0EEEE",
    "accent_line": "#9CC6C6",
    "on_accent": "#FFFFFF",
    "info": "#2A5A9C",
    "info_soft": "#E6EEF8",
    "info_line": "#B9CCE6",
    "ok": "#2B6A40",
    "ok_soft": "#E3F1E6",
    "ok_line": "#B5D6BE",
    "warn": "#855400",
    "warn_soft": "#FAEFD9",
    "warn_line": "#E3CD9F",
    "danger": "#A5312A",
    "danger_soft": "#FBE8E5",
    "danger_line": "#E8BDB8",
    "violet": "#6A4A9A",
    "violet_soft": "#EEE8F7",
    "violet_line": "#CFC1E6",
    "plain": "#4A535B",
    "plain_soft": "#F1EEE8",
    "desk": "#E4E0D9",
    "paper": "#FFFFFF",
    "scroll": "#C8C2B7",
    "scroll_hover": "#9D968A",
    "hero": "#0F4A50",
    "on_hero": "#DDEFEE",
}
DARK = {
    "bg": "#15191C",
    "sidebar": "#101315",
    "surface": "#1D2226",
    "sunken": "#191E21",
    "hover": "#262C31",
    "border": "#30373D",
    "border_strong": "#75808A",
    "text": "#E7EAEC",
    "text2": "#AEB7BF",
    "text3": "#949EA7",
    "accent": "#63BDBA",
    "accent_hover": "#7CCBC8",
    "accent_press": "#93D6D3",
    "accent_soft": "#1B3536",
    "accent_line": "#2F6264",
    "on_accent": "#0B1C1D",
    "info": "#8DB6EE",
    "info_soft": "#1B2A3E",
    "info_line": "#2D4666",
    "ok": "#84C796",
    "ok_soft": "#1A3022",
    "ok_line": "#2C5239",
    "warn": "#E3B564",
    "warn_soft": "#36290F",
    "warn_line": "#5C4719",
    "danger": "#F0958C",
    "danger_soft": "#3D1E1B",
    "danger_line": "#6B332E",
    "violet": "#C0A6EA",
    "violet_soft": "#2B2239",
    "violet_line": "#4A3B63",
    "plain": "#AEB7BF",
    "plain_soft": "#262C31",
    "desk": "#0E1113",
    "paper": "#FFFFFF",
    "scroll": "#454E56",
    "scroll_hover": "#6A7680",
    "hero": "#0C2B2E",
    "on_hero": "#DDEFEE",
}
TONES = ("accent", "info", "ok", "warn", "danger", "violet", "plain")
TYPE = {"xs": 12, "sm": 13, "md": 14, "lg": 16, "xl": 20, "xxl": 26}
SPACE = {"xs": 4, "sm": 8, "md": 12, "lg": 16, "xl": 24, "xxl": 32}
TEXT_SIZES = (100, 125, 150, 175, 200)


class Look:
    """The look in use: colours, text size in percent, writing direction."""

    __slots__ = ("colours", "dark", "percent", "rtl")

    def __init__(self) -> None:
        self.colours = LIGHT
        self.dark = False
        self.percent = 100
        self.rtl = False

    def choose(self, *, dark: bool = False, percent: int = 100, rtl: bool = False) -> None:
        """Change the look; ``percent`` is kept within 100 to 200."""
        self.colours = DARK if dark else LIGHT
        self.dark = dark
        self.percent = min(max(percent, TEXT_SIZES[0]), TEXT_SIZES[-1])
        self.rtl = rtl

    def px(self, size: float) -> int:
        """Return a length in pixels at the text size in use."""
        return max(1, round(size * self.percent / 100)) if size else 0

    def type_px(self, step: str) -> int:
        """Return the height of a type step; Arabic letters need one pixel more."""
        return self.px(TYPE[step] + (1 if self.rtl else 0))

    def colour(self, key: str) -> str:
        """Return a colour as #RRGGBB."""
        return self.colours[key]


LOOK = Look()
