"""What has already left: day, recipient, form and kind of file."""

from familytrace.forms.library import bundled_names, bundled_profile
from familytrace.i18n import N_, _, isolate, language
from familytrace.model.recipient import LedgerEntry
from ui.pages.consent_looks import day_words
from ui.pages.words import joined
from ui.widgets.card import Card
from ui.widgets.label import Label

KINDS = {
    "package": N_("sealed package"),
    "pdf": N_("PDF without a lock"),
    "sheet": N_("open text"),
    "json": N_("open data"),
}
STATES = {"lost": N_("was not written"), "unsure": N_("perhaps written")}


class LeftCard(Card):
    """The newest first."""

    def __init__(self, exports: tuple[LedgerEntry, ...], names: dict[str, str]) -> None:
        super().__init__(_("What has already left"), gap=8)
        for entry in reversed(exports):
            day = day_words(entry.at.date()) if entry.at else ""
            who = isolate(names.get(entry.recipient, "")) if entry.recipient in names else ""
            kind = _(KINDS.get(entry.format, "")) or entry.format
            state = _(STATES.get(entry.state, ""))
            words = joined(day, who, _form(entry.profile), kind, state)
            self.add(Label(words, "sm", tone="text2", wrap=True))


def _form(name: str) -> str:
    if name not in bundled_names():
        return ""
    title = bundled_profile(name).title
    return title.get(language()) or title["en"]
