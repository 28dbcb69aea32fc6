"""Short lines about records, in the language of the screen."""

from typing import Any

from familytrace.i18n import _, isolate, language
from familytrace.model.choices import CHOICES
from familytrace.model.date_words import in_words
from familytrace.model.partial_date import PartialDate

DOT = "  ·  "


def said(vocabulary: str, code: str | None) -> str:
    """Return the label of a code, or nothing."""
    return _(CHOICES[vocabulary].get(code or "", ""))


def dated(value: PartialDate | None) -> str:
    """Return a date in words: as read, else as told, else nothing."""
    if value is None:
        return ""
    return isolate(in_words(value, language()) if value.edtf else value.told)


def joined(*parts: str) -> str:
    """Return the parts that say something, with a dot between them."""
    return DOT.join(part for part in parts if part)


def shortened(text: Any, most: int = 90) -> str:
    """Return the beginning of a telling or text, on one line."""
    plain = str(getattr(text, "text", text) or "")
    line = " ".join(plain.split())
    return isolate(line if len(line) <= most else line[: most - 1] + "…") if line else ""
