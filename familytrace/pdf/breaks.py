"""Where a line may end: the part of UAX #14 that our scripts need."""

from unicodedata import category

from familytrace.pdf.faces import script_of

_SPACES = " \u3000\u200b"
_GLUE = "\u00a0\u202f\u2060\ufeff"
_HYPHENS = "-\u2010\u2013\u2014"
# Signs that stay with what is before them, among Chinese characters as elsewhere.
_NEVER_FIRST = frozenset(
    ",.;:?!%\u00b7\u2026\u2014\u2030\u060c\u061b\u061f\u066a\u06d4"
    "\u3001\u3002\u3005\u30fc\uff0c\uff0e\uff1a\uff1b\uff1f\uff01\uff05\uff5e"
)
_AFTER_SIGNS = "/?&=_.-@\u2010"


def opportunities(text: str) -> list[int]:
    """Return the places where a new line may start, in order."""
    if " " not in text and text.isascii() and "-" not in text:
        return []
    return [place for place in range(1, len(text)) if _may_break(text, place)]


def _may_break(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if after in _SPACES:
        return False
    if before in _SPACES:
        return not (after.isdigit() and place > 1 and text[place - 2].isdigit())
    if before in _GLUE or after in _GLUE:
        return False
    if before in _HYPHENS:
        return place > 1 and text[place - 2].isalpha() and after.isalpha()
    if script_of(before) != "Hani" and script_of(after) != "Hani":
        return False
    return not _clings(before, after)


def _clings(before: str, after: str) -> bool:
    """Tell whether two neighbours, one of them Chinese, must stay together."""
    if after in _NEVER_FIRST or category(after) in ("Pe", "Pf", "Mn", "Mc", "Cf"):
        return True
    return category(before) in ("Ps", "Pi", "Cf")


def is_boundary(text: str, place: int) -> bool:
    """Tell whether a place lies between two letters, not inside one with its marks."""
    return category(text[place])[0] != "M" and text[place - 1] != "\u200d"


def forced_break(text: str, start: int, limit: int) -> int:
    """Return where to cut a word too long for the line: after a sign if there is one."""
    for place in range(limit, start + 1, -1):
        if text[place - 1] in _AFTER_SIGNS:
            return place
    for place in range(limit, start, -1):
        if is_boundary(text, place):
            return place
    return max(limit, start + 1)
