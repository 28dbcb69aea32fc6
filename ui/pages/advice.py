"""Hints while typing: they warn, and never refuse or change what was typed."""

from typing import Any

from familytrace.i18n import N_, _, isolate_ltr
from familytrace.model.resident_id import read_resident_id

_RESIDENT = {"prc_resident_id", "prc_resident_id_15"}
WARNINGS = {
    "length": N_("A resident number has 18 digits (or 15 before 1999)."),
    "signs": N_("There is a sign in it that such numbers do not have."),
    "check_sign": N_("The last digit does not fit the others. Look at the paper once more."),
    "birth_date": N_("The birth date in it is not a real day."),
    "county": N_("The first six digits are no county we know."),
    "letter_o": N_("There is a letter O where a zero belongs."),
}


def about_paper(paper: Any) -> dict[str, str]:
    """Return what a resident number says, or what looks wrong with it."""
    if paper.kind not in _RESIDENT or not paper.number.strip():
        return {}
    read = read_resident_id(paper.number)
    said = [_(WARNINGS[code]) for code in read.warnings if code in WARNINGS]
    if said:
        said.append(_("It is kept as you typed it."))
    elif read.birth_date:
        born = isolate_ltr(read.birth_date.isoformat())
        said.append(_("It says: born on {date}.").format(date=born))
    return {"number": " ".join(said)}
